using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Arsip;

/// <summary>A report of the integrity check.</summary>
/// <param name="MulaiPada">Begun (UTC).</param>
/// <param name="SelesaiPada">Ended (UTC); null: running, or ended by a crash.</param>
/// <param name="Diperiksa">Files read.</param>
/// <param name="Rusak">Files damaged or gone.</param>
/// <param name="Dimusnahkan">Files whose time of keeping was over.</param>
/// <param name="Temuan">Which are damaged; at most 1,000.</param>
public sealed record LaporanArsip(
    DateTimeOffset MulaiPada, DateTimeOffset? SelesaiPada, int Diperiksa, int Rusak, int Dimusnahkan, IReadOnlyList<TemuanArsip> Temuan);

/// <summary>Reports of the integrity check, for operators.</summary>
internal static class PemeriksaanArsipApi
{
    private const int Terbanyak = 10;

    public static void MapPemeriksaanArsip(this IEndpointRouteBuilder app) =>
        app.MapGet($"/api/v1/ops/{ServiceNames.Registry}/arsip", async Task<Ok<IReadOnlyList<LaporanArsip>>> (RegistryDb db, CancellationToken token) =>
        {
            var laporan = await db.PemeriksaanArsip.AsNoTracking().OrderByDescending(p => p.Id).Take(Terbanyak).ToListAsync(token);
            return TypedResults.Ok<IReadOnlyList<LaporanArsip>>(
                [.. laporan.Select(p => new LaporanArsip(p.MulaiPada, p.SelesaiPada, p.Diperiksa, p.Rusak, p.Dimusnahkan, p.Temuan))]);
        }).WithTags("Operasi").RequireAuthorization(Izin.Ops).WithSummary("Laporan pemeriksaan keutuhan arsip, yang terbaru dahulu");
}
