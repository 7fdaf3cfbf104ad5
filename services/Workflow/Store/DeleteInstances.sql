-- Instances that leave the open set, each only if nobody else has run it since it was read.
DELETE FROM {schema}instance i USING unnest($1, $2) AS u(id, stored_revision) WHERE i.id = u.id AND i.revision = u.stored_revision
