namespace Dukcapil.Kependudukan.Tests.Aturan;

internal static class UjiNomor
{
    private const string KkBaru = "9901012311250001";
    private const string KkAsal = "9901010101150009";

    private static KonteksPemeriksaan Cetak(KonteksPemeriksaan c) => c with { Tahap = Tahap.Cetak };

    private static RegisterLokal AktifPada(string kk, string nik = "9901010107900001") => new() { KkDariNik = new Dictionary<string, string> { [nik] = kk } };

    public static Uji[] Baris { get; } =
    [
        new("N01", "fifteen digits", "N01@2.nik", k => k.Ubah(2, a => a with { Nik = "990101120316001" })),
        new("N01", "letter O", "N01@0.nik", k => k.Ubah(0, a => a with { Nik = "99010101O7900001" })),
        new("N01", "spaces inside", "N01@0.nik", k => k.Ubah(0, a => a with { Nik = "9901 0101 0790 0001" })),
        new("N01", "Arabic-Indic digits", "N01@0.nik", k => k.Ubah(0, a => a with { Nik = "٩٩٠١٠١٠١٠٧٩٠٠٠٠١" })),
        new("N01", "empty until SIAK issues it", "", k => k.Ubah(2, a => a with { Nik = "" })),
        new("N02", "a NIK is missing at print", "N02@2.nik", k => k.Ubah(2, a => a with { Nik = null }) with { NomorKk = KkBaru }, Cetak),
        new("N02", "all NIK are there at print", "", k => k with { NomorKk = KkBaru }, Cetak),
        new("N02", "a NIK is missing before print", "", k => k.Ubah(2, a => a with { Nik = " " })),
        new("N03", "the same NIK twice names the later row", "N03@3.nik", k => k.Tambah(Keluarga.Budi)),
        new("N03", "two members without NIK", "", k => k.Ubah(1, a => a with { Nik = null }).Ubah(2, a => a with { Nik = null })),
        new("N04", "active on another card", "N04@0.nik", null, c => c with { Register = AktifPada(KkAsal) }),
        new("N04", "active on a card that is not the one named as origin", "N04@0.nik", null, c => c with { Register = AktifPada(KkAsal), KkAsal = [KkBaru] }),
        new("N04", "active on the card named as origin", "", null, c => c with { Register = AktifPada(KkAsal), KkAsal = [KkAsal] }),
        new("N04", "active on this very card", "", k => k with { NomorKk = KkAsal }, c => c with { Register = AktifPada(KkAsal) }),
        new("N05", "birth date corrected by a day", "N05@0.tanggalLahir", k => k.Ubah(0, a => a with { TanggalLahir = new(1990, 7, 2) })),
        new("N05", "30 February in the NIK", "N05@0.tanggalLahir", k => k.Ubah(0, a => a with { Nik = "9901013002900004", TanggalLahir = new(1990, 3, 1) })),
        new("N05", "woman's day plus forty", "", k => k.Ubah(1, a => a with { Nik = "9901017112850003", TanggalLahir = new(1985, 12, 31) })),
        new("N06", "sex corrected", "N06@2.jenisKelamin", k => k.Ubah(2, a => a with { JenisKelamin = 2 })),
        new("N06", "day 41 for a woman", "", k => k.Ubah(1, a => a with { Nik = "9901014107900001", TanggalLahir = new(1990, 7, 1) })),
        new("N07", "a kecamatan that never was", "N07@0.nik", k => k.Ubah(0, a => a with { Nik = "9800010107900001" })),
        new("N07", "a kecamatan other than that of the address", "", k => k.Ubah(0, a => a with { Nik = "9901020107900001" })),
        new("N08", "serial 0000", "N08@0.nik", k => k.Ubah(0, a => a with { Nik = "9901010107900000" })),
        new("N08", "serial 0001", ""),
        new("N09", "no number at print", "N09@nomorKk", null, Cetak),
        new("N09", "fifteen digits at print", "N09@nomorKk", k => k with { NomorKk = "990101231125001" }, Cetak),
        new("N09", "number of another active card", "N09@nomorKk", k => k with { NomorKk = KkBaru },
            c => Cetak(c) with { Register = new RegisterLokal { NomorKkAktif = [KkBaru] } }),
        new("N09", "number under which another person is active", "N09@nomorKk", k => k with { NomorKk = KkAsal },
            c => Cetak(c) with { Register = AktifPada(KkAsal, "9901010101800009") }),
        new("N09", "a split keeps the number of its origin", "N09@nomorKk", k => k.Dengan(Keluarga.Sendiri) with { NomorKk = KkAsal },
            c => Cetak(c) with { Jenis = JenisPermohonan.Pisah, Lampiran = ["F-1.02", "KK_LAMA", "KTP_EL"], KkAsal = [KkAsal] }),
        new("N09", "an update keeps its number", "", k => k with { NomorKk = KkAsal },
            c => Cetak(c) with { KkAsal = [KkAsal], Register = new RegisterLokal { NomorKkAktif = [KkAsal] } }),
        new("N09", "an update keeps the number of its former card", "", k => k with { NomorKk = KkAsal },
            c => Cetak(c) with { KartuLama = Keluarga.Inti with { NomorKk = KkAsal }, Register = new RegisterLokal { NomorKkAktif = [KkAsal] } }),
        new("N09", "a number under which its own members are active", "", k => k with { NomorKk = KkAsal }, c => Cetak(c) with { Register = AktifPada(KkAsal) }),
        new("N09", "day 63 is only unusual", "", k => k with { NomorKk = "9901016311250001" }, Cetak),
        new("N09", "no number before print", ""),
    ];
}
