namespace Dukcapil.Kependudukan.Aturan;

/// <summary>J: what the kind of application asks for.</summary>
internal static class AturanPermohonan
{
    /// <summary>Both halves of a split: who leaves must be able to head a card, and those who stay must still have a head.</summary>
    public static AturanKeluarga J01 { get; } = new("J01", Tingkat.Error,
        "Syarat pisah KK tidak terpenuhi", "Permendagri 108/2019 ps 10(4)")
    {
        Cari = p => p.Konteks.Jenis == JenisPermohonan.Pisah ? Pisah(p) : [],
    };

    public static AturanKeluarga J02 { get; } = new("J02", Tingkat.Error, "Kepala keluarga baru tidak sah", "Permendagri 108/2019 ps 10(3)")
    {
        Cari = p => p.Konteks.Jenis == JenisPermohonan.GantiKepala && p.Konteks.KartuLama?.KepalaKeluarga() is { } lama
            ? GantiKepala(p, lama)
            : [],
    };

    public static AturanKeluarga J03 { get; } = new("J03", Tingkat.Error, "Persyaratan belum lengkap", "Perpres 96/2018 ps 11-13")
    {
        Cari = p => p.Konteks.Jenis is { } jenis
            ? Persyaratan.Kekurangan(jenis, p.Konteks.Keadaan.DenganKartu(p.Kartu, p.HariIni), p.Konteks.Lampiran)
                .Select(k => new Letak(null, "lampiran", k.Pesan))
            : [],
    };

    private static IEnumerable<Letak> Pisah(Pemeriksaan p)
    {
        if (p.Kepala is { Dewasa: false } kepala)
            yield return kepala.Pada("tanggalLahir", "kepala KK baru belum 17 tahun dan belum pernah kawin");
        foreach (var asal in p.Konteks.KartuAsalSesudah.Where(k => k.KepalaKeluarga() is null))
            yield return new Letak(null, "kartuTerkait", $"KK asal {Samaran.Dari(asal.NomorKk)} harus tetap punya tepat satu kepala keluarga");
    }

    private static IEnumerable<Letak> GantiKepala(Pemeriksaan p, Anggota lama)
    {
        if (p.Kepala is { } kepala && NamaOrang.SamaOrang(kepala.Data, lama))
            yield return kepala.Pada("shdk", "kepala keluarga masih orang yang sama");
        if (!p.Konteks.Keadaan.KepalaMeninggal)
            yield break;
        foreach (var anggota in p.Semua.Where(a => NamaOrang.SamaOrang(a.Data, lama)))
            yield return anggota.Pada("nama", "kepala keluarga lama yang meninggal masih tercatat");
    }
}
