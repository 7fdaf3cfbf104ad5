namespace Dukcapil.Kependudukan;

/// <summary>
/// The part of the local register that concerns one card: the caller looks up the card's own NIK, number and birth dates.
/// </summary>
public sealed record RegisterLokal
{
    /// <summary>NIK → number of the card on which it is active.</summary>
    public IReadOnlyDictionary<string, string> KkDariNik { get; init; } = new Dictionary<string, string>();

    /// <summary>Numbers of active cards. The card's own former number may be among them when the application names it as origin.</summary>
    public IReadOnlyCollection<string> NomorKkAktif { get; init; } = [];

    /// <summary>Persons who share a birth date with a member, for the search for duplicates.</summary>
    public IReadOnlyList<OrangTerdaftar> Orang { get; init; } = [];

    /// <summary>Gives nothing away.</summary>
    public override string ToString() => $"RegisterLokal {{ Nik = {KkDariNik.Count}, Orang = {Orang.Count} }}";
}
