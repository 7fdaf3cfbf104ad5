CREATE TRIGGER audit_tetap_ubah BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'Lines of the audit journal are never changed.'); END;
CREATE TRIGGER audit_tetap_hapus BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'Lines of the audit journal are never deleted.'); END;
CREATE TRIGGER audit_orang_tetap_ubah BEFORE UPDATE ON audit_orang BEGIN SELECT RAISE(ABORT, 'Lines of the audit journal are never changed.'); END;
CREATE TRIGGER audit_orang_tetap_hapus BEFORE DELETE ON audit_orang BEGIN SELECT RAISE(ABORT, 'Lines of the audit journal are never deleted.'); END;
CREATE TRIGGER audit_segel_tetap_ubah BEFORE UPDATE ON audit_segel BEGIN SELECT RAISE(ABORT, 'Lines of the audit journal are never changed.'); END;
CREATE TRIGGER audit_segel_tetap_hapus BEFORE DELETE ON audit_segel BEGIN SELECT RAISE(ABORT, 'Lines of the audit journal are never deleted.'); END;
