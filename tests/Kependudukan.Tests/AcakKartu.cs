using CsCheck;

namespace Dukcapil.Kependudukan.Tests;

/// <summary>Random cards: plausible, absurd and empty values mixed, so that rules meet each other's edge cases.</summary>
internal static class AcakKartu
{
    private static readonly Gen<DateOnly?> tanggal = Gen.Int[0, 60000].Select(i =>
        i < 4000 ? (DateOnly?)null : i < 4100 ? DateOnly.MinValue : i < 4200 ? DateOnly.MaxValue : new DateOnly(1900, 1, 1).AddDays(i));

    private static readonly Gen<string?> teks = Gen.OneOf<string?>(
        null, "", " ", "-", "A", "AHMAD CONTOH", "SITI CONTOH",
        "Dr. X, S.H.", "😀 É", "9901010107900001", "990101010790000a");

    private static readonly Gen<int?> kode = Gen.Int[-1, 15].Select(i => i < 0 ? null : (int?)i);

    private static readonly Gen<string?> warga = Gen.OneOf<string?>(null, "WNI", "WNA", "wni", "");

    public static Gen<Anggota> Anggota { get; } =
        Gen.Select(
            Gen.Select(teks, teks, kode, teks, tanggal, kode),
            Gen.Select(teks, kode, kode, kode, kode, tanggal),
            Gen.Select(tanggal, kode, warga, teks, teks, tanggal),
            Gen.Select(teks, teks))
            .Select((a, b, c, d) => new Anggota
            {
                Nama = a.Item1,
                Nik = a.Item2,
                JenisKelamin = a.Item3,
                TempatLahir = a.Item4,
                TanggalLahir = a.Item5,
                Agama = a.Item6,
                OrganisasiKepercayaan = b.Item1,
                Pendidikan = b.Item2,
                Pekerjaan = b.Item3,
                GolonganDarah = b.Item4,
                StatusKawin = b.Item5,
                TanggalKawin = b.Item6,
                TanggalCerai = c.Item1,
                Shdk = c.Item2,
                Kewarganegaraan = c.Item3,
                NoPaspor = c.Item4,
                NoKitap = c.Item5,
                KitapBerakhir = c.Item6,
                Ayah = d.Item1,
                Ibu = d.Item2,
            });

    public static Gen<KartuKeluarga> Kartu { get; } =
        Gen.Select(teks, Gen.Select(teks, teks, teks), Gen.OneOf<string?>(null, "99.01.01.2001", "99.01", "11.01.01.2001", "x"), Gen.Bool, Anggota.List[0, 6])
            .Select((nomor, a, desa, ada, anggota) => new KartuKeluarga
            {
                NomorKk = nomor,
                Alamat = ada ? new Alamat { Jalan = a.Item1, Rt = a.Item2, Rw = a.Item3, KodePos = a.Item1, KodeDesa = desa, Desa = a.Item2 } : null,
                Anggota = anggota,
            });
}
