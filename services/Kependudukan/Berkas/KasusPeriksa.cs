namespace Dukcapil.Kependudukan;

/// <summary>One family of a case file, ready to be checked.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Keterangan">What it is about.</param>
/// <param name="Kartu">The card, with the changes of <c>ubah</c> applied; null when the case cannot be read.</param>
/// <param name="Konteks">Stage, day, attachments, register; null when the case cannot be read.</param>
/// <param name="Harapan">Rule codes expected per level; null when the file expects nothing.</param>
/// <param name="Kesalahan">Why the case cannot be read; null otherwise.</param>
public sealed record KasusPeriksa(
    string Id,
    string Keterangan,
    KartuKeluarga? Kartu,
    KonteksPemeriksaan? Konteks,
    IReadOnlyDictionary<Tingkat, IReadOnlySet<string>>? Harapan,
    string? Kesalahan)
{
    /// <summary>Shows the name only.</summary>
    public override string ToString() => $"KasusPeriksa {{ Id = {Id} }}";
}
