using static Dukcapil.Kependudukan.Aturan.Letak;

namespace Dukcapil.Kependudukan.Aturan;

/// <summary>
/// U: age and relation to the head. Step-, adopted and foster children make almost every combination possible, so all but U01 only warn.
/// Relations are to the head: without exactly one they are not judged.
/// </summary>
internal static class AturanHubungan
{
    private const int SelisihIbuAnak = 13;

    /// <summary>
    /// A statement of guardianship does not make a child a head: an adult relative joins as head, or the children join a relative's card.
    /// </summary>
    public static AturanKeluarga U01 { get; } = new("U01", Tingkat.Error,
        "Kepala keluarga di bawah 17 tahun: perlu wali/penitipan", "SE 470/13287/Dukcapil")
    {
        Cari = p => p.Kepala is { Dewasa: false } kepala ? [kepala.Pada("tanggalLahir")] : [],
    };

    public static AturanKeluarga U02 { get; } = new("U02", Tingkat.Warning,
        "Anak tidak lebih muda dari kepala keluarga (anak tiri/angkat?)", "logika")
    {
        Cari = TiapAnggota("tanggalLahir", (a, p) => a.Shdk == Shdk.Anak && a.Lahir <= p.Kepala?.Lahir),
    };

    /// <summary>By calendar year of birth, against every woman who may be the mother; with several wives one that fits is enough.</summary>
    public static AturanKeluarga U03 { get; } = new("U03", Tingkat.Warning, "Selisih umur ibu-anak kurang dari 13 tahun", "logika")
    {
        Cari = p =>
        {
            if (p.Kepala is not { } kepala)
                return [];
            var ibu = kepala.JenisKelamin == JenisKelamin.Perempuan ? [.. p.Istri, kepala] : p.Istri;
            if (ibu.Count == 0 || ibu.Any(i => i.Lahir is null))
                return [];
            var tahunTertua = ibu.Min(i => i.Lahir!.Value.Year);
            return p.Anak.Where(a => a.Lahir?.Year - tahunTertua < SelisihIbuAnak).Select(a => a.Pada("tanggalLahir"));
        },
    };

    public static AturanKeluarga U04 { get; } = new("U04", Tingkat.Warning, "Umur tidak lazim untuk hubungan keluarga", "logika")
    {
        Cari = TiapAnggota("tanggalLahir", (a, p) => p.Kepala is { } kepala && a.Shdk switch
        {
            Shdk.OrangTua => a.Lahir >= kepala.Lahir,
            Shdk.Mertua => a.Lahir is not null && p.Pasangan.Append(kepala).All(x => a.Lahir >= x.Lahir),
            Shdk.Cucu => a.Lahir <= kepala.Lahir,
            _ => false,
        }),
    };

    /// <summary>Widowed and divorced children count: their spouse may have stayed with the family.</summary>
    public static AturanKeluarga U05 { get; } = new("U05", Tingkat.Warning, "Menantu tanpa anak yang kawin", "logika")
    {
        Cari = TiapAnggota("shdk", (a, p) => a.Shdk == Shdk.Menantu && p.Anak.All(anak => anak.KawinAtauPernah == false)),
    };

    public static AturanKeluarga U06 { get; } = new("U06", Tingkat.Info, "Anak sudah kawin: tawarkan pisah KK", "praktik")
    {
        Cari = TiapAnggota("statusKawin", (a, _) => a.Shdk == Shdk.Anak && a.Kawin == true),
    };

    /// <summary>A "-" is no other name: who names no parent on purpose is not asked again.</summary>
    public static AturanKeluarga U07 { get; } = new("U07", Tingkat.Warning, "Nama orang tua anak berbeda dengan kepala/pasangan", "logika")
    {
        Cari = p =>
        {
            if (p.Kepala is not { } kepala)
                return [];
            var dewasa = p.Pasangan.Append(kepala).Select(a => NamaOrang.Normal(a.Data.Nama)).ToList();
            return dewasa.Contains("") ? [] : p.Anak.Where(a => OrangTuaLain(a, dewasa)).Select(a => a.Pada("ayah"));
        },
    };

    /// <summary>True when both parents are entered, at least one by name, and no name is that of head or spouse.</summary>
    private static bool OrangTuaLain(Baris anak, List<string> dewasa)
    {
        if (string.IsNullOrWhiteSpace(anak.Data.Ayah) || string.IsNullOrWhiteSpace(anak.Data.Ibu))
            return false;
        var nama = new[] { anak.Data.Ayah, anak.Data.Ibu }.Select(NamaOrang.Normal).Where(n => n.Length > 0).ToList();
        return nama.Count > 0 && !nama.Any(dewasa.Contains);
    }
}
