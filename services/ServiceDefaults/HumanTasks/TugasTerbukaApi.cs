using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>An open task as reconciliation needs it; nothing personal.</summary>
/// <param name="TugasId">The task.</param>
/// <param name="PermohonanId">The application.</param>
/// <param name="DiterbitkanPada">Issued (UTC); younger than the grace period is not a finding.</param>
public sealed record TugasTerbuka(string TugasId, Guid PermohonanId, DateTimeOffset DiterbitkanPada);

/// <summary>A page of open tasks.</summary>
/// <param name="Tugas">Ordered by id.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanTugasTerbuka(IReadOnlyList<TugasTerbuka> Tugas, string? Berikut);

/// <summary>What an owner has open, for reconciliation with the workflow. Role OPS.</summary>
public static class TugasTerbukaApi
{
    private const int BatasBawaan = 500, BatasTerbesar = 1000;

    /// <summary>Maps <c>/api/v1/ops/{service}/tugas-terbuka</c>.</summary>
    public static RouteHandlerBuilder MapTugasTerbuka(this IEndpointRouteBuilder app, string service) =>
        app.MapGet($"/api/v1/ops/{service}/tugas-terbuka", DaftarAsync)
            .WithTags("Operasi").WithSummary("Tugas yang terbuka di layanan ini, untuk rekonsiliasi").RequireAuthorization(Izin.Ops);

    private static async Task<Results<Ok<HalamanTugasTerbuka>, ProblemHttpResult>> DaftarAsync(
        ServiceDb db, CancellationToken token, string? sesudah = null, int batas = BatasBawaan)
    {
        if (BatasHalaman.Tolak(batas, BatasTerbesar) is { } masalah) return masalah;
        var terbuka = db.Set<Tugas>().AsNoTracking().Where(t => t.Status == StatusTugas.Terbuka);
        if (sesudah is not null) terbuka = terbuka.Where(t => string.Compare(t.Id, sesudah) > 0);
        var tugas = await terbuka.OrderBy(t => t.Id).Take(batas + 1).Select(t => new TugasTerbuka(t.Id, t.PermohonanId, t.DiterbitkanPada)).ToListAsync(token);
        if (tugas.Count <= batas) return TypedResults.Ok(new HalamanTugasTerbuka(tugas, null));
        tugas.RemoveAt(batas);
        return TypedResults.Ok(new HalamanTugasTerbuka(tugas, tugas[^1].TugasId));
    }
}
