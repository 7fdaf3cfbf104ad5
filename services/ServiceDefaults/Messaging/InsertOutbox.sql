-- Outbox rows of one unit of work, numbered per receiver and application in the order they were sent. The counters are locked in one
-- order everywhere, and held until the commit: numbers follow commit order and have no gaps. $8: until then they are the writer's to send.
WITH message AS (
  SELECT *, row_number() OVER (PARTITION BY receiver, stream ORDER BY ordinality) AS number
  FROM unnest($1, $2, $3, $4, $5, $6, $7) WITH ORDINALITY AS m(id, sender, receiver, stream, type, body, trace_parent, ordinality)
), counter AS (
  INSERT INTO {schema}outbox_stream AS s (receiver, stream, last)
  SELECT receiver, stream, count(*) FROM message GROUP BY receiver, stream ORDER BY receiver, stream
  ON CONFLICT (receiver, stream) DO UPDATE SET last = s.last + EXCLUDED.last
  RETURNING receiver, stream, last
), total AS (
  SELECT receiver, stream, count(*) AS count FROM message GROUP BY receiver, stream
)
INSERT INTO {schema}outbox (id, sender, receiver, stream, sequence, type, body, trace_parent, attempts, next_attempt_at)
SELECT m.id, m.sender, m.receiver, m.stream, c.last - t.count + m.number, m.type, m.body, m.trace_parent, 0, $8
FROM message m JOIN counter c USING (receiver, stream) JOIN total t USING (receiver, stream)
RETURNING id, sequence
