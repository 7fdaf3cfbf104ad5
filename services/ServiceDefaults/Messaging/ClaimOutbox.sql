-- Rows another replica is sending are skipped, not waited for.
SELECT * FROM {schema}outbox
WHERE parked_because IS NULL AND next_attempt_at <= {0}
ORDER BY id LIMIT {1} {lock}
