namespace Dukcapil.Kependudukan.Tests.Aturan;

internal static class UjiKartu
{
    private static Anggota[] Saudara(int banyak) =>
        [.. Enumerable.Range(1, banyak).Select(i => (Keluarga.Sendiri with { Shdk = 9, Nama = "FAMILI CONTOH" }).Lahir(1990, 1, i))];

    public static Uji[] Baris { get; } =
    [
        new("K01", "a card without members has no head either", "K01@anggota K02@shdk", k => k.Dengan()),
        new("K01", "one person is a family card", "", k => k.Dengan(Keluarga.Sendiri)),
        new("K02", "no head, and no finding follows from it", "K02@shdk", k => k.Dengan(Keluarga.Siti, Keluarga.Budi)),
        new("K02", "two heads, and no finding follows from it", "K02@shdk", k => k.Ubah(1, a => a with { Shdk = 1 })),
        new("K02", "no head: relations to a head are not judged", "K02@shdk",
            k => k.Dengan(Keluarga.Siti, Keluarga.Budi with { Ayah = "LAIN SATU", Ibu = "LAIN DUA" }, (Keluarga.Sendiri with { Shdk = 7 }).Lahir(2004, 1, 1))),
        new("K02", "exactly one head", ""),
        new("K03", "head on the second row", "K03@1.shdk", k => k.Dengan(Keluarga.Siti, Keluarga.Ahmad, Keluarga.Budi)),
        new("K03", "head on the first row", ""),
        new("K04", "eleven members at print", "K04@anggota N09@nomorKk", k => k.Dengan([Keluarga.Sendiri, .. Saudara(10)]), c => c with { Tahap = Tahap.Cetak }),
        new("K04", "ten members at print", "N09@nomorKk", k => k.Dengan([Keluarga.Sendiri, .. Saudara(9)]), c => c with { Tahap = Tahap.Cetak }),
        new("K04", "eleven members before print", "", k => k.Dengan([Keluarga.Sendiri, .. Saudara(10)])),
    ];
}
