using System.Net.Http.Headers;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Approval.Tte;

/// <summary>Request: sign one task electronically.</summary>
/// <param name="VersiKonsep">The version that the officer has seen; must be the current one.</param>
/// <param name="Passphrase">Passphrase of the certificate; either this or <paramref name="Totp"/>.</param>
/// <param name="Totp">One-time code.</param>
/// <param name="Kelengkapan">Items of Kelengkapan that the officer confirms to have at hand.</param>
public sealed record PermintaanTandaTangan(int VersiKonsep, Rahasia? Passphrase = null, Rahasia? Totp = null, IReadOnlyList<string>? Kelengkapan = null);

/// <summary>A task in a batch.</summary>
/// <param name="TugasId">The task.</param>
/// <param name="VersiKonsep">The version that the officer has seen.</param>
/// <param name="Kelengkapan">Items of Kelengkapan that the officer confirms to have at hand.</param>
public sealed record TugasDitandatangani(string TugasId, int VersiKonsep, IReadOnlyList<string>? Kelengkapan = null);

/// <summary>Request: sign several tasks with one authentication.</summary>
/// <param name="Tugas">1 to 50 tasks, each once.</param>
/// <param name="Passphrase">Passphrase of the certificate; either this or <paramref name="Totp"/>.</param>
/// <param name="Totp">One-time code, requested for as many files.</param>
public sealed record PermintaanTandaTanganMassal(IReadOnlyList<TugasDitandatangani> Tugas, Rahasia? Passphrase = null, Rahasia? Totp = null);

/// <summary>What became of one task.</summary>
/// <param name="TugasId">The task.</param>
/// <param name="Selesai">Signed.</param>
/// <param name="Masalah">Not signed, with the reason.</param>
public sealed record HasilTandaTangan(string TugasId, TugasSelesai? Selesai, ProblemDetails? Masalah);

/// <summary>Answer to a batch, in the order of the request.</summary>
/// <param name="Ditandatangani">How many are signed.</param>
/// <param name="Hasil">Each task's own.</param>
public sealed record HasilTandaTanganMassal(int Ditandatangani, IReadOnlyList<HasilTandaTangan> Hasil);

/// <summary>SOP step 6, electronically.</summary>
internal static class TandaTanganApi
{
    private const int PalingBanyak = 50;

    public static void MapTandaTangan(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/persetujuan").WithTags("Tanda tangan elektronik").RequireAuthorization(Izin.Tugas);

        group.MapPost("/tugas/{id}/tanda-tangan", async Task<Results<Ok<TugasSelesai>, ProblemHttpResult>> (
            string id, PermintaanTandaTangan permintaan, PenandatangananTte tte, HttpContext http, CancellationToken token) =>
        {
            var (kunci, masalah) = Kunci(permintaan.Passphrase, permintaan.Totp);
            if (masalah is not null) return masalah;
            var hasil = await tte.TandatanganiAsync(id, permintaan.VersiKonsep, permintaan.Kelengkapan, Oleh(http, kunci!), token);
            if (hasil.Masalah?.StatusCode == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "10";
            return hasil.Masalah is null ? TypedResults.Ok(hasil.Jawaban) : hasil.Masalah;
        })
            // Its own limits end it; a request that is cut off in the middle would only be told less.
            .WithRequestLimit(RequestLimits.Json).DisableRequestTimeout()
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(502).ProducesProblem(503).ProducesProblem(504)
            .WithSummary("Tanda tangani tugas secara elektronik");

        group.MapPost("/tanda-tangan", async Task<Results<Ok<HasilTandaTanganMassal>, ProblemHttpResult>> (
            PermintaanTandaTanganMassal permintaan, TandaTanganMassal massal, HttpContext http, CancellationToken token) =>
        {
            var (kunci, masalah) = Kunci(permintaan.Passphrase, permintaan.Totp);
            if (masalah is not null) return masalah;
            if (permintaan.Tugas.Count is 0 or > PalingBanyak || permintaan.Tugas.Any(t => string.IsNullOrEmpty(t.TugasId)))
                return Masalah.TidakSah("Daftar tugas tidak sah.", ("tugas", $"1 sampai {PalingBanyak} tugas."));
            if (permintaan.Tugas.DistinctBy(t => t.TugasId).Count() < permintaan.Tugas.Count)
                return Masalah.TidakSah("Daftar tugas tidak sah.", ("tugas", "Setiap tugas hanya sekali."));
            return TypedResults.Ok(await massal.TandatanganiAsync(permintaan.Tugas, Oleh(http, kunci!), token));
        })
            .WithRequestLimit(RequestLimits.Json).DisableRequestTimeout()
            .ProducesProblem(403).ProducesProblem(422)
            .WithSummary("Tanda tangani banyak tugas dengan sekali autentikasi; setiap tugas mendapat hasilnya sendiri");
    }

    private static PenandaTanganPermintaan Oleh(HttpContext http, KunciPenandatangan kunci) =>
        new(Petugas.Dari(http.User), AuthenticationHeaderValue.Parse(http.Request.Headers.Authorization.ToString()), kunci);

    private static (KunciPenandatangan? Kunci, ProblemHttpResult? Masalah) Kunci(Rahasia? passphrase, Rahasia? totp) => (passphrase, totp) switch
    {
        ({ Terisi: true }, null) => (new("passphrase", passphrase), null),
        (null, { Terisi: true }) => (new("totp", totp), null),
        _ => (null, Masalah.TidakSah("Sertakan passphrase atau kode sekali pakai.", ("passphrase", "Isi salah satu: passphrase atau totp, paling panjang 256 karakter."))),
    };
}
