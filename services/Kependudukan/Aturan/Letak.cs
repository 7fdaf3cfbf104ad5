namespace Dukcapil.Kependudukan.Aturan;

/// <summary>Where a rule is broken, and the ways rules say it.</summary>
internal readonly record struct Letak(int? Anggota, string? Field, string? Rincian = null)
{
    /// <summary>The rule looks at one member at a time.</summary>
    public static Func<Pemeriksaan, IEnumerable<Letak>> TiapAnggota(string field, Func<Baris, Pemeriksaan, bool> melanggar) =>
        p => p.Semua.Where(a => melanggar(a, p)).Select(a => a.Pada(field));

    /// <summary>The rule looks at the card, or at members together, and one field names it.</summary>
    public static Func<Pemeriksaan, IEnumerable<Letak>> Kartu(string? field, Func<Pemeriksaan, bool> melanggar) =>
        p => melanggar(p) ? [new Letak(null, field)] : [];
}
