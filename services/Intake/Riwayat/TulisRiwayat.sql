-- The history as the owners of the tasks tell it, many rows at once; the newest version of a task wins.
INSERT INTO {schema}riwayat AS r (
  tugas_id, permohonan_id, versi, langkah, nomor, waktu_baku_ms, asal, diterbitkan_pada, versi_konsep, status, pemegang, atas_nama, selesai_pada,
  penanganan_ms, menunggu_ms, hasil, dikembalikan, kode_alasan, alasan_tersegel, terlambat_pada)
SELECT
  tugas_id, permohonan_id, versi, langkah, nomor, waktu_baku_ms, asal, diterbitkan_pada, versi_konsep, status, pemegang, atas_nama, selesai_pada,
  penanganan_ms, menunggu_ms, hasil, dikembalikan, kode_alasan, alasan_tersegel, terlambat_pada
FROM json_populate_recordset(NULL::{schema}riwayat, $1)
ON CONFLICT (tugas_id) DO UPDATE SET
  versi = EXCLUDED.versi, status = EXCLUDED.status, pemegang = EXCLUDED.pemegang, atas_nama = EXCLUDED.atas_nama, selesai_pada = EXCLUDED.selesai_pada,
  penanganan_ms = EXCLUDED.penanganan_ms, menunggu_ms = EXCLUDED.menunggu_ms, hasil = EXCLUDED.hasil, dikembalikan = EXCLUDED.dikembalikan,
  kode_alasan = EXCLUDED.kode_alasan, alasan_tersegel = EXCLUDED.alasan_tersegel, terlambat_pada = COALESCE(r.terlambat_pada, EXCLUDED.terlambat_pada)
WHERE r.versi < EXCLUDED.versi
