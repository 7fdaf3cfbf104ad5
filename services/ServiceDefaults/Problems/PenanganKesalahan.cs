using System.Text.Json;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Files;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Problems;

/// <summary>
/// The one place for exceptions of requests: what the caller can mend becomes 4xx with the place named, a database that is away 503 with
/// <c>Retry-After</c>, everything else 500 with the trace id and no inner detail.
/// </summary>
internal sealed class PenanganKesalahan(ILogger<PenanganKesalahan> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Masalah.Buat(
                StatusCodes.Status413PayloadTooLarge, "terlalu-besar", "Isi permintaan terlalu besar", "Ukuran isi permintaan melebihi batas."),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Masalah.Buat(
                StatusCodes.Status415UnsupportedMediaType, "jenis-isi", "Jenis isi tidak didukung", "Periksa header Content-Type; lihat dokumentasi operasi ini."),
            BadHttpRequestException { InnerException: JsonException json } => MasalahJson.Dari(json),
            JsonException json => MasalahJson.Dari(json),
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
        if (FileStore.IsFull(exception))
        {
            log.LogCritical("Disk full");
            result = Masalah.Buat(
                StatusCodes.Status507InsufficientStorage, "penyimpanan-penuh", "Penyimpanan penuh",
                "Tempat menyimpan berkas penuh. Tidak ada yang berubah; beri tahu pengelola layanan, lalu ulangi.");
        }
        if (exception is FileDamagedException)
        {
            log.LogCritical("Stored file damaged: {Fault}", exception.Message);
            result = Masalah.Buat(
                StatusCodes.Status500InternalServerError, "arsip-rusak", "Berkas arsip rusak",
                "Berkas ini hilang atau berubah di penyimpanan, jadi tidak diberikan. Sampaikan traceId ini kepada pengelola layanan untuk memulihkannya dari cadangan.");
        }
        // First: what it wraps is a broken connection as well, and the database is not at fault.
        if (result is null && exception is RabbitMQ.Client.Exceptions.BrokerUnreachableException or RabbitMQ.Client.Exceptions.AlreadyClosedException)
        {
            log.LogWarning("Broker unavailable: {Fault}", exception.GetType().Name);
            httpContext.Response.Headers.RetryAfter = "5";
            result = Masalah.Buat(
                StatusCodes.Status503ServiceUnavailable, "perantara-pesan-tidak-terjangkau", "Perantara pesan tidak terjangkau",
                "RabbitMQ sedang tidak dapat dihubungi. Tidak ada yang berubah; ulangi beberapa saat lagi.");
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
}
