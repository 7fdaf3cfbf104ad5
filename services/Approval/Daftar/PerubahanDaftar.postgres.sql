-- The transaction that changed a row of the list last. Not a number of a sequence: those become visible out of order, and who follows them misses rows.
CREATE FUNCTION {schema}.tugas_kantor_perubahan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.perubahan := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER tugas_kantor_perubahan BEFORE INSERT OR UPDATE ON {schema}.tugas_kantor
  FOR EACH ROW EXECUTE FUNCTION {schema}.tugas_kantor_perubahan();
