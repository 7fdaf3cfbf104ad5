namespace Dukcapil.Kependudukan.Tests.Aturan;

/// <summary>J and G: rules that need an application or a register.</summary>
internal static class UjiPermohonan
{
    private static readonly KartuKeluarga lama = Keluarga.Inti with { NomorKk = "9901010101150009" };

    private static KonteksPemeriksaan Pisah(KonteksPemeriksaan c) => c with { Jenis = JenisPermohonan.Pisah, Lampiran = ["F-1.02", "KK_LAMA", "KTP_EL"] };

    private static KonteksPemeriksaan GantiKepala(KonteksPemeriksaan c) => c with
    {
        Jenis = JenisPermohonan.GantiKepala,
        Lampiran = ["F-1.02", "KK_LAMA", "AKTA_KEMATIAN"],
        Keadaan = new Keadaan { KepalaMeninggal = true },
        KartuLama = lama,
    };

    private static KonteksPemeriksaan Terdaftar(KonteksPemeriksaan c, OrangTerdaftar orang) => c with { Register = new RegisterLokal { Orang = [orang] } };

    public static Uji[] Baris { get; } =
    [
        new("J01", "a head of 16 may not split off", "U01@0.tanggalLahir J01@0.tanggalLahir", k => k.Dengan(Keluarga.Sendiri.Lahir(2009, 1, 16)), Pisah),
        new("J01", "the card of origin loses its head", "J01@kartuTerkait", k => k.Dengan(Keluarga.Sendiri),
            c => Pisah(c) with { KartuAsalSesudah = [lama.Dengan(Keluarga.Siti, Keluarga.Budi)] }),
        new("J01", "the card of origin keeps its head", "", k => k.Dengan(Keluarga.AnakKawin with { Shdk = 1, StatusKawin = 1, TanggalKawin = null }),
            c => Pisah(c) with { KartuAsalSesudah = [lama] }),
        new("J02", "the head is still the same", "J02@0.shdk", null,
            c => GantiKepala(c) with { Keadaan = new Keadaan { KepalaCerai = true }, Lampiran = ["F-1.02", "KK_LAMA", "AKTA_CERAI"] }),
        new("J02", "the dead head is still a member", "J02@1.nama",
            k => k.Dengan(Keluarga.Siti with { Shdk = 1, StatusKawin = 6 }, Keluarga.Ahmad with { Shdk = 9 }), GantiKepala),
        new("J02", "recognised by name when the NIK is missing", "J02@0.shdk J02@0.nama",
            k => k.Dengan(Keluarga.Sendiri with { Nik = null, Nama = "ahmad contoh" }),
            c => GantiKepala(c) with { Lampiran = ["F-1.02", "KK_LAMA", "AKTA_KEMATIAN", "F-1.01"] }),
        new("J02", "the widow becomes head", "", k => k.Dengan(Keluarga.Siti with { Shdk = 1, StatusKawin = 6 }, Keluarga.Budi), GantiKepala),
        new("J03", "nothing attached", "J03@lampiran J03@lampiran", null, c => c with { Jenis = JenisPermohonan.KeluargaBaru }),
        new("J03", "none of the alternatives", "J03@lampiran", null, c => c with { Jenis = JenisPermohonan.KeluargaBaru, Lampiran = ["F-1.02"] }),
        new("J03", "a member without NIK asks for F-1.01", "J03@lampiran", k => k.Ubah(2, a => a with { Nik = null }),
            c => c with { Jenis = JenisPermohonan.KeluargaBaru, Lampiran = ["F-1.02", "BUKU_NIKAH"] }),
        new("J03", "one alternative is enough", "", null, c => c with { Jenis = JenisPermohonan.KeluargaBaru, Lampiran = ["F-1.02", "AKTA_CERAI"] }),
        new("G01", "same name, day of birth and mother under another NIK", "G01@2.nama", null,
            c => Terdaftar(c, new("9901011203160009", "Budi  Contoh", new(2016, 3, 12), "SITI CONTOH"))),
        new("G01", "a child without NIK is in the register already", "G01@2.nama", k => k.Ubah(2, a => a with { Nik = null }),
            c => Terdaftar(c, new("9901011203160001", "BUDI CONTOH", new(2016, 3, 12), "SITI CONTOH"))),
        new("G01", "the same NIK is the same person", "", null, c => Terdaftar(c, new("9901011203160001", "BUDI CONTOH", new(2016, 3, 12), "SITI CONTOH"))),
        new("G01", "another mother", "", null, c => Terdaftar(c, new("9901011203160009", "BUDI CONTOH", new(2016, 3, 12), "IBU LAIN"))),
        new("G01", "a mother '-' proves nothing", "", k => k.Ubah(2, a => a with { Ibu = "-" }), c => Terdaftar(c, new(null, "BUDI CONTOH", new(2016, 3, 12), "-"))),
    ];
}
