-- Instances on their way of applications: the root by its unique index, sub-workflows by theirs.
SELECT id, permohonan_id, kantor, definition_id, definition_version_id, version, parent_id, parent_key, correlation_id, name,
       sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, revision
FROM {schema}instance WHERE permohonan_id = ANY($1) AND parent_id IS NULL
UNION ALL
SELECT id, permohonan_id, kantor, definition_id, definition_version_id, version, parent_id, parent_key, correlation_id, name,
       sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, revision
FROM {schema}instance WHERE permohonan_id = ANY($1) AND parent_id IS NOT NULL
