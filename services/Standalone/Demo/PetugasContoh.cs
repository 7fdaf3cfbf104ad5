using System.Security.Cryptography;
using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Demo;

/// <summary>
/// Synthetic officers of the example office, one per role. Entering, the two parafs and the signature are different persons, as the SOP wants it.
/// </summary>
/// <param name="Id">Opaque id, claim <c>sub</c>.</param>
/// <param name="Nama">Name as printed in books and receipts.</param>
/// <param name="Peran">Role code.</param>
internal sealed record PetugasContoh(string Id, string Nama, string Peran)
{
    /// <summary>Office code of the example data.</summary>
    public const string Kantor = "9901";

    /// <summary>In place of a role: a client system with scope <c>permohonan</c>, its id behind the colon.</summary>
    public const string AwalanKlien = "klien:";

    private const string LingkupPermohonan = "permohonan";

    /// <summary>Those with a name; any other role gets one made from its code.</summary>
    public static IReadOnlyList<PetugasContoh> Semua { get; } =
    [
        new("petugas-loket", "Lina Loket", "LOKET"),
        new("petugas-kasi", "Kurnia Kasi", "KASI"),
        new("petugas-kabid", "Bakti Kabid", "KABID"),
        new("petugas-kadis", "Darma Kadis", "KADIS"),
        new("petugas-admin-alur", "Adi Alur", "ADMIN_ALUR"),
        new("petugas-ops", "Oki Ops", "OPS"),
    ];

    /// <summary>The officer of a role.</summary>
    public static PetugasContoh Untuk(string peran) =>
        Semua.SingleOrDefault(p => p.Peran == peran)
        ?? new($"petugas-{peran.ToLowerInvariant().Replace('_', '-')}", $"Petugas {peran}", peran);

    /// <summary>Access token of the officer of a role, or of a client system (<see cref="AwalanKlien"/>), valid for 12 hours.</summary>
    public static string Token(ECDsa kunci, string peran)
    {
        if (peran.StartsWith(AwalanKlien, StringComparison.Ordinal)) return Tokens.ForClient(kunci, peran[AwalanKlien.Length..], LingkupPermohonan);
        var petugas = Untuk(peran);
        return Tokens.ForOfficer(kunci, petugas.Id, petugas.Nama, Kantor, petugas.Peran);
    }
}
