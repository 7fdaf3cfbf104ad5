using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Protection;

/// <summary>What was sealed anew.</summary>
/// <param name="Nilai">Values in columns.</param>
/// <param name="Berkas">Files.</param>
public sealed record HasilSegelUlang(int Nilai, int Berkas);

/// <summary>After a rotation of keys: seals what is under older ones anew. Role OPS; nothing is shown.</summary>
internal static class SegelUlangApi
{
    public static void MapSegelUlang(this IEndpointRouteBuilder app, string service) =>
        app.MapPost($"/api/v1/ops/{service}/segel-ulang", async (ServiceDb db, Pelindung pelindung, IServiceProvider services, CancellationToken token) =>
            TypedResults.Ok(new HasilSegelUlang(
                await PenyegelUlang.KolomAsync(db, pelindung, token),
                services.GetService<FileStore>() is { } files ? await files.SegelUlangAsync(token) : 0)))
            .WithTags("Operasi").RequireAuthorization(Izin.Ops).PerubahanDicatat("ops.segel-ulang").WithMetadata(new DisableRequestTimeoutAttribute())
            .WithSummary("Segel ulang semua kolom dan berkas dengan kunci pelindung yang aktif");
}
