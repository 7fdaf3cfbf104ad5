-- Last visible line, and the id of this transaction: lines up to that one can still come only from transactions with a smaller id.
SELECT coalesce((SELECT max(nomor) FROM {schema}audit), 0) AS sampai, pg_current_xact_id()::text::bigint AS transaksi
