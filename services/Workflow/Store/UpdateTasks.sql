-- Tasks whose closing was asked for or answered.
UPDATE {schema}open_task t SET closing_for = u.closing_for, is_closed = u.is_closed
FROM unnest($1, $2, $3) AS u(tugas_id, closing_for, is_closed) WHERE t.tugas_id = u.tugas_id
