using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dukcapil.Studio;

/// <summary>Sends a file of the package as it was compressed for it, and says how long it is good for.</summary>
internal static class JawabanBerkas
{
    public static IResult Kirim(HttpContext http, BerkasPaket file)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = file.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, path) in file.Compressed)
        {
            if (!accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0)) continue;
            headers.ContentEncoding = encoding;
            return TypedResults.PhysicalFile(path, file.ContentType, entityTag: Tag($"{file.Tag}-{encoding}"));
        }
        return TypedResults.PhysicalFile(file.Path, file.ContentType, entityTag: Tag(file.Tag));
    }

    private static EntityTagHeaderValue Tag(string text) => new($"\"{text}\"");
}
