-- Times and events that are waited for no more.
DELETE FROM {schema}wait w USING unnest($1, $2) AS u(instance_id, bookmark_id) WHERE w.instance_id = u.instance_id AND w.bookmark_id = u.bookmark_id
