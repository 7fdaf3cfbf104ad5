-- Rows that nobody took: when to try them again.
UPDATE {schema}outbox AS o SET attempts = f.attempts, next_attempt_at = f.next_attempt_at
FROM unnest($1, $2, $3) AS f(id, attempts, next_attempt_at) WHERE o.id = f.id
