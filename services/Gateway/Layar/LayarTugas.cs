using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Gateway.Layar;

/// <summary>
/// An officer's inbox as a page under <c>/layar/</c>: list, numbers, live. It holds no secret and no session: it signs its officer in at the issuer and calls
/// the API with the officer's own token. Section <c>Layar</c>: <c>Penerbit</c> (the page's own origin when left out), <c>Klien</c>, <c>Lingkup</c>.
/// </summary>
public static class LayarTugas
{
    private static readonly FrozenDictionary<string, byte[]> Berkas = Baca();

    /// <summary>Maps <c>/layar/</c>.</summary>
    public static void MapLayar(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var section = app.Configuration.GetSection("Layar");
        var penerbit = section["Penerbit"] is { Length: > 0 } alamat ? alamat.TrimEnd('/') : null;
        var asal = penerbit is null ? "" : new Uri(penerbit).GetLeftPart(UriPartial.Authority);
        var group = app.MapGroup("/layar").ExcludeFromDescription();
        group.MapGet("/", (HttpContext http) => Kirim(http, "tugas.html", asal));
        group.MapGet("/masuk", (HttpContext http) => Kirim(http, "masuk.html", asal));
        group.MapGet("/setelan.json", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(new { penerbit, klien = section["Klien"] ?? "layar", lingkup = section["Lingkup"] ?? "openid" });
        });
        group.MapGet("/{berkas}", (HttpContext http, string berkas) => Kirim(http, berkas, asal));
    }

    private static Results<FileContentHttpResult, NotFound> Kirim(HttpContext http, string nama, string asal)
    {
        if (!Berkas.TryGetValue(nama, out var isi)) return TypedResults.NotFound();
        var kepala = http.Response.Headers;
        // Nothing comes from outside; only the issuer is asked, where it is another origin.
        kepala.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' {asal}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        kepala.XContentTypeOptions = "nosniff";
        kepala["Referrer-Policy"] = "no-referrer";
        kepala.CacheControl = "no-cache";
        return TypedResults.Bytes(isi, Path.GetExtension(nama) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        });
    }

    private static FrozenDictionary<string, byte[]> Baca()
    {
        const string Awalan = "layar/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Awalan, StringComparison.Ordinal)).ToFrozenDictionary(
            n => n[Awalan.Length..],
            n =>
            {
                using var isi = new MemoryStream();
                using (var stream = assembly.GetManifestResourceStream(n)!) stream.CopyTo(isi);
                return isi.ToArray();
            },
            StringComparer.Ordinal);
    }
}
