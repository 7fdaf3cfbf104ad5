using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dukcapil.Studio;

/// <summary>Our own pages around Studio, with their content security policy.</summary>
internal static class HalamanStudio
{
    /// <summary>Of the two inline scripts of the pinned Studio (hot keys of editor and instance list); the browser tests fail when they are others.</summary>
    private const string InlineScripts = "'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='";

    private static readonly FrozenDictionary<string, (byte[] Content, string Tag)> Parts = Read();

    /// <summary>The page in which Studio runs.</summary>
    public static ContentHttpResult Utama(HttpContext http, SetelanStudio settings) => Page(http, "utama.html", FromElsewhere(settings, "'none'"));

    /// <summary>What to do when the package is not there.</summary>
    public static ContentHttpResult BelumAda(HttpContext http, SetelanStudio settings) => Page(http, "belum-ada.html", FromElsewhere(settings, "'none'"));

    /// <summary>Where the issuer sends its users back to. In a frame of our own page too: renewing a token without anybody noticing.</summary>
    public static ContentHttpResult Masuk(HttpContext http, SetelanStudio settings) => Page(http, "masuk.html", FromElsewhere(settings, "'self'"));

    /// <summary>A script or style sheet of ours.</summary>
    public static IResult Bagian(HttpContext http, string name)
    {
        if (!Parts.TryGetValue(name, out var part) || name.EndsWith(".html", StringComparison.Ordinal)) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var type = name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        return TypedResults.Bytes(part.Content, type, entityTag: new EntityTagHeaderValue(part.Tag));
    }

    // Nothing comes from outside; only the issuer is asked, where it is another origin.
    private static string FromElsewhere(SetelanStudio settings, string framedBy) =>
        $"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {InlineScripts}; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
        + $"worker-src 'self' blob:; connect-src 'self' {settings.AsalPenerbit}; frame-src 'self' {settings.AsalPenerbit}; manifest-src 'self'; "
        + $"base-uri 'self'; form-action 'none'; object-src 'none'; frame-ancestors {framedBy}";

    private static ContentHttpResult Page(HttpContext http, string name, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return TypedResults.Content(Encoding.UTF8.GetString(Parts[name].Content), "text/html; charset=utf-8");
    }

    private static FrozenDictionary<string, (byte[] Content, string Tag)> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().ToFrozenDictionary(
            name => name,
            name =>
            {
                using var content = new MemoryStream();
                using (var stream = assembly.GetManifestResourceStream(name)!) stream.CopyTo(content);
                return (content.ToArray(), $"\"{Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..16]}\"");
            },
            StringComparer.Ordinal);
    }
}
