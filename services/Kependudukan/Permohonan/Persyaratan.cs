namespace Dukcapil.Kependudukan;

/// <summary>
/// What must be attached to an application (Perpres 96/2018 art. 11–13, Permendagri 108/2019 art. 10, forms of Permendagri 109/2019). No
/// letter of RT, RW, desa or kelurahan is among it: none may be demanded for a family card.
/// </summary>
public static class Persyaratan
{
    /// <summary>The catalogue: document code → name.</summary>
    public static IReadOnlyDictionary<string, string> Dokumen => KatalogPermohonan.Dokumen;

    /// <summary>The whole checklist of a kind; <see cref="SyaratBerkas.Diminta"/> tells what these circumstances ask for.</summary>
    public static IReadOnlyList<SyaratBerkas> Daftar(JenisPermohonan jenis, Keadaan keadaan) =>
        [.. jenis.Syarat.Select(s => new SyaratBerkas(
            s.Kode, NamaLengkap(s.Kode), s.Sifat, Diminta(s, keadaan, []), s.Kelompok, s.Kondisi, s.Bentuk, s.DasarHukum))];

    /// <summary>What is missing, in words an applicant understands; empty when complete.</summary>
    /// <param name="jenis">Kind of application.</param>
    /// <param name="keadaan">Circumstances.</param>
    /// <param name="lampiran">Codes of the documents attached; unknown ones count for nothing.</param>
    public static IReadOnlyList<BerkasKurang> Kekurangan(JenisPermohonan jenis, Keadaan keadaan, IReadOnlyCollection<string> lampiran) =>
    [
        .. jenis.Syarat
            .Where(s => s.Sifat != SifatSyarat.Alternatif && Diminta(s, keadaan, lampiran) && !s.Terpenuhi(lampiran))
            .Select(TidakAda),
        .. jenis.Syarat
            .Where(s => s.Sifat == SifatSyarat.Alternatif)
            .GroupBy(s => s.Kelompok, StringComparer.Ordinal)
            .Where(k => !k.Any(s => s.Terpenuhi(lampiran)))
            .Select(SalahSatu),
    ];

    /// <summary>Which of the documents that an office asks for besides are missing; a document the law asks for is said there.</summary>
    /// <param name="tambahan">Codes of <see cref="Dokumen"/>; others are left out.</param>
    /// <param name="lampiran">Codes of the documents attached.</param>
    public static IReadOnlyList<BerkasKurang> KekuranganTambahan(IEnumerable<string> tambahan, IReadOnlyCollection<string> lampiran) =>
        [.. tambahan.Where(k => Dokumen.ContainsKey(k) && !lampiran.Contains(k)).Distinct().Select(k => new BerkasKurang([k], $"{NamaLengkap(k)} belum dilampirkan (diminta kantor)"))];

    private static bool Diminta(Syarat syarat, Keadaan keadaan, IReadOnlyCollection<string> lampiran) =>
        syarat.Bila is null || keadaan.Berlaku(syarat.Bila, lampiran);

    private static BerkasKurang TidakAda(Syarat s)
    {
        var sebab = s is { Sifat: SifatSyarat.Kondisional, Kondisi: { } kondisi } ? $", diperlukan karena {kondisi}" : "";
        return new BerkasKurang([s.Kode], $"{NamaLengkap(s.Kode)} belum dilampirkan ({s.Bentuk}{sebab})");
    }

    private static BerkasKurang SalahSatu(IEnumerable<Syarat> kelompok)
    {
        var pilihan = kelompok.ToList();
        var teks = pilihan.Select(s => s.Kondisi is null ? NamaLengkap(s.Kode) : $"{NamaLengkap(s.Kode)} ({s.Kondisi})");
        return new BerkasKurang([.. pilihan.Select(s => s.Kode)], "Lampirkan salah satu: " + string.Join("; atau ", teks));
    }

    /// <summary>People know the forms by their number.</summary>
    private static string NamaLengkap(string kode)
    {
        var nama = Dokumen[kode];
        return kode.StartsWith("F-", StringComparison.Ordinal) ? $"{nama} ({kode})" : nama;
    }
}
