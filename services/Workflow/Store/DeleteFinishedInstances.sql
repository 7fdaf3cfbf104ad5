-- Ended instances that are opened again.
DELETE FROM {schema}finished_instance i USING unnest($1, $2) AS u(id, stored_revision) WHERE i.id = u.id AND i.revision = u.stored_revision
