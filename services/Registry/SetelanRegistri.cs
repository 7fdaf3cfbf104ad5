namespace Dukcapil.Registry;

/// <summary>What an office may decide about its books; section <c>Registry</c>.</summary>
/// <param name="PolaNomorAgenda">
/// Pattern of a number in the Buku Agenda with <c>{n}</c> or <c>{n:6}</c>, and <c>{tahun}</c>. Default <c>400.12.2.1/{n}/{tahun}</c>, classification of Permendagri 83/2022.
/// </param>
/// <param name="ParafMinimal">Roles whose paraf must have arrived before a card is printed. Default 2, as in the SOP (Kasi and Kabid).</param>
/// <param name="EntriGanda">Whether Loket types the Nomor KK twice and keys SIAK's screen in again, to be compared with the konsep. Default false.</param>
/// <param name="RetensiTahun">Years that files of the archive are kept. Default null: for ever.</param>
/// <param name="PeriksaArsip">How often every file of the archive is read and compared with its checksum. Default 24 hours.</param>
public sealed record SetelanRegistri(string PolaNomorAgenda, int ParafMinimal, bool EntriGanda, int? RetensiTahun, TimeSpan PeriksaArsip)
{
    /// <summary>Reads the section; a pattern that would give two entries one number is refused at start.</summary>
    public static SetelanRegistri Dari(IConfiguration configuration)
    {
        var pola = configuration["Registry:PolaNomorAgenda"] ?? "400.12.2.1/{n}/{tahun}";
        if ((!pola.Contains("{n}", StringComparison.Ordinal) && !pola.Contains("{n:", StringComparison.Ordinal)) || !pola.Contains("{tahun}", StringComparison.Ordinal))
            throw new InvalidOperationException("Setting Registry:PolaNomorAgenda must contain {n} and {tahun}.");
        var retensi = configuration.GetValue<int?>("Registry:RetensiTahun");
        if (retensi < 1) throw new InvalidOperationException("Setting Registry:RetensiTahun must be 1 or more; leave it out to keep everything.");
        var jam = configuration.GetValue("Registry:PeriksaArsipJam", defaultValue: 24);
        if (jam < 1) throw new InvalidOperationException("Setting Registry:PeriksaArsipJam must be 1 or more.");
        return new SetelanRegistri(
            pola, configuration.GetValue("Registry:ParafMinimal", defaultValue: 2), configuration.GetValue("Registry:EntriGanda", defaultValue: false), retensi,
            TimeSpan.FromHours(jam));
    }
}
