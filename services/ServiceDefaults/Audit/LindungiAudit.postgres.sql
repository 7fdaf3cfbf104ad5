CREATE FUNCTION {schema}.audit_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Lines of the audit journal are never changed or deleted.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.audit FOR EACH STATEMENT EXECUTE FUNCTION {schema}.audit_tetap();
CREATE TRIGGER audit_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.audit_orang FOR EACH STATEMENT EXECUTE FUNCTION {schema}.audit_tetap();
CREATE TRIGGER audit_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.audit_segel FOR EACH STATEMENT EXECUTE FUNCTION {schema}.audit_tetap();
REVOKE UPDATE, DELETE, TRUNCATE ON {schema}.audit, {schema}.audit_orang, {schema}.audit_segel FROM CURRENT_USER;
