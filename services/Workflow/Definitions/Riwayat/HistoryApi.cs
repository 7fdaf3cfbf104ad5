using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions.Riwayat;

/// <summary>A change of a definition.</summary>
/// <param name="Id">The change.</param>
/// <param name="Versi">Version that was changed.</param>
/// <param name="Tindakan"><c>SIMPAN</c>, <c>IMPOR</c>, <c>PULIHKAN</c>, <c>TERBIT</c>, <c>TARIK</c> or <c>HAPUS</c>.</param>
/// <param name="Oleh">Officer id.</param>
/// <param name="Nama">The officer's name at that time.</param>
/// <param name="Pada">When (UTC).</param>
/// <param name="Perbedaan">What is not as it was.</param>
public sealed record PerubahanDefinisi(long Id, int Versi, string Tindakan, string Oleh, string Nama, DateTimeOffset Pada, IReadOnlyList<Perbedaan> Perbedaan);

/// <summary>Changes, the newest first.</summary>
/// <param name="Perubahan">Changes.</param>
/// <param name="Berikut"><c>sebelum</c> of the next page; null at the end.</param>
public sealed record RiwayatDefinisi(IReadOnlyList<PerubahanDefinisi> Perubahan, long? Berikut);

/// <summary>Who changed and published what, when, with the difference.</summary>
internal static class HistoryApi
{
    private const int PageSize = 50;

    /// <summary>Maps <c>/api/v1/alur/definisi/{id}/riwayat</c>.</summary>
    public static void MapDefinitionHistory(this IEndpointRouteBuilder app) => app.MapGet(
        "/api/v1/alur/definisi/{id}/riwayat",
        async (string id, long? sebelum, WorkflowDb db, CancellationToken token) =>
        {
            var before = sebelum ?? long.MaxValue;
            var rows = await db.DefinitionChanges.AsNoTracking().Where(c => c.DefinitionId == id && c.Id < before)
                .OrderByDescending(c => c.Id).Take(PageSize).ToListAsync(token);
            return TypedResults.Ok(new RiwayatDefinisi(
                [.. rows.Select(c => new PerubahanDefinisi(c.Id, c.Version, c.Action, c.By, c.ByName, c.At, c.Differences))],
                rows.Count == PageSize ? rows[^1].Id : null));
        }).WithTags("Alur kerja").RequireAuthorization(Izin.MelihatAlur).WithSummary("Siapa mengubah dan menerbitkan apa, kapan, dengan perbedaannya");
}
