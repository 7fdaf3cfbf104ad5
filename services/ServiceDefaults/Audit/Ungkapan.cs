using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>Request: show numbers in full.</summary>
/// <param name="Alasan">Why, 10 to 500 characters; becomes part of the audit journal, sealed.</param>
public sealed record PermintaanUngkap(string Alasan);

/// <summary>Showing what is masked by default: an act with a reason, on record before the answer leaves.</summary>
public static class Ungkapan
{
    /// <summary>Act in the journal.</summary>
    public const string Tindakan = "nomor.ungkap";

    private const int Terpendek = 10, Terpanjang = 500;

    /// <summary>What is wrong with the reason, or null.</summary>
    public static ProblemHttpResult? Tolak(this PermintaanUngkap permintaan)
    {
        ArgumentNullException.ThrowIfNull(permintaan);
        return permintaan.Alasan?.Trim() is { Length: >= Terpendek and <= Terpanjang }
            ? null
            : Masalah.TidakSah("Mengungkap nomor memerlukan alasan.", ("alasan", $"{Terpendek} sampai {Terpanjang} karakter; dicatat dalam jurnal audit."));
    }

    /// <summary>Writes it down; after this the numbers may be shown.</summary>
    public static async Task CatatAsync(
        this PermintaanUngkap permintaan, JurnalAudit jurnal, ServiceDb db, Pelindung pelindung, Guid permohonan, string objek, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permintaan);
        ArgumentNullException.ThrowIfNull(jurnal);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(pelindung);
        jurnal.Catat(Tindakan, permohonan, objek, tujuan: pelindung.SegelKolom(permintaan.Alasan.Trim()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
