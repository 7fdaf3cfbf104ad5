-- Open tasks of instances.
SELECT tugas_id, engine_task_id, instance_id, permohonan_id, message, issued_at, closing_for, is_closed
FROM {schema}open_task WHERE instance_id = ANY($1)
