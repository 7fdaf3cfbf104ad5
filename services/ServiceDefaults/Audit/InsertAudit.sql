-- Lines of one unit of work. The transaction has its id before the first line takes a number: so whoever sees a number knows that every smaller one
-- belongs to a transaction with a smaller or a running id, and can wait for those to end (SegelHorizon.sql).
WITH transaction AS MATERIALIZED (SELECT pg_current_xact_id())
INSERT INTO {schema}audit (nomor, id, pada, pelaku, wewenang, atas_nama, tindakan, objek, permohonan_id, tujuan, dari, jejak, rincian, orang, tanda)
SELECT nextval('{schema}audit_nomor_seq'), line.*
FROM transaction CROSS JOIN unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS line
