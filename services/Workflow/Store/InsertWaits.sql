-- Times and events that instances wait for.
INSERT INTO {schema}wait (instance_id, bookmark_id, event_name, due_at) SELECT * FROM unnest($1, $2, $3, $4)
