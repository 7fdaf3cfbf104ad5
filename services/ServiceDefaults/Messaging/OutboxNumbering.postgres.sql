CREATE FUNCTION {schema}.outbox_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO {schema}.outbox_stream AS s (receiver, stream, last) VALUES (NEW.receiver, NEW.stream, 1)
  ON CONFLICT (receiver, stream) DO UPDATE SET last = s.last + 1
  RETURNING s.last INTO NEW.sequence;
  RETURN NEW;
END $$;
CREATE TRIGGER outbox_number BEFORE INSERT ON {schema}.outbox
  FOR EACH ROW WHEN (NEW.sequence = 0) EXECUTE FUNCTION {schema}.outbox_number();
