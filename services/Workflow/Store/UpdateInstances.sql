-- Instances after a burst, each only if nobody else has run it since it was read: rows touched must be rows given.
-- No indexed column changes in the usual case, so the new row stays on its page and no index is written (HOT).
UPDATE {schema}instance i
SET definition_version_id = u.definition_version_id, version = u.version, correlation_id = u.correlation_id, name = u.name, sub_status = u.sub_status,
    is_signed = u.is_signed, return_count = u.return_count, incident_count = u.incident_count, state = u.state, updated_at = u.updated_at,
    revision = u.revision
FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  AS u(id, stored_revision, definition_version_id, version, correlation_id, name, sub_status, is_signed, return_count, incident_count, state, updated_at, revision)
WHERE i.id = u.id AND i.revision = u.stored_revision
