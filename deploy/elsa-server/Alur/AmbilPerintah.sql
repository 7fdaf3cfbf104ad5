-- The first command of each application is its lock: while one works on it, the later ones are not eligible, and another takes another application.
SELECT p.* FROM {schema}perintah p
WHERE p.coba_pada <= {0} AND NOT EXISTS (SELECT 1 FROM {schema}perintah q WHERE q.permohonan_id = p.permohonan_id AND q.id < p.id)
ORDER BY p.id
LIMIT 1
FOR UPDATE OF p SKIP LOCKED
