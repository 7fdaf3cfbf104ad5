namespace Dukcapil.Kependudukan.Tests.Aturan;

internal static class UjiHubungan
{
    private static readonly Anggota orangTua = (Keluarga.Sendiri with { Shdk = 7, StatusKawin = 6, Pendidikan = 3 }).Lahir(1960, 1, 1);
    private static readonly Anggota cucu = (Keluarga.Budi with { Shdk = 6, Ayah = "-", Ibu = "-" }).Lahir(2020, 2, 2);
    private static readonly Anggota menantu = (Keluarga.Siti with { Shdk = 5 }).Lahir(2004, 1, 10);

    public static Uji[] Baris { get; } =
    [
        new("U01", "head of 16", "U01@0.tanggalLahir", k => k.Dengan(Keluarga.Sendiri.Lahir(2009, 1, 16))),
        new("U01", "head of 17 today", "", k => k.Dengan(Keluarga.Sendiri.Lahir(2009, 1, 15))),
        new("U01", "widowed head of 16", "", k => k.Dengan((Keluarga.Sendiri with { StatusKawin = 6 }).Lahir(2009, 1, 16))),
        new("U01", "leap-day birth, 28 February of a common year", "U01@0.tanggalLahir",
            k => k.Dengan(Keluarga.Sendiri.Lahir(2008, 2, 29)), c => c with { TanggalAcuan = new(2025, 2, 28) }),
        new("U01", "leap-day birth, 1 March of a common year", "", k => k.Dengan(Keluarga.Sendiri.Lahir(2008, 2, 29)), c => c with { TanggalAcuan = new(2025, 3, 1) }),
        new("U02", "child of the head's day of birth", "U02@1.tanggalLahir",
            k => k.Dengan(Keluarga.Sendiri, (Keluarga.Budi with { Pendidikan = 5 }).Lahir(1990, 7, 1))),
        new("U02", "child a day younger", "", k => k.Dengan(Keluarga.Sendiri, (Keluarga.Budi with { Pendidikan = 5 }).Lahir(1990, 7, 2))),
        new("U03", "twelve calendar years after the mother", "U03@2.tanggalLahir", k => k.Ubah(2, a => a.Lahir(2004, 12, 31))),
        new("U03", "thirteen calendar years after the mother", "", k => k.Ubah(2, a => a.Lahir(2005, 1, 1))),
        new("U03", "a female head is the mother", "P09@0.statusKawin U03@1.tanggalLahir",
            k => k.Dengan(Keluarga.Siti with { Shdk = 1 }, Keluarga.Budi.Lahir(2004, 12, 31))),
        new("U03", "one of two wives fits", "P07@shdk", k => k.Tambah(Keluarga.IstriKedua).Ubah(2, a => a.Lahir(2005, 12, 31))),
        new("U03", "neither of two wives fits", "P07@shdk U03@2.tanggalLahir", k => k.Tambah(Keluarga.IstriKedua).Ubah(2, a => a.Lahir(2004, 12, 31))),
        new("U03", "one wife's birth date is missing: cannot be told", "D01@3.tanggalLahir P07@shdk",
            k => k.Tambah(Keluarga.IstriKedua with { TanggalLahir = null }).Ubah(2, a => a.Lahir(2004, 12, 31))),
        new("U03", "no mother on the card", "", k => k.Dengan(Keluarga.Sendiri, Keluarga.Budi.Lahir(2000, 1, 1))),
        new("U04", "parent of the head's day of birth", "U04@3.tanggalLahir", k => k.Tambah(orangTua.Lahir(1990, 7, 1) with { Nik = null })),
        new("U04", "parent-in-law younger than head and wife", "U04@3.tanggalLahir", k => k.Tambah((orangTua with { Shdk = 8 }).Lahir(1993, 1, 1))),
        new("U04", "grandchild older than the head", "U04@3.tanggalLahir", k => k.Tambah((cucu with { Pendidikan = 5 }).Lahir(1989, 1, 1))),
        new("U04", "older parent, younger grandchild", "", k => k.Tambah(orangTua, cucu)),
        new("U04", "parent-in-law older than the wife only", "", k => k.Tambah((orangTua with { Shdk = 8 }).Lahir(1991, 1, 1))),
        new("U05", "daughter-in-law beside an unmarried child", "U05@3.shdk", k => k.Tambah(menantu)),
        new("U05", "daughter-in-law without any child", "U05@2.shdk", k => k.Dengan(Keluarga.Ahmad, Keluarga.Siti, menantu)),
        new("U05", "daughter-in-law beside a married child", "U06@3.statusKawin", k => k.Tambah(Keluarga.AnakKawin, menantu)),
        new("U05", "daughter-in-law beside a divorced child", "", k => k.Tambah(Keluarga.AnakKawin with { StatusKawin = 4, TanggalCerai = new(2025, 9, 9) }, menantu)),
        new("U06", "married child", "U06@3.statusKawin", k => k.Tambah(Keluarga.AnakKawin)),
        new("U06", "widowed child", "", k => k.Tambah(Keluarga.AnakKawin with { StatusKawin = 6 })),
        new("U07", "both parents are others", "U07@2.ayah", k => k.Ubah(2, a => a with { Ayah = "ORANG LAIN", Ibu = "ORANG LAIN JUGA" })),
        new("U07", "the only parent named is another", "U07@2.ayah", k => k.Ubah(2, a => a with { Ayah = "-", Ibu = "ORANG LAIN" })),
        new("U07", "only the mother is on the card", "", k => k.Ubah(2, a => a with { Ayah = "ORANG LAIN" })),
        new("U07", "no parent named", "", k => k.Ubah(2, a => a with { Ayah = "-", Ibu = "-" })),
        new("U07", "a parent missing cannot be compared", "D01@2.ibu", k => k.Ubah(2, a => a with { Ayah = "ORANG LAIN", Ibu = null })),
        new("U07", "titles, case and spaces do not count", "D06@0.nama",
            k => k.Ubah(0, a => a with { Nama = "Dr. H. Ahmad  Contoh, S.H., M.Si" }).Ubah(2, a => a with { Ibu = "-" })),
    ];
}
