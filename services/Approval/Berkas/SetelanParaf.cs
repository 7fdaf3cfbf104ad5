namespace Dukcapil.Approval.Berkas;

/// <summary>What an office may decide about paraf; section <c>Approval</c>.</summary>
/// <param name="PengentriBolehParaf">Whether who entered the data may paraf the same file; only for offices too small for two persons. Default false.</param>
/// <param name="ParafMinimal">Roles that must have given a paraf before a signature. Default 2, as in the SOP (Kasi and Kabid).</param>
public sealed record SetelanParaf(bool PengentriBolehParaf, int ParafMinimal)
{
    /// <summary>Reads the section.</summary>
    public static SetelanParaf Dari(IConfiguration configuration) => new(
        configuration.GetValue("Approval:PengentriBolehParaf", defaultValue: false),
        configuration.GetValue("Approval:ParafMinimal", defaultValue: 2));
}
