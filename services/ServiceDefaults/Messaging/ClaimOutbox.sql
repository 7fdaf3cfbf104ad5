-- Rows another replica is sending are skipped, not waited for.
SELECT id, sender, receiver, stream, sequence, type, body, trace_parent, attempts FROM {schema}outbox
WHERE parked_because IS NULL AND next_attempt_at <= $1
ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
