using System.Net;
using System.Text.Json.Nodes;

namespace Dukcapil.Standalone.Demo;

/// <summary>The system refused a request; the message is what an officer would read, with the fields that are wrong.</summary>
public sealed class PermintaanDitolakException : Exception
{
    private PermintaanDitolakException(HttpStatusCode status, string jenis, string pesan, string? traceId)
        : base(pesan) =>
        (Status, Jenis, TraceId) = (status, jenis, traceId);

    /// <summary>HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Stable type of the problem without its prefix, for example <c>konsep-berubah</c> (RFC 9457).</summary>
    public string Jenis { get; }

    /// <summary>Leads to the trace.</summary>
    public string? TraceId { get; }

    /// <summary>Whether what is missing is on its way from another service, so that the same request succeeds a moment later.</summary>
    public bool BelumTiba => Status == HttpStatusCode.Conflict && Jenis.EndsWith("-belum-tiba", StringComparison.Ordinal);

    internal static async Task<PermintaanDitolakException> DariAsync(string permintaan, HttpResponseMessage jawaban, CancellationToken token)
    {
        var teks = await jawaban.Content.ReadAsStringAsync(token);
        var masalah = jawaban.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonNode.Parse(teks)! : new JsonObject();
        var jenis = ((string?)masalah["type"] ?? "").Split(':')[^1];
        var rinci = masalah["errors"] is JsonObject errors
            ? string.Concat(errors.Select(e => $" {e.Key}: {string.Join(' ', e.Value!.AsArray().Select(s => (string?)s))}"))
            : "";
        var pesan = $"{permintaan} dijawab {(int)jawaban.StatusCode} {jenis}: {(string?)masalah["detail"] ?? teks}{rinci}";
        return new PermintaanDitolakException(jawaban.StatusCode, jenis, pesan, (string?)masalah["traceId"]);
    }
}
