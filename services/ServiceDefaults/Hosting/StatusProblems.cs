using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>A body for refusals that the framework answers without one (no such route, wrong method, wrong content type).</summary>
internal static class StatusProblems
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var (type, title, detail) = status switch
        {
            StatusCodes.Status404NotFound => ("tidak-ditemukan", "Tidak ditemukan", "Alamat ini tidak ada."),
            StatusCodes.Status405MethodNotAllowed => ("metode-tidak-didukung", "Metode tidak didukung", "Alamat ini tidak menerima metode tersebut."),
            StatusCodes.Status413PayloadTooLarge => ("terlalu-besar", "Isi permintaan terlalu besar", "Ukuran isi permintaan melebihi batas."),
            StatusCodes.Status415UnsupportedMediaType =>
                ("jenis-isi", "Jenis isi tidak didukung", "Periksa header Content-Type; lihat dokumentasi operasi ini."),
            _ => ("permintaan-ditolak", "Permintaan ditolak", $"Permintaan dijawab dengan status {status}."),
        };
        return Masalah.Buat(status, type, title, detail).ExecuteAsync(context.HttpContext);
    }
}
