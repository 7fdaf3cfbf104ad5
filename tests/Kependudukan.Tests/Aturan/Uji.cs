namespace Dukcapil.Kependudukan.Tests.Aturan;

/// <summary>One row: a change to the valid family and exactly what must be found then.</summary>
/// <param name="Kode">The rule the row is about: a positive row when <paramref name="Harap"/> names it, a negative one otherwise.</param>
/// <param name="Judul">What the row shows.</param>
/// <param name="Harap">All findings, separated by spaces, as <c>P04@1.statusKawin</c>.</param>
/// <param name="Kartu">Change of the family.</param>
/// <param name="Konteks">Change of the context.</param>
internal sealed record Uji(
    string Kode,
    string Judul,
    string Harap,
    Func<KartuKeluarga, KartuKeluarga>? Kartu = null,
    Func<KonteksPemeriksaan, KonteksPemeriksaan>? Konteks = null)
{
    public bool Positif => Harap.Split(' ').Any(t => t.StartsWith(Kode, StringComparison.Ordinal));

    public override string ToString() => $"{Kode} {Judul}";
}
