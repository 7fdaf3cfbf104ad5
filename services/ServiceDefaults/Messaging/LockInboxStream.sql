-- Creates or locks the position of one sender's messages about one application; one round trip, held until the commit.
INSERT INTO {schema}inbox_stream AS s (sender, stream, last, held) VALUES ({0}, {1}, 0, 0)
ON CONFLICT (sender, stream) DO UPDATE SET last = s.last
RETURNING last AS last, held AS held
