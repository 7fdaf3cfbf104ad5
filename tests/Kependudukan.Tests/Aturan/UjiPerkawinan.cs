namespace Dukcapil.Kependudukan.Tests.Aturan;

internal static class UjiPerkawinan
{
    private static readonly Anggota kepalaPerempuan = Keluarga.Siti with { Shdk = 1 };
    private static readonly Anggota suami = Keluarga.Ahmad with { Shdk = 2 };
    private static readonly string[] lengkap = ["F-1.02", "KK_LAMA", "F-1.06", "BUKTI_ELEMEN"];
    private static readonly string[] lengkapHilang = ["F-1.02", "SURAT_HILANG", "KTP_EL"];

    private static KartuKeluarga BelumTercatat(KartuKeluarga k) =>
        k.Ubah(0, a => a with { StatusKawin = 3, TanggalKawin = null }).Ubah(1, a => a with { StatusKawin = 3, TanggalKawin = null });

    private static KonteksPemeriksaan Elemen(KonteksPemeriksaan c) => c with { Jenis = JenisPermohonan.UbahElemen, Lampiran = lengkap };

    public static Uji[] Baris { get; } =
    [
        new("P01", "unregistered marriage without statement", "P01@0.statusKawin P01@1.statusKawin", BelumTercatat, Elemen),
        new("P01", "unregistered divorce without statement", "P01@0.statusKawin", k => k.Dengan(Keluarga.Sendiri with { StatusKawin = 5 }), Elemen),
        new("P01", "status new although the former card is known", "P01@0.statusKawin P01@1.statusKawin", BelumTercatat,
            c => Elemen(c) with { KartuLama = Keluarga.Inti }),
        new("P01", "with statement", "", BelumTercatat, c => Elemen(c) with { Lampiran = [.. lengkap, "F-1.05"] }),
        new("P01", "a reprint brings nothing new", "", BelumTercatat, c => c with { Jenis = JenisPermohonan.Hilang, Lampiran = lengkapHilang }),
        new("P01", "the former card had the status already", "", BelumTercatat, c => Elemen(c) with { KartuLama = BelumTercatat(Keluarga.Inti) }),
        new("P02", "registered marriage without date", "P02@1.tanggalKawin", k => k.Ubah(1, a => a with { TanggalKawin = null })),
        new("P02", "unregistered marriage without date", "", BelumTercatat, c => c with { Lampiran = ["F-1.05"] }),
        new("P03", "registered divorce without date", "P03@0.tanggalCerai", k => k.Dengan(Keluarga.Ahmad with { StatusKawin = 4 })),
        new("P03", "registered divorce with date", "", k => k.Dengan(Keluarga.Ahmad with { StatusKawin = 4, TanggalCerai = new(2020, 1, 1) })),
        new("P03", "widower without date", "", k => k.Dengan(Keluarga.Ahmad with { StatusKawin = 6 })),
        new("P04", "wife not married", "P04@1.statusKawin", k => k.Ubah(1, a => a with { StatusKawin = 1 })),
        new("P04", "husband widowed", "P04@1.statusKawin", k => k.Dengan(kepalaPerempuan, suami with { StatusKawin = 6 })),
        new("P04", "wife married, unregistered", "", k => k.Ubah(1, a => a with { StatusKawin = 3 }), c => c with { Lampiran = ["F-1.05"] }),
        new("P05", "widowed head beside a wife", "P05@0.statusKawin", k => k.Ubah(0, a => a with { StatusKawin = 6 })),
        new("P05", "widowed head without a wife", "", k => k.Dengan(Keluarga.Ahmad with { StatusKawin = 6 }, Keluarga.Budi)),
        new("P06", "male wife", "P06@1.jenisKelamin", k => k.Ubah(1, a => (a with { JenisKelamin = 1 }).Lahir(1992, 8, 3))),
        new("P06", "wife of a female head", "P06@0.jenisKelamin", k => k.Dengan(kepalaPerempuan, Keluarga.IstriKedua)),
        new("P06", "husband of a male head", "P06@0.jenisKelamin", k => k.Dengan(Keluarga.Ahmad, suami with { Nik = null })),
        new("P06", "female husband", "P06@1.jenisKelamin", k => k.Dengan(kepalaPerempuan, Keluarga.IstriKedua with { Shdk = 2 })),
        new("P06", "husband of a female head", "", k => k.Dengan(kepalaPerempuan, suami, Keluarga.Budi)),
        new("P07", "two wives on one card", "P07@shdk", k => k.Tambah(Keluarga.IstriKedua)),
        new("P07", "one wife", ""),
        new("P08", "two husbands", "P08@2.shdk", k => k.Dengan(kepalaPerempuan, suami, suami.Lahir(1991, 5, 5))),
        new("P08", "one husband", "", k => k.Dengan(kepalaPerempuan, suami)),
        new("P09", "married head whose husband is on another card", "P09@0.statusKawin", k => k.Dengan(kepalaPerempuan, Keluarga.Budi)),
        new("P09", "divorced head alone", "", k => k.Dengan(Keluarga.Ahmad with { StatusKawin = 5 }), c => c with { Lampiran = ["F-1.05"] }),
        new("P10", "wife of 18", "P10@1.statusKawin", k => k.Dengan(Keluarga.Ahmad, (Keluarga.Siti with { TanggalKawin = new(2025, 12, 20) }).Lahir(2007, 1, 16))),
        new("P10", "wife of 19 today", "", k => k.Dengan(Keluarga.Ahmad, (Keluarga.Siti with { TanggalKawin = new(2025, 12, 20) }).Lahir(2007, 1, 15))),
        new("P10", "married at 16 long ago", "", k => k.Dengan(Keluarga.Ahmad, Keluarga.Siti with { TanggalKawin = new(2008, 9, 1) })),
        new("P11", "married before birth", "P11@1.tanggalKawin", k => k.Ubah(1, a => a with { TanggalKawin = new(1980, 1, 1) })),
        new("P11", "married on the day of birth", "P11@1.tanggalKawin", k => k.Ubah(1, a => a with { TanggalKawin = a.TanggalLahir })),
        new("P11", "married tomorrow", "P11@0.tanggalKawin", k => k.Ubah(0, a => a with { TanggalKawin = new(2026, 1, 16) })),
        new("P11", "married today", "", k => k.Ubah(0, a => a with { TanggalKawin = new(2026, 1, 15) })),
    ];
}
