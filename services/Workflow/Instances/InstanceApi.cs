using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Instances;

/// <summary>A running workflow, for reconciliation.</summary>
public sealed record AlurTerbuka(Guid PermohonanId, string InstanceId, int JumlahInsiden, DateTimeOffset DiubahPada, IReadOnlyList<TugasDiLuar> Tugas);

/// <summary>A task that waits at its owner.</summary>
public sealed record TugasDiLuar(string TugasId, string Pelayan, DateTimeOffset DiterbitkanPada);

/// <summary>For operators (role OPS): running workflows, and sending a task again whose message was lost.</summary>
public static class InstanceApi
{
    private const int Batas = 1000;

    /// <summary>Maps the operator endpoints of the workflow.</summary>
    public static RouteGroupBuilder MapInstances(this IEndpointRouteBuilder app)
    {
        var ops = app.MapGroup("/api/v1/ops/workflow").WithTags("Operasi").RequireAuthorization(Izin.Ops);

        ops.MapGet("/alur-terbuka", async (Guid? sesudah, WorkflowDb db, CancellationToken token) =>
        {
            var instances = await db.Instances.AsNoTracking().Where(i => i.IsRunning && i.PermohonanId > (sesudah ?? Guid.Empty))
                .OrderBy(i => i.PermohonanId).Take(Batas)
                .Select(i => new { i.PermohonanId, i.Id, i.IncidentCount, i.UpdatedAt }).ToListAsync(token);
            var ids = instances.Select(i => i.Id).ToList();
            var tasks = (await db.OpenTasks.AsNoTracking().Where(t => ids.Contains(t.InstanceId)).ToListAsync(token)).ToLookup(t => t.InstanceId);
            return TypedResults.Ok(instances.Select(i => new AlurTerbuka(
                i.PermohonanId, i.Id, i.IncidentCount, i.UpdatedAt,
                [.. tasks[i.Id].Where(t => !t.IsClosed).Select(t => new TugasDiLuar(t.TugasId, t.Message.Pelayan, t.IssuedAt))])).ToList());
        }).WithSummary("Alur yang berjalan, berurut id permohonan");

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
}
