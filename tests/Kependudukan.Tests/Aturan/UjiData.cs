namespace Dukcapil.Kependudukan.Tests.Aturan;

internal static class UjiData
{
    private static readonly Anggota kosong = new();

    private static Uji Sekolah(int pendidikan, int umur, bool lazim) => new(
        "D09", $"education {pendidikan} at {umur}", lazim ? "" : "D09@0.pendidikan",
        k => k.Dengan((Keluarga.Sendiri with { Pendidikan = pendidikan, StatusKawin = 6, Pekerjaan = 3 }).Lahir(2026 - umur, 1, 15)));

    public static Uji[] Baris { get; } =
    [
        new("D01", "an empty member yields its missing fields and nothing else about it",
            "D01@3.nama D01@3.jenisKelamin D01@3.tempatLahir D01@3.tanggalLahir D01@3.agama D01@3.pendidikan D01@3.pekerjaan D01@3.statusKawin D01@3.shdk "
            + "D01@3.kewarganegaraan D01@3.ayah D01@3.ibu D07@3.golonganDarah", k => k.Tambah(kosong)),
        new("D01", "an empty head", "D01@0.nama D01@0.jenisKelamin D01@0.tempatLahir D01@0.tanggalLahir D01@0.agama D01@0.pendidikan D01@0.pekerjaan "
            + "D01@0.statusKawin D01@0.kewarganegaraan D01@0.ayah D01@0.ibu D07@0.golonganDarah", k => k.Ubah(0, _ => kosong with { Shdk = 1 })),
        new("D01", "an empty wife", "D01@1.nama D01@1.jenisKelamin D01@1.tempatLahir D01@1.tanggalLahir D01@1.agama D01@1.pendidikan D01@1.pekerjaan "
            + "D01@1.statusKawin D01@1.kewarganegaraan D01@1.ayah D01@1.ibu D07@1.golonganDarah", k => k.Ubah(1, _ => kosong with { Shdk = 3 })),
        new("D01", "an empty child", "D01@2.nama D01@2.jenisKelamin D01@2.tempatLahir D01@2.tanggalLahir D01@2.agama D01@2.pendidikan D01@2.pekerjaan "
            + "D01@2.statusKawin D01@2.kewarganegaraan D01@2.ayah D01@2.ibu D07@2.golonganDarah", k => k.Ubah(2, _ => kosong with { Shdk = 4 })),
        new("D01", "blank place of birth", "D01@0.tempatLahir", k => k.Ubah(0, a => a with { TempatLahir = " " })),
        new("D01", "codes no table knows", "D01@2.agama D01@2.pendidikan D01@2.pekerjaan", k => k.Ubah(2, a => a with { Agama = 0, Pendidikan = 11, Pekerjaan = 100 })),
        new("D01", "parents named '-'", "", k => k.Ubah(0, a => a with { Ayah = "-", Ibu = "-" })),
        new("D02", "born tomorrow", "D02@2.tanggalLahir", k => k.Ubah(2, a => (a with { Pendidikan = 1, Pekerjaan = 1 }).Lahir(2026, 1, 16))),
        new("D02", "a head born in the future: nothing is concluded from it", "D02@0.tanggalLahir", k => k.Ubah(0, a => a with { TanggalLahir = new(2990, 7, 1) })),
        new("D02", "born today", "", k => k.Ubah(2, a => (a with { Pendidikan = 1, Pekerjaan = 1 }).Lahir(2026, 1, 15))),
        new("D03", "121 years today", "D03@0.tanggalLahir", k => k.Dengan(Keluarga.Sendiri.Lahir(1905, 1, 15))),
        new("D03", "120 years, 121 tomorrow", "", k => k.Dengan(Keluarga.Sendiri.Lahir(1905, 1, 16))),
        new("D04", "61 characters", "D04@0.nama", k => k.Dengan(Keluarga.Sendiri with { Nama = "AHMAD " + new string('A', 55) })),
        new("D04", "60 characters", "", k => k.Dengan(Keluarga.Sendiri with { Nama = "AHMAD " + new string('A', 54) })),
        new("D05", "one word", "D05@0.nama", k => k.Dengan(Keluarga.Sendiri with { Nama = " AHMAD " })),
        new("D05", "two words", ""),
        new("D06", "digit and full stop", "D06@2.nama", k => k.Ubah(2, a => a with { Nama = "BUDI CONTOH JR. 2" })),
        new("D06", "apostrophe", "D06@2.nama", k => k.Ubah(2, a => a with { Nama = "NUR'AINI CONTOH" })),
        new("D06", "letter with a mark", "", k => k.Ubah(2, a => a with { Nama = "RENÉ CONTOH" })),
        new("D07", "blood type empty", "D07@0.golonganDarah", k => k.Ubah(0, a => a with { GolonganDarah = null })),
        new("D07", "blood type unknown is an answer", ""),
        new("D08", "belief without organisation", "D08@0.organisasiKepercayaan", k => k.Ubah(0, a => a with { Agama = 7 })),
        new("D08", "belief with organisation", "", k => k.Ubah(0, a => a with { Agama = 7, OrganisasiKepercayaan = "ORGANISASI CONTOH" })),
        new("D08", "another religion", "", k => k.Ubah(0, a => a with { Agama = 2 })),
        Sekolah(4, 11, true), Sekolah(4, 10, false), Sekolah(5, 14, true), Sekolah(5, 13, false), Sekolah(6, 17, true), Sekolah(6, 16, false),
        Sekolah(7, 18, true), Sekolah(7, 17, false), Sekolah(8, 19, true), Sekolah(8, 18, false), Sekolah(9, 21, true), Sekolah(9, 20, false),
        Sekolah(10, 23, true), Sekolah(10, 22, false), Sekolah(3, 5, true),
        new("D10", "employee at 14", "D10@2.pekerjaan", k => k.Ubah(2, a => (a with { Pekerjaan = 15 }).Lahir(2011, 1, 16))),
        new("D10", "employee at 15", "", k => k.Ubah(2, a => (a with { Pekerjaan = 15 }).Lahir(2011, 1, 15))),
        new("D10", "pupil and not employed at 9", "", k => k.Tambah((Keluarga.Budi with { Pekerjaan = 1 }).Lahir(2016, 5, 5))),
    ];
}
