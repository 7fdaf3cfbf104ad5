using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ElsaServer.Katalog;
using Dukcapil.ServiceDefaults.Messaging;
using Elsa.Common.Models;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Entities;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>
/// Elsa, as the rest sees it. What counts is the row of the instance, which Elsa writes last and whole: a bookmark that stands in its state has not been
/// used, one that does not has been, whatever became of the rows that Elsa writes before it.
/// </summary>
internal sealed class Mesin(IWorkflowRuntime runtime, IWorkflowInstanceStore instans)
{
    /// <summary>The instance of an application, or null.</summary>
    public async Task<WorkflowInstance?> CariAsync(Guid permohonan, CancellationToken cancellationToken) =>
        await instans.FindAsync(new() { Id = Permohonan.IdInstans(permohonan) }, cancellationToken);

    /// <summary>Starts the published version of a definition. Nothing is written when this process dies before it returns.</summary>
    public async Task MulaiAsync(Permohonan permohonan, Fakta fakta, CancellationToken cancellationToken)
    {
        var klien = await runtime.CreateClientAsync(permohonan.InstansId, cancellationToken);
        await klien.CreateAndRunInstanceAsync(
            new CreateAndRunWorkflowInstanceRequest
            {
                WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(permohonan.Definisi, VersionOptions.Published),
                CorrelationId = permohonan.Id.ToString(),
                Input = new Dictionary<string, object> { [FaktaAlur.Fakta] = Json(fakta) },
            },
            cancellationToken);
    }

    /// <summary>Lets a task end with an outcome.</summary>
    public async Task LanjutkanAsync(Permohonan permohonan, string bookmark, string hasil, AsalTugas asal, Fakta fakta, CancellationToken cancellationToken)
    {
        var klien = await runtime.CreateClientAsync(permohonan.InstansId, cancellationToken);
        await klien.RunInstanceAsync(
            new RunWorkflowInstanceRequest
            {
                BookmarkId = bookmark,
                Input = new Dictionary<string, object> { [FaktaAlur.Fakta] = Json(fakta), [TugasDukcapil.Hasil] = hasil, [TugasDukcapil.Asal] = Json(asal) },
            },
            cancellationToken);
    }

    /// <summary>Ends an instance from outside.</summary>
    public async Task BatalkanAsync(Permohonan permohonan, CancellationToken cancellationToken) =>
        await (await runtime.CreateClientAsync(permohonan.InstansId, cancellationToken)).CancelAsync(cancellationToken);

    /// <summary>The bookmarks of tasks that an instance waits at.</summary>
    public static IEnumerable<Bookmark> Tugas(WorkflowInstance instans) =>
        instans.Status == WorkflowStatus.Running
            ? instans.WorkflowState.Bookmarks.Where(b => b.Metadata?.ContainsKey(TugasDukcapil.Tugas) == true)
            : [];

    private static string Json<T>(T nilai) => JsonSerializer.Serialize(nilai, MessageJson.Options);
}
