-- Instances on their way by id.
SELECT id, permohonan_id, kantor, definition_id, definition_version_id, version, parent_id, parent_key, correlation_id, name,
       sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, revision
FROM {schema}instance WHERE id = ANY($1)
