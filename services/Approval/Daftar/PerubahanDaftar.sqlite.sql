-- Writers come one after another here, so a number per office is in the order of the commits.
CREATE TRIGGER tugas_kantor_tambah AFTER INSERT ON tugas_kantor
BEGIN
  UPDATE tugas_kantor SET perubahan = (SELECT max(perubahan) + 1 FROM tugas_kantor WHERE kantor = NEW.kantor) WHERE tugas_id = NEW.tugas_id;
  INSERT INTO jumlah_antrean (kantor, peran, nomor, laci, terbuka, dipegang, segera, terlambat)
  SELECT NEW.kantor, NEW.peran, NEW.nomor, 0, 1, NEW.pemegang IS NOT NULL, NEW.prioritas, NEW.dieskalasi_pada IS NOT NULL WHERE NEW.status = 0
  ON CONFLICT (kantor, peran, nomor, laci) DO UPDATE SET
    terbuka = terbuka + 1, dipegang = dipegang + excluded.dipegang, segera = segera + excluded.segera, terlambat = terlambat + excluded.terlambat;
END;
CREATE TRIGGER tugas_kantor_ubah AFTER UPDATE ON tugas_kantor WHEN NEW.perubahan = OLD.perubahan
BEGIN
  UPDATE tugas_kantor SET perubahan = (SELECT max(perubahan) + 1 FROM tugas_kantor WHERE kantor = NEW.kantor) WHERE tugas_id = NEW.tugas_id;
  UPDATE jumlah_antrean SET
    terbuka = terbuka - (OLD.status = 0) + (NEW.status = 0),
    dipegang = dipegang - (OLD.status = 0 AND OLD.pemegang IS NOT NULL) + (NEW.status = 0 AND NEW.pemegang IS NOT NULL),
    segera = segera - (OLD.status = 0) * OLD.prioritas + (NEW.status = 0) * NEW.prioritas,
    terlambat = terlambat - (OLD.status = 0 AND OLD.dieskalasi_pada IS NOT NULL) + (NEW.status = 0 AND NEW.dieskalasi_pada IS NOT NULL)
  WHERE kantor = NEW.kantor AND peran = NEW.peran AND nomor = NEW.nomor AND laci = 0;
END;
CREATE TRIGGER tugas_kantor_hapus AFTER DELETE ON tugas_kantor WHEN OLD.status = 0
BEGIN
  UPDATE jumlah_antrean SET
    terbuka = terbuka - 1, dipegang = dipegang - (OLD.pemegang IS NOT NULL), segera = segera - OLD.prioritas, terlambat = terlambat - (OLD.dieskalasi_pada IS NOT NULL)
  WHERE kantor = OLD.kantor AND peran = OLD.peran AND nomor = OLD.nomor AND laci = 0;
END;
