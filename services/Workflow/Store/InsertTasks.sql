-- Tasks given to their owners.
INSERT INTO {schema}open_task (tugas_id, engine_task_id, instance_id, permohonan_id, message, issued_at, is_closed)
SELECT *, false FROM unnest($1, $2, $3, $4, $5, $6)
