using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Elsa;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Workflow.Insiden;

/// <summary>How an incident is skipped.</summary>
/// <param name="Hasil">Outcome the activity ends with.</param>
public sealed record LewatiInsiden(string? Hasil = null);

/// <summary>The instance after an incident was decided.</summary>
/// <param name="InstanceId">Instance.</param>
/// <param name="SubStatus">Its sub-status now.</param>
/// <param name="JumlahInsiden">Incidents it has now.</param>
public sealed record KeadaanInstans(string InstanceId, string SubStatus, int JumlahInsiden);

/// <summary>For operators (role OPS): incidents of all instances, and what can be done about one.</summary>
internal static class IncidentApi
{
    private const int Batas = 50, BatasTerbanyak = 200;

    /// <summary>Maps <c>/api/v1/ops/workflow/insiden</c>.</summary>
    public static void MapIncidents(this IEndpointRouteBuilder app)
    {
        var ops = app.MapGroup("/api/v1/ops/workflow").WithTags("Operasi").RequireAuthorization(Izin.Ops).PerubahanDicatat("ops.tindakan");

        ops.MapGet("/insiden", async Task<Results<Ok<HalamanInsiden>, ProblemHttpResult>> (
            string? definisi, int? versi, Guid? permohonanId, string? subStatus, string? sesudah, int? batas, IncidentList list, CancellationToken token) =>
        {
            var after = Guid.Empty;
            if (sesudah is not null && !Guid.TryParse(sesudah, out after)) return Masalah.TidakTerbaca("Bukan penanda halaman dari daftar ini.", "sesudah");
            return TypedResults.Ok(await list.PageAsync(
                definisi, versi, permohonanId, subStatus, sesudah is null ? null : after, Math.Clamp(batas ?? Batas, 1, BatasTerbanyak), token));
        }).WithSummary("Insiden semua instans, berurut id instans; batas menghitung instans");

        ops.MapPost("/insiden/{id}/ulangi", (string id, HttpContext http, IncidentActions actions, CancellationToken token) =>
            DecideAsync(id, local => new IncidentRetried(local, By(http)), actions, token)).WithSummary("Jalankan lagi langkah yang gagal, juga bila instans berakhir karenanya");

        // From the picture of the running application in the designer.
        app.MapPost("/api/v1/alur/insiden/{id}/ulangi", (string id, HttpContext http, IncidentActions actions, CancellationToken token) =>
            DecideAsync(id, local => new IncidentRetried(local, By(http)), actions, token)).WithTags("Alur kerja").RequireAuthorization(Izin.AdminAlur)
            .WithSummary("Jalankan lagi langkah yang gagal");

        ops.MapPost("/insiden/{id}/lewati", (string id, LewatiInsiden? permintaan, HttpContext http, IncidentActions actions, CancellationToken token) =>
            DecideAsync(id, local => new IncidentSkipped(local, permintaan?.Hasil ?? "Done", By(http)), actions, token))
            .WithSummary("Anggap langkah yang gagal selesai dengan salah satu hasil yang disambungkan; tidak untuk tugas petugas");

        ops.MapPost("/instans/{id}/batalkan", async Task<Results<NoContent, ProblemHttpResult>> (
            string id, HttpContext http, InstanceReading reading, UnitOfWork unitOfWork, CancellationToken token) =>
        {
            if (await reading.FindAsync(id, token) is not { } row) return Masalah.TidakDitemukan("Instans");
            if (row.PermohonanId is not null) return Masalah.Bentrok("instans-membawa-permohonan", ElsaText.BatalLewatPencabutan);
            await unitOfWork.RunAsync(
                async services =>
                {
                    if (await services.GetRequiredService<InstanceSession>().FindAsync(row.Id, token) is { } work)
                        await services.GetRequiredService<InstanceRunner>().CancelAsync(work, $"dibatalkan {By(http)}", token);
                    return true;
                },
                token);
            return TypedResults.NoContent();
        }).WithSummary("Batalkan instans yang tidak membawa permohonan");
    }

    private static async Task<Results<Ok<KeadaanInstans>, ProblemHttpResult>> DecideAsync(
        string id, Func<string, Stimulus> stimulus, IncidentActions actions, CancellationToken token)
    {
        if (!InstanceIds.TryParse(id, out var instance, out var local)) return Masalah.TidakDitemukan("Insiden");
        var (outcome, work) = await actions.ApplyAsync(instance, stimulus(local), token);
        return outcome switch
        {
            BurstOutcome.Applied => TypedResults.Ok(new KeadaanInstans(InstanceIds.Text(instance), work!.Row.SubStatus, work.Row.IncidentCount)),
            BurstOutcome.NotSkippable => Masalah.Bentrok(
                "tugas-tidak-dilewati", "Langkah ini tugas petugas, atau memuatnya: perbaiki sebabnya lalu ulangi. Tugas petugas tidak pernah dilewati."),
            BurstOutcome.OutcomeNotConnected => Masalah.TidakSah(
                "Pilih salah satu hasil yang disambungkan oleh definisi; lihat hasilLewati pada daftar insiden.", ("hasil", "Tidak disambungkan pada langkah ini.")),
            _ => Masalah.TidakDitemukan("Insiden"),
        };
    }

    private static string By(HttpContext http) => $"oleh {Petugas.Dari(http.User).Id}";
}
