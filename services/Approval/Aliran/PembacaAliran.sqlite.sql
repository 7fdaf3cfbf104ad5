-- Writers come one after another: the highest number seen is where the next reading goes on.
SELECT CAST(kini.penanda AS TEXT) AS "Penanda", t.*
FROM (SELECT coalesce(max(perubahan), 0) AS penanda FROM tugas_kantor WHERE kantor = {0}) kini
LEFT JOIN (
  SELECT tugas_id AS "TugasId", permohonan_id AS "PermohonanId", aktivitas AS "Aktivitas", nomor AS "Nomor", peran AS "Peran",
         peran_eskalasi AS "PeranEskalasi", versi AS "Versi", status AS "Status", pemegang AS "Pemegang", prioritas AS "Prioritas",
         dieskalasi_pada IS NOT NULL AS "Terlambat", jumlah_catatan AS "JumlahCatatan"
  FROM tugas_kantor
  WHERE kantor = {0} AND perubahan > CAST({1} AS INTEGER)
  ORDER BY perubahan
  LIMIT {2}
) t ON true
