using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Studio;

/// <summary>
/// The designer under <c>/studio/</c>: Elsa Studio as npm delivers it, in a host page of ours. It holds no secret and no session: the page signs its user
/// in at the issuer and calls the API with the user's own token.
/// </summary>
public static class StudioRoutes
{
    /// <summary>Paths that Studio itself goes to, and our own beside them: one page for all, which chooses by its path.</summary>
    private static readonly string[] Pages =
    [
        "workflows/definitions", "workflows/definitions/{id}/edit", "workflows/instances", "workflows/instances/{id}/view",
        "riwayat/{id}", "pemindahan/{id}",
    ];

    /// <summary>Maps <c>/studio/</c>.</summary>
    public static void MapStudio(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var settings = new SetelanStudio(app.ServiceProvider.GetRequiredService<IConfiguration>());
        // Only when somebody asks: the index of some hundred files is no business of a start.
        var package = new Lazy<BerkasStudio>(() => BerkasStudio.Cari(settings.Folder));
        var group = app.MapGroup("/studio").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/", () => TypedResults.LocalRedirect("~/studio/workflows/definitions"));
        foreach (var page in Pages)
            group.MapGet(page, (HttpContext http) => package.Value.Ada ? HalamanStudio.Utama(http, settings) : HalamanStudio.BelumAda(http, settings));
        group.MapGet("masuk", (HttpContext http) => HalamanStudio.Masuk(http, settings));
        group.MapGet("setelan.json", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(new { penerbit = settings.Penerbit, klien = settings.Klien, lingkup = settings.Lingkup });
        });
        group.MapGet("tuan-rumah/{file}", (HttpContext http, string file) => HalamanStudio.Bagian(http, file));
        group.MapMethods("{**path}", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string path) =>
            package.Value.Find(path) is { } file ? JawabanBerkas.Kirim(http, file) : TypedResults.NotFound());
    }
}
