namespace Dukcapil.Kependudukan.Aturan;

/// <summary>
/// One member as the rules see it. What is empty, outside its code table or impossible (a birth date to come) is null here, and a rule
/// that needs it stays silent: D01 or D02 has already said so, and guesses on top of it would only bury that.
/// </summary>
internal sealed class Baris
{
    public Baris(int indeks, Anggota data, DateOnly hariIni)
    {
        (Indeks, Data) = (indeks, data);
        Nik = Kependudukan.Nik.TryParse(data.Nik, out var nik) ? nik : null;
        Lahir = data.TanggalLahir <= hariIni ? data.TanggalLahir : null;
        Umur = Lahir is { } lahir ? Kependudukan.Umur.Pada(lahir, hariIni) : null;
        JenisKelamin = Sah(TabelKode.JenisKelamin, data.JenisKelamin);
        Status = Sah(TabelKode.StatusKawin, data.StatusKawin);
        Shdk = Sah(TabelKode.Shdk, data.Shdk);
    }

    public int Indeks { get; }

    public Anggota Data { get; }

    public Nik? Nik { get; }

    /// <summary>True when a NIK was entered, valid or not.</summary>
    public bool NikTerisi => !string.IsNullOrWhiteSpace(Data.Nik);

    public DateOnly? Lahir { get; }

    /// <summary>Completed years on the office's day.</summary>
    public int? Umur { get; }

    public int? JenisKelamin { get; }

    public int? Status { get; }

    public int? Shdk { get; }

    public bool? Kawin => Status is { } s ? StatusKawin.Kawin(s) : null;

    public bool? KawinAtauPernah => Status is { } s ? StatusKawin.KawinAtauPernah(s) : null;

    public bool Pasangan => Shdk is Kependudukan.Shdk.Suami or Kependudukan.Shdk.Istri;

    /// <summary>At least 17, or married now or once (UU 23/2006 art. 63(1)); null when it cannot be told.</summary>
    public bool? Dewasa => (Umur, KawinAtauPernah) switch
    {
        ( >= 17, _) or (_, true) => true,
        (not null, false) => false,
        _ => null,
    };

    public Letak Pada(string field, string? rincian = null) => new(Indeks, field, rincian);

    private static int? Sah(TabelKode tabel, int? kode) => tabel.Memuat(kode) ? kode : null;
}
