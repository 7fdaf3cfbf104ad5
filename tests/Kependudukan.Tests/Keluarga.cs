namespace Dukcapil.Kependudukan.Tests;

/// <summary>The synthetic family every case starts from: valid in all 50 rules, region prefix 99.</summary>
internal static class Keluarga
{
    public static DateOnly HariIni { get; } = new(2026, 1, 15);

    public static Anggota Ahmad { get; } = new()
    {
        Nama = "AHMAD CONTOH",
        Nik = "9901010107900001",
        JenisKelamin = 1,
        TempatLahir = "CONTOH",
        TanggalLahir = new(1990, 7, 1),
        Agama = 1,
        Pendidikan = 5,
        Pekerjaan = 15,
        GolonganDarah = 13,
        StatusKawin = 2,
        TanggalKawin = new(2015, 5, 10),
        Shdk = 1,
        Kewarganegaraan = "WNI",
        Ayah = "BAPAK CONTOH",
        Ibu = "IBU CONTOH",
    };

    public static Anggota Siti { get; } = Ahmad with
    {
        Nama = "SITI CONTOH",
        Nik = "9901014308920001",
        JenisKelamin = 2,
        TanggalLahir = new(1992, 8, 3),
        Pekerjaan = 2,
        Shdk = 3,
        Ayah = "BAPAK DUA",
        Ibu = "IBU DUA",
    };

    public static Anggota Budi { get; } = Ahmad with
    {
        Nama = "BUDI CONTOH",
        Nik = "9901011203160001",
        TanggalLahir = new(2016, 3, 12),
        Pendidikan = 2,
        Pekerjaan = 3,
        StatusKawin = 1,
        TanggalKawin = null,
        Shdk = 4,
        Ayah = "AHMAD CONTOH",
        Ibu = "SITI CONTOH",
    };

    /// <summary>A second wife who fits the family, born 1994-09-04.</summary>
    public static Anggota IstriKedua { get; } = Siti with
    {
        Nama = "RATNA CONTOH",
        Nik = "9901014409940001",
        TanggalLahir = new(1994, 9, 4),
        TanggalKawin = new(2020, 2, 2),
    };

    /// <summary>A grown married child of the couple whose birth year leaves no odd gap, born 2006-03-12.</summary>
    public static Anggota AnakKawin { get; } = Budi with
    {
        Nama = "DIMAS CONTOH",
        Nik = "9901011203060001",
        TanggalLahir = new(2006, 3, 12),
        Pendidikan = 5,
        Pekerjaan = 15,
        StatusKawin = 2,
        TanggalKawin = new(2025, 6, 1),
    };

    public static KartuKeluarga Inti { get; } = new()
    {
        Alamat = new Alamat
        {
            Jalan = "JL CONTOH 1",
            Rt = "001",
            Rw = "002",
            KodePos = "99111",
            KodeDesa = "99.01.01.2001",
            Desa = "CONTOH",
            Kecamatan = "CONTOH SATU",
            KabupatenKota = "KABUPATEN CONTOH",
            Provinsi = "PROVINSI CONTOH",
        },
        Anggota = [Ahmad, Siti, Budi],
    };

    public static KonteksPemeriksaan Konteks { get; } = new()
    {
        TanggalAcuan = HariIni,
        Wilayah = DaftarWilayah.Bawaan.Dengan(WilayahContoh.Desa),
        WilayahKantor = WilayahContoh.Kabupaten,
    };

    /// <summary>A person living alone who no rule objects to.</summary>
    public static Anggota Sendiri { get; } = Ahmad with { StatusKawin = 1, TanggalKawin = null };

    public static KartuKeluarga Dengan(this KartuKeluarga kartu, params Anggota[] anggota) => kartu with { Anggota = anggota };

    public static KartuKeluarga Tambah(this KartuKeluarga kartu, params Anggota[] anggota) => kartu with { Anggota = [.. kartu.Anggota, .. anggota] };

    public static KartuKeluarga Ubah(this KartuKeluarga kartu, int baris, Func<Anggota, Anggota> ubah) =>
        kartu with { Anggota = [.. kartu.Anggota.Select((a, i) => i == baris ? ubah(a) : a)] };

    public static KartuKeluarga Pindah(this KartuKeluarga kartu, Func<Alamat, Alamat> ubah) => kartu with { Alamat = ubah(kartu.Alamat!) };

    /// <summary>
    /// A NIK whose date part is that of <paramref name="lahir"/>, on prefix 990101 and serial 0007: test data must not warn by accident.
    /// </summary>
    public static string NikUji(DateOnly lahir, bool perempuan = false) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"990101{lahir.Day + (perempuan ? 40 : 0):00}{lahir:MMyy}0007");

    /// <summary>The person born on another day, NIK following.</summary>
    public static Anggota Lahir(this Anggota a, int tahun, int bulan, int hari)
    {
        var lahir = new DateOnly(tahun, bulan, hari);
        return a with { TanggalLahir = lahir, Nik = NikUji(lahir, a.JenisKelamin == 2) };
    }

    /// <summary>Findings as text: <c>P04@1.statusKawin</c>, without member <c>K02@shdk</c>.</summary>
    public static string[] Temuan(KartuKeluarga kartu, KonteksPemeriksaan? konteks = null) =>
        [.. PemeriksaKeluarga.Periksa(kartu, konteks ?? Konteks).Select(t => t.Anggota is { } i ? $"{t.Kode}@{i}.{t.Field}" : $"{t.Kode}@{t.Field}")];
}
