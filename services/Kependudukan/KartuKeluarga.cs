namespace Dukcapil.Kependudukan;

/// <summary>
/// The content of one family card as it is entered by Loket and checked by Kasi and Kabid (UU 23/2006 art. 61). Numbers are SIAK's:
/// <see cref="NomorKk"/> and an <see cref="Anggota.Nik"/> stay null until SIAK has issued them; this software never makes one.
/// </summary>
public sealed record KartuKeluarga
{
    /// <summary>16 digits, or null while SIAK has not issued it.</summary>
    public string? NomorKk { get; init; }

    /// <summary>Address and region of the family.</summary>
    public Alamat? Alamat { get; init; }

    /// <summary>Members in the order of the card.</summary>
    public IReadOnlyList<Anggota> Anggota { get; init; } = [];

    /// <summary>The member whose relation is KEPALA KELUARGA; null unless there is exactly one.</summary>
    public Anggota? KepalaKeluarga()
    {
        var kepala = Anggota.Where(a => a?.Shdk == Kependudukan.Shdk.KepalaKeluarga).Take(2).ToList();
        return kepala.Count == 1 ? kepala[0] : null;
    }

    /// <summary>
    /// The card with what the hints K03 and D07 announce carried out: head first, otherwise in the same order; empty blood type is TIDAK
    /// TAHU.
    /// </summary>
    public KartuKeluarga Rapikan() => this with
    {
        Anggota = [.. Anggota
            .OrderBy(a => a.Shdk == Kependudukan.Shdk.KepalaKeluarga ? 0 : 1)
            .Select(a => a.GolonganDarah is null ? a with { GolonganDarah = Kependudukan.GolonganDarah.TidakTahu } : a)],
    };

    /// <summary>The card for who may not see numbers: Nomor KK and every NIK masked; what is not issued yet stays null.</summary>
    public KartuKeluarga Tersamar() => this with
    {
        NomorKk = NomorKk is null ? null : Samaran.Dari(NomorKk),
        Anggota = [.. Anggota.Select(a => a.Nik is null ? a : a with { Nik = Samaran.Dari(a.Nik) })],
    };

    /// <summary>
    /// SHA-256 (64 lower-case hexadecimal digits) of the data that officers put their paraf to; the number of the card and every NIK are
    /// left out, because SIAK issues them after the paraf. Format: <see cref="BentukKanonik"/>.
    /// </summary>
    /// <param name="terkait">The other cards of the application: a paraf is put to all of them.</param>
    public string HashKanonik(params IReadOnlyList<KartuTerkait> terkait) => BentukKanonik.Hash(this, terkait);

    /// <summary>Never shows data of a person, so that a card that ends up in a log line or an exception text gives nothing away.</summary>
    public override string ToString() => $"KartuKeluarga {{ NomorKk = {Samaran.Dari(NomorKk)}, Anggota = {Anggota.Count} }}";
}
