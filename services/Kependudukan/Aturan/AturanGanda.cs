namespace Dukcapil.Kependudukan.Aturan;

/// <summary>G: the same person entered twice in the local register.</summary>
internal static class AturanGanda
{
    /// <summary>A person of the same NIK is this member; an unknown mother ("-") makes two people alike too easily.</summary>
    public static AturanKeluarga G01 { get; } = new("G01", Tingkat.Warning, "Kemungkinan data ganda", "praktik")
    {
        Cari = Letak.TiapAnggota("nama", (a, p) => p.Konteks.Register.Orang.Any(o =>
            o.TanggalLahir == a.Data.TanggalLahir
            && !(a.NikTerisi && o.Nik == a.Data.Nik)
            && NamaOrang.Normal(a.Data.Ibu) is { Length: > 0 } ibu && ibu == NamaOrang.Normal(o.Ibu)
            && NamaOrang.Normal(a.Data.Nama) is { Length: > 0 } nama && nama == NamaOrang.Normal(o.Nama))),
    };
}
