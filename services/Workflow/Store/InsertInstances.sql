-- Instances that begin.
INSERT INTO {schema}instance (id, permohonan_id, kantor, definition_id, definition_version_id, version, parent_id, parent_key, correlation_id, name,
       sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, revision)
SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
