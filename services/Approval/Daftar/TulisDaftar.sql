-- Rows of everybody's list as their owners tell of them, many at once; the newest version of a task wins. $2: the moment of this telling, kept
-- where it changes the priority.
INSERT INTO {schema}tugas_kantor AS t (
  tugas_id, permohonan_id, versi, pelayan, kantor, aktivitas, nomor, kegiatan, peran, waktu_baku_ms, hasil, asal, kembali, status, pemegang, diterbitkan_pada,
  selesai_pada, penanganan_ms, hasil_dipilih, kode_alasan, diklaim_pada, atas_nama, prioritas, prioritas_pada, tenggat_pada, diingatkan_pada, dieskalasi_pada,
  peran_eskalasi, versi_konsep, jumlah_catatan, alasan_tersegel, perubahan)
SELECT
  tugas_id, permohonan_id, versi, pelayan, kantor, aktivitas, nomor, kegiatan, peran, waktu_baku_ms, hasil, asal, kembali, status, pemegang, diterbitkan_pada,
  selesai_pada, penanganan_ms, hasil_dipilih, kode_alasan, diklaim_pada, atas_nama, prioritas, CASE WHEN prioritas <> 0 THEN $2 END, tenggat_pada, diingatkan_pada,
  dieskalasi_pada, peran_eskalasi, versi_konsep, jumlah_catatan, alasan_tersegel, perubahan
FROM json_populate_recordset(NULL::{schema}tugas_kantor, $1)
ON CONFLICT (tugas_id) DO UPDATE SET
  versi = EXCLUDED.versi, status = EXCLUDED.status, pemegang = EXCLUDED.pemegang, selesai_pada = EXCLUDED.selesai_pada, penanganan_ms = EXCLUDED.penanganan_ms,
  hasil_dipilih = EXCLUDED.hasil_dipilih, kode_alasan = EXCLUDED.kode_alasan, diklaim_pada = EXCLUDED.diklaim_pada, atas_nama = EXCLUDED.atas_nama,
  prioritas = EXCLUDED.prioritas, tenggat_pada = EXCLUDED.tenggat_pada, diingatkan_pada = EXCLUDED.diingatkan_pada, dieskalasi_pada = EXCLUDED.dieskalasi_pada,
  jumlah_catatan = EXCLUDED.jumlah_catatan, alasan_tersegel = EXCLUDED.alasan_tersegel,
  prioritas_pada = CASE WHEN t.prioritas <> EXCLUDED.prioritas THEN $2 ELSE t.prioritas_pada END
WHERE t.versi < EXCLUDED.versi
