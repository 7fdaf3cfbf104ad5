using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>Request: complete a task.</summary>
/// <param name="Hasil">One of the offered outcomes.</param>
/// <param name="Alasan">Mandatory when the outcome returns the file.</param>
/// <param name="Data">The step's own data.</param>
/// <param name="Kelengkapan">Items of Kelengkapan that the officer confirms to have at hand; needed for those the definition marks as required.</param>
public sealed record SelesaikanTugas(string Hasil, Alasan? Alasan = null, JsonElement? Data = null, IReadOnlyList<string>? Kelengkapan = null);

/// <summary>Answer: the task is completed.</summary>
/// <param name="TugasId">The task.</param>
/// <param name="Hasil">Its outcome.</param>
/// <param name="Pada">When (UTC).</param>
/// <param name="Jawaban">What the step produced.</param>
public sealed record TugasSelesai(string TugasId, string Hasil, DateTimeOffset Pada, JsonElement? Jawaban);

/// <summary>A task as an officer sees it.</summary>
public sealed record RincianTugas(
    string Id, Guid PermohonanId, string Aktivitas, LangkahSop Langkah, string Peran, string? Cara, IReadOnlyList<HasilTersedia> Hasil, Fakta Fakta,
    AsalTugas? Asal, StatusTugas Status, string? Pemegang, DateTimeOffset DiterbitkanPada, DateTimeOffset? DiklaimPada, DateTimeOffset? SelesaiPada,
    long PenangananMs, string? HasilDipilih, string? KodeAlasan, AtasNama? AtasNama, PrioritasTugas Prioritas, DateTimeOffset? TenggatPada,
    DateTimeOffset? DiingatkanPada, DateTimeOffset? DieskalasiPada, int JumlahCatatan)
{
    internal static RincianTugas Dari(Tugas t) => new(
        t.Id, t.PermohonanId, t.Aktivitas, t.Langkah, t.Peran, t.Cara, t.Hasil, t.Fakta, t.Asal, t.Status, t.Pemegang, t.DiterbitkanPada, t.DiklaimPada,
        t.SelesaiPada, t.PenangananMs, t.HasilDipilih, t.KodeAlasan, t.AtasNama, t.Prioritas, t.TenggatPada, t.DiingatkanPada, t.DieskalasiPada,
        t.JumlahCatatan);
}

/// <summary>The addresses to act at, the same under each owning service.</summary>
public static class TugasApi
{
    /// <summary>Maps <c>{prefix}/tugas</c>.</summary>
    public static RouteGroupBuilder MapTugas(this IEndpointRouteBuilder app, string service)
    {
        var group = app.MapGroup(PublicPaths.TasksOf(service)).WithTags("Tugas").RequireAuthorization(Izin.Tugas);

        group.MapGet("/{id}", async Task<Results<Ok<RincianTugas>, ProblemHttpResult>> (
            string id, PelayananTugas tugas, HttpContext http, CancellationToken token) =>
            Jawab(await tugas.CariAsync(id, Petugas.Dari(http.User), token))).WithSummary("Lihat tugas");

        group.MapPost("/{id}/klaim", async Task<Results<Ok<RincianTugas>, ProblemHttpResult>> (
            string id, PelayananTugas tugas, HttpContext http, CancellationToken token) =>
            Jawab(await tugas.KlaimAsync(id, Petugas.Dari(http.User), token))).WithSummary("Ambil tugas; waktu penanganan mulai berjalan");

        group.MapPost("/{id}/lepas", async Task<Results<Ok<RincianTugas>, ProblemHttpResult>> (
            string id, PelayananTugas tugas, HttpContext http, CancellationToken token) =>
            Jawab(await tugas.LepasAsync(id, Petugas.Dari(http.User), token))).WithSummary("Kembalikan tugas ke antrean");

        group.MapPost("/{id}/selesai", async Task<Results<Ok<TugasSelesai>, ProblemHttpResult>> (
            string id, SelesaikanTugas permintaan, PelayananTugas tugas, HttpContext http, CancellationToken token) =>
        {
            var (jawaban, masalah) = await tugas.SelesaikanAsync(id, permintaan, Petugas.Dari(http.User), token);
            return masalah is null ? TypedResults.Ok(jawaban) : masalah;
        }).WithSummary("Selesaikan tugas dengan salah satu hasil").WithRequestLimit(RequestLimits.Json);

        group.MapPengawasan();
        return group;
    }

    internal static Results<Ok<RincianTugas>, ProblemHttpResult> Jawab((Tugas? Tugas, ProblemHttpResult? Masalah) hasil) =>
        hasil.Masalah is null ? TypedResults.Ok(RincianTugas.Dari(hasil.Tugas!)) : hasil.Masalah;
}
