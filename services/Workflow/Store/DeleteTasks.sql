-- Tasks that no longer wait.
DELETE FROM {schema}open_task WHERE tugas_id = ANY($1)
