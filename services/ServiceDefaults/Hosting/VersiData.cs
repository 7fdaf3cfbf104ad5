using System.Globalization;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary><c>ETag</c> and <c>If-Match</c> (RFC 9110): a change names the version it was made on. Missing → 428, another → 412.</summary>
public static class VersiData
{
    /// <summary>Tells the caller the version.</summary>
    public static void TulisVersi(this HttpResponse response, int versi)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.ETag = Tag(versi);
    }

    /// <summary>A refusal, or null when the request was made on this version.</summary>
    public static ProblemHttpResult? TolakVersiLain(this HttpRequest request, int versi)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cocok = request.Headers.IfMatch.ToString();
        if (cocok.Length == 0)
        {
            return Masalah.Buat(
                StatusCodes.Status428PreconditionRequired, "if-match-wajib", "If-Match wajib", "Sertakan header If-Match dengan ETag yang terakhir Anda baca.");
        }
        return cocok == Tag(versi) ? null : VersiLain();
    }

    /// <summary>412: somebody else was faster.</summary>
    public static ProblemHttpResult VersiLain() => Masalah.Buat(
        StatusCodes.Status412PreconditionFailed, "versi-lain", "Data sudah berubah", "Data ini sudah diubah sejak Anda membacanya. Muat ulang lalu ulangi.");

    private static string Tag(int versi) => string.Create(CultureInfo.InvariantCulture, $"\"{versi}\"");
}
