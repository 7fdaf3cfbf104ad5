-- Rows that the broker has confirmed.
DELETE FROM {schema}outbox WHERE id = ANY($1)
