using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>What an endpoint leaves in the audit journal.</summary>
/// <param name="Tindakan">What is done.</param>
public sealed record Tercatat(string Tindakan);

/// <summary>Declares at an endpoint that it is audited.</summary>
public static class TercatatEndpoint
{
    /// <summary>
    /// Every answered call is a line; it is on disk before the answer leaves. A call that changes something takes the line into its own transaction, a
    /// refused one leaves none.
    /// </summary>
    public static TBuilder Dicatat<TBuilder>(this TBuilder endpoint, string tindakan, string tujuan = JurnalAudit.TujuanPelayanan)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            Guid? permohonan = http.Request.RouteValues.TryGetValue("id", out var id) && Guid.TryParse(id?.ToString(), out var guid) ? guid : null;
            return await CatatAsync(context, next, tindakan, permohonan, tujuan);
        });
        return endpoint.WithMetadata(new Tercatat(tindakan));
    }

    /// <summary>The same for a group of endpoints: every call but GET, and the GETs that set something going.</summary>
    public static TBuilder PerubahanDicatat<TBuilder>(this TBuilder group, string tindakan, string tujuan = "PENGELOLAAN")
        where TBuilder : IEndpointConventionBuilder
    {
        group.AddEndpointFilter(async (context, next) => Mengubah(context.HttpContext.Request)
            ? await CatatAsync(context, next, tindakan, null, tujuan)
            : await next(context));
        return group.WithMetadata(new Tercatat(tindakan));
    }

    private static async ValueTask<object?> CatatAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next, string tindakan, Guid? permohonan, string tujuan)
    {
        var http = context.HttpContext;
        var jurnal = http.RequestServices.GetRequiredService<JurnalAudit>();
        var catatan = jurnal.Rencanakan(tindakan, permohonan, $"{http.Request.Method} {http.Request.Path}", tujuan);
        var hasil = await next(context);
        if (Berhasil(hasil)) await jurnal.TuntaskanAsync(catatan, http.RequestAborted);
        else jurnal.Batalkan(catatan);
        return hasil;
    }

    private static bool Mengubah(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        || request.Path.Value!.EndsWith("/execute", StringComparison.Ordinal) || request.Path.Value.EndsWith("/trigger", StringComparison.Ordinal)
        || request.Path.Value.EndsWith("/resume", StringComparison.Ordinal);

    private static bool Berhasil(object? hasil)
    {
        while (hasil is INestedHttpResult nested) hasil = nested.Result;
        return hasil is not IStatusCodeHttpResult { StatusCode: >= 400 };
    }
}
