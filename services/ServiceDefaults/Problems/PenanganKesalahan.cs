using System.Text.Json;
using System.Text.RegularExpressions;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Problems;

/// <summary>
/// The one place for exceptions of requests: what the caller can mend becomes 4xx with the place named, a database that is away 503 with
/// <c>Retry-After</c>, everything else 500 with the trace id and no inner detail.
/// </summary>
internal sealed partial class PenanganKesalahan(ILogger<PenanganKesalahan> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Masalah.Buat(
                StatusCodes.Status413PayloadTooLarge, "terlalu-besar", "Isi permintaan terlalu besar", "Ukuran isi permintaan melebihi batas."),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Masalah.Buat(
                StatusCodes.Status415UnsupportedMediaType, "jenis-isi", "Jenis isi tidak didukung", "Periksa header Content-Type; lihat dokumentasi operasi ini."),
            BadHttpRequestException { InnerException: JsonException json } => DariJson(json),
            JsonException json => DariJson(json),
            InvalidDataException => Masalah.TidakTerbaca("Bagian multipart tidak dapat dibaca: batas ukuran, jumlah, atau bentuknya tidak sah."),
            BadHttpRequestException bad => Masalah.Buat(
                bad.StatusCode, "permintaan-tidak-terbaca", "Permintaan tidak dapat dibaca", "Alamat, header, atau isi permintaan tidak sesuai."),
            _ => null,
        };
        if (exception is PenerbitTidakTerjangkauException)
        {
            log.LogWarning("Issuer of tokens unreachable: {Fault}", exception.InnerException?.Message);
            httpContext.Response.Headers.RetryAfter = "5";
            result = Masalah.Buat(
                StatusCodes.Status503ServiceUnavailable, "penerbit-token-tidak-terjangkau", "Token belum dapat diperiksa",
                "Penerbit token belum dapat dihubungi. Tidak ada yang berubah; ulangi beberapa saat lagi.");
        }
        if (result is null && DatabaseFaults.IsInfrastructure(exception))
        {
            log.LogWarning("Database unavailable: {Fault}", exception.GetType().Name);
            httpContext.Response.Headers.RetryAfter = "5";
            result = Masalah.Buat(
                StatusCodes.Status503ServiceUnavailable, "sedang-tidak-tersedia", "Layanan sedang tidak tersedia",
                "Penyimpanan data sedang tidak dapat dihubungi. Tidak ada yang berubah; ulangi beberapa saat lagi.");
        }
        if (result is null && DatabaseFaults.IsConflict(exception))
        {
            result = Masalah.Bentrok("diubah-bersamaan", "Data yang sama sedang diubah oleh permintaan lain. Muat ulang lalu ulangi.");
        }
        if (result is null)
        {
            log.LogError(exception, "Request failed");
            result = Masalah.Buat(
                StatusCodes.Status500InternalServerError, "kesalahan-dalam", "Kesalahan di dalam layanan",
                "Terjadi kesalahan yang tidak terduga. Sampaikan traceId ini kepada pengelola layanan.");
        }
        await result.ExecuteAsync(httpContext);
        return true;
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult DariJson(JsonException json)
    {
        // "$.anggota[0].nama" is "anggota[0].nama" to whoever fills in a form.
        var path = json.Path is { Length: > 2 } p && p.StartsWith("$.", StringComparison.Ordinal) ? p[2..] : "";
        var tempat = path.Length == 0 ? "" : $" pada {path}";
        var kurang = IsianWajib().Matches(json.Message).Select(m => m.Groups[1].Value).ToList();
        if (kurang.Count > 0)
        {
            return Masalah.Buat(
                StatusCodes.Status400BadRequest, "isian-wajib-kurang", "Isian wajib tidak ada", $"Ada isian wajib yang tidak ada{tempat}.",
                kurang.ToDictionary(nama => path.Length == 0 ? nama : $"{path}.{nama}", _ => (string[])["Wajib diisi."]));
        }
        var line = json.LineNumber is { } number ? $", baris {number + 1}" : "";
        return Masalah.TidakTerbaca($"Isi JSON tidak sah{tempat}{line}.", path.Length == 0 ? "$" : path);
    }

    // The serializer tells missing members only in its message: "… was missing required properties including: 'jenis', 'pemohon'."
    [GeneratedRegex(@"(?<=missing required properties including: .*)'([^']+)'")]
    private static partial Regex IsianWajib();
}
