-- One process, one relay: nobody else sends these rows.
SELECT * FROM {schema}outbox
WHERE parked_because IS NULL AND next_attempt_at <= {0}
ORDER BY id LIMIT {1}
