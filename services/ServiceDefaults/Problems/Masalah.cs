using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.ServiceDefaults.Problems;

/// <summary>
/// Refusals as problem details (RFC 9457), in Indonesian. <c>type</c> is stable (<c>urn:dukcapil:masalah:…</c>), <c>traceId</c> leads to the trace,
/// <c>errors</c> names the field. The state is unchanged in every case.
/// </summary>
public static partial class Masalah
{
    /// <summary>404: unknown, or not visible to this caller.</summary>
    public static ProblemHttpResult TidakDitemukan(string apa) =>
        Buat(StatusCodes.Status404NotFound, "tidak-ditemukan", "Tidak ditemukan", $"{apa} tidak ditemukan atau tidak dapat Anda lihat.");

    /// <summary>403: visible, but not for this role.</summary>
    public static ProblemHttpResult BukanPeran(string detail) =>
        Buat(StatusCodes.Status403Forbidden, "bukan-wewenang", "Bukan wewenang Anda", detail);

    /// <summary>409: held by another, no longer open, or in conflict with what is stored.</summary>
    public static ProblemHttpResult Bentrok(string type, string detail) =>
        Buat(StatusCodes.Status409Conflict, type, "Bertentangan dengan keadaan sekarang", detail);

    /// <summary>422: understood, but not acceptable; each field with its reasons.</summary>
    public static ProblemHttpResult TidakSah(string detail, params (string Field, string Sebab)[] errors) =>
        Buat(
            StatusCodes.Status422UnprocessableEntity, "isian-tidak-sah", "Isian tidak sah", detail,
            errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Sebab).ToArray()));

    /// <summary>400: not understood.</summary>
    public static ProblemHttpResult TidakTerbaca(string detail, string? field = null) =>
        Buat(
            StatusCodes.Status400BadRequest, "permintaan-tidak-terbaca", "Permintaan tidak dapat dibaca", detail,
            field is null ? null : new Dictionary<string, string[]> { [field] = [detail] });

    /// <summary>Any other status.</summary>
    public static ProblemHttpResult Buat(int status, string type, string title, string detail, IDictionary<string, string[]>? errors = null) =>
        TypedResults.Problem(Rincian(status, type, title, detail, errors));

    /// <summary>The details alone, for writers outside an endpoint.</summary>
    public static ProblemDetails Rincian(int status, string type, string title, string detail, IDictionary<string, string[]>? errors = null)
    {
        var details = new ProblemDetails { Status = status, Type = "urn:dukcapil:masalah:" + type, Title = title, Detail = TanpaNomor(detail) };
        if (errors is not null) details.Extensions["errors"] = errors.ToDictionary(e => TanpaNomor(e.Key), e => e.Value.Select(TanpaNomor).ToArray());
        return details;
    }

    // What a caller typed in the wrong place comes back in no answer, and so in no log of a program that calls.
    private static string TanpaNomor(string teks) => EnamBelasDigit().Replace(teks, nomor => Kependudukan.Samaran.Dari(nomor.Value));

    [GeneratedRegex(@"(?<!\d)\d{16}(?!\d)")]
    private static partial Regex EnamBelasDigit();

    internal static async Task TulisTanpaToken(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = context.Error is null ? "Bearer" : $"Bearer error=\"{context.Error}\"";
        var detail = context.AuthenticateFailure is null
            ? "Permintaan ini memerlukan token akses pada header Authorization."
            : "Token akses tidak berlaku: kedaluwarsa, tanda tangan salah, atau bukan untuk layanan ini.";
        await Buat(StatusCodes.Status401Unauthorized, "token-tidak-sah", "Token akses tidak sah", detail).ExecuteAsync(context.HttpContext);
    }

    internal static Task TulisDilarang(ForbiddenContext context) =>
        BukanPeran("Peran atau lingkup Anda tidak mengizinkan tindakan ini.").ExecuteAsync(context.HttpContext);
}
