-- Rows that were committed after the snapshot {1}, and the snapshot of this very statement, with which the next reading goes on. Nothing is missed and
-- nothing waits: a transaction that was open at {1} is found as soon as it has committed. A row from the future (a restored backup) is not.
SELECT kini.penanda AS "Penanda", t.*
FROM (SELECT pg_current_snapshot()::text AS penanda, pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS batas) kini
LEFT JOIN LATERAL (
  SELECT tugas_id AS "TugasId", permohonan_id AS "PermohonanId", aktivitas AS "Aktivitas", nomor AS "Nomor", peran AS "Peran",
         peran_eskalasi AS "PeranEskalasi", versi AS "Versi", status AS "Status", pemegang AS "Pemegang", prioritas AS "Prioritas",
         dieskalasi_pada IS NOT NULL AS "Terlambat", jumlah_catatan AS "JumlahCatatan"
  FROM {schema}tugas_kantor
  WHERE kantor = {0} AND perubahan >= pg_snapshot_xmin({1}::pg_snapshot)::text::bigint AND perubahan < kini.batas
    AND NOT pg_visible_in_snapshot(perubahan::text::xid8, {1}::pg_snapshot)
  ORDER BY perubahan
  LIMIT {2}
) t ON true
