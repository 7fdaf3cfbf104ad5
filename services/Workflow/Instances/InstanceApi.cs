using Dukcapil.Engine.State;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Running;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Instances;

/// <summary>A running workflow with its sub-workflows, for reconciliation.</summary>
/// <param name="PermohonanId">Application.</param>
/// <param name="InstanceId">Root instance.</param>
/// <param name="JumlahInsiden">Open incidents.</param>
/// <param name="Menunggu">Times, events, children and outside tasks that it waits for.</param>
/// <param name="DiubahPada">Last burst.</param>
/// <param name="Tugas">Tasks at their owners.</param>
public sealed record AlurTerbuka(
    Guid PermohonanId, string InstanceId, int JumlahInsiden, int Menunggu, DateTimeOffset DiubahPada, IReadOnlyList<TugasDiLuar> Tugas);

/// <summary>A task that waits at its owner.</summary>
public sealed record TugasDiLuar(string TugasId, string Pelayan, DateTimeOffset DiterbitkanPada);

/// <summary>What an executor still has to finish before another takes its place.</summary>
/// <param name="Berjalan">Applications under way.</param>
public sealed record SisaAlur(int Berjalan);

/// <summary>For operators (role OPS): running workflows, and sending a task again whose message was lost.</summary>
public static class InstanceApi
{
    private const int Batas = 1000;

    /// <summary>Maps the operator endpoints of the workflow.</summary>
    public static RouteGroupBuilder MapInstances(this IEndpointRouteBuilder app)
    {
        var ops = app.MapGroup("/api/v1/ops/workflow").WithTags("Operasi").RequireAuthorization(Izin.Ops).PerubahanDicatat("ops.tindakan");

        ops.MapGet("/alur-terbuka", async (Guid? sesudah, WorkflowDb db, CancellationToken token) =>
        {
            var roots = await db.Instances.AsNoTracking().Where(i => i.ParentId == null && i.PermohonanId > (sesudah ?? Guid.Empty))
                .OrderBy(i => i.PermohonanId).Take(Batas).ToListAsync(token);
            var ids = roots.Select(i => i.PermohonanId!.Value).ToList();
            var children = (await db.Instances.AsNoTracking().Where(i => i.ParentId != null && ids.Contains(i.PermohonanId!.Value)).ToListAsync(token))
                .ToLookup(i => i.PermohonanId!.Value);
            var tasks = (await db.OpenTasks.AsNoTracking().Where(t => ids.Contains(t.PermohonanId)).ToListAsync(token)).ToLookup(t => t.PermohonanId);
            return TypedResults.Ok(roots.Select(root => Tell(root, [root, .. children[root.PermohonanId!.Value]], tasks[root.PermohonanId!.Value])).ToList());
        }).WithSummary("Alur yang berjalan, berurut id permohonan");

        ops.MapGet("/sisa", async (WorkflowDb db, CancellationToken token) =>
            TypedResults.Ok(new SisaAlur(await db.Instances.CountAsync(i => i.ParentId == null && i.PermohonanId != null, token))))
            .WithSummary("Berapa permohonan masih berjalan di pelaksana ini; nol sebelum pindah ke pelaksana lain");

        ops.MapPost("/tugas/{id}/kirim-ulang", async Task<Results<NoContent, ProblemHttpResult>> (string id, WorkflowDb db, CancellationToken token) =>
        {
            var task = await db.OpenTasks.AsNoTracking().SingleOrDefaultAsync(t => t.TugasId == id, token);
            if (task is null) return Masalah.TidakDitemukan("Tugas");
            db.Send(task.Message);
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }).WithSummary("Kirim ulang tugas kepada pemiliknya; bila di sana sudah selesai, hasilnya dikirim kembali");

        return ops;
    }

    private static AlurTerbuka Tell(Instance root, IReadOnlyList<Instance> all, IEnumerable<OpenTask> tasks)
    {
        var waiting = all.SelectMany(i => InstanceState.Read(i.State).Bookmarks);
        return new(
            root.PermohonanId!.Value, InstanceIds.Text(root.Id), all.Sum(i => i.IncidentCount),
            waiting.Count(bookmark => !bookmark.Name.StartsWith("Dukcapil.", StringComparison.Ordinal)), all.Max(i => i.UpdatedAt),
            [.. tasks.Where(t => !t.IsClosed).Select(t => new TugasDiLuar(t.TugasId, t.Message.Pelayan, t.IssuedAt))]);
    }
}
