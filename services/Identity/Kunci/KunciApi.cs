using Dukcapil.Identity.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Kunci;

/// <summary>A signing key, without the key.</summary>
/// <param name="Id">Header <c>kid</c>.</param>
/// <param name="DibuatPada">When it was made (UTC).</param>
/// <param name="BerlakuSejak">From when it signs (UTC).</param>
/// <param name="Menanda">It is the one that signs now.</param>
public sealed record RincianKunci(string Id, DateTimeOffset DibuatPada, DateTimeOffset BerlakuSejak, bool Menanda);

/// <summary>Signing keys over REST, role ADMIN_IDENTITAS. They change by themselves every 30 days; this is for out of turn.</summary>
public static class KunciApi
{
    /// <summary>Maps <c>/api/v1/identitas/kunci</c>.</summary>
    public static void MapKunci(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/identitas/kunci").WithTags("Kunci").RequireAuthorization(Izin.AdminIdentitas).PerubahanDicatat("kunci.kelola");

        group.MapGet("", (CincinKunci cincin) => TypedResults.Ok(cincin.Penanda.Select((k, i) => Rincian(k, i == 0)).ToList()))
            .WithSummary("Kunci penanda token yang terbit");

        group.MapPost("/rotasi", async (CincinKunci cincin, CancellationToken token, bool segera = false) =>
        {
            var baru = await cincin.RotasiAsync(segera, token);
            return TypedResults.Ok(Rincian(baru, cincin.Penanda[0].Id == baru.Id));
        }).WithSummary("Buat kunci baru: menanda setelah satu jam, atau segera");

        group.MapDelete("/{kid}", async Task<Results<NoContent, ProblemHttpResult>> (string kid, CincinKunci cincin, IdentityDb db, CancellationToken token) =>
        {
            if (await db.Kunci.Where(k => k.Id == kid && k.Jenis == JenisKunci.Penanda).ExecuteDeleteAsync(token) == 0) return Masalah.TidakDitemukan("Kunci");
            await cincin.SegarkanAsync(token);
            return TypedResults.NoContent();
        }).WithSummary("Tarik kunci yang bocor; token yang ditandanya tidak berlaku lagi");
    }

    private static RincianKunci Rincian(KunciPenanda kunci, bool menanda) => new(kunci.Id, kunci.DibuatPada, kunci.BerlakuSejak, menanda);
}
