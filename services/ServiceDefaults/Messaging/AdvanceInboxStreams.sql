-- Moves the positions of many senders' applications one message on, and locks them until the commit; one round trip. What does not come back is
-- a duplicate, comes early, or has later ones waiting behind it: it is taken alone.
-- A scalar subquery, because EXISTS may be answered by hashing the whole table.
INSERT INTO {schema}inbox_stream AS s (sender, stream, last, held)
SELECT m.sender, m.stream, m.sequence, 0
FROM unnest($1, $2, $3) AS m(sender, stream, sequence)
WHERE m.sequence = 1 OR (SELECT true FROM {schema}inbox_stream p WHERE p.sender = m.sender AND p.stream = m.stream)
ORDER BY m.sender, m.stream
ON CONFLICT (sender, stream) DO UPDATE SET last = EXCLUDED.last WHERE s.last = EXCLUDED.last - 1 AND s.held = 0
RETURNING s.sender, s.stream
