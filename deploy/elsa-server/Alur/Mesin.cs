using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ElsaServer.Katalog;
using Dukcapil.ServiceDefaults.Messaging;
using Elsa.Common.Models;
using Elsa.Workflows.Management;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>
/// Elsa, as the rest sees it. What counts is the row of the instance, which Elsa writes last and whole: a bookmark that stands in its state has not been
/// used, one that does not has been, whatever became of the rows that Elsa writes before it.
/// </summary>
internal sealed class Mesin(IWorkflowRuntime runtime, IWorkflowInstanceStore instans, TimeProvider time)
{
    /// <summary>The instance of an application, or null.</summary>
    public async Task<Keadaan?> CariAsync(Guid permohonan, CancellationToken cancellationToken) =>
        await instans.FindAsync(new() { Id = Permohonan.IdInstans(permohonan) }, cancellationToken) is { } ada ? Keadaan.Dari(ada) : null;

    /// <summary>Starts the published version of a definition. Nothing is written when this process dies before it returns.</summary>
    public async Task<Keadaan> MulaiAsync(Permohonan permohonan, Fakta fakta, CancellationToken cancellationToken)
    {
        var klien = await runtime.CreateClientAsync(permohonan.InstansId, cancellationToken);
        return Keadaan.Dari(
            await klien.CreateAndRunInstanceAsync(
                new CreateAndRunWorkflowInstanceRequest
                {
                    WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(permohonan.Definisi, VersionOptions.Published),
                    CorrelationId = permohonan.Id.ToString(),
                    Input = new Dictionary<string, object> { [FaktaAlur.Fakta] = Json(fakta) },
                },
                cancellationToken),
            time.GetUtcNow());
    }

    /// <summary>Lets a task end with an outcome.</summary>
    public async Task<Keadaan> LanjutkanAsync(Permohonan permohonan, string bookmark, string hasil, AsalTugas asal, Fakta fakta, CancellationToken cancellationToken)
    {
        var permintaan = new RunWorkflowInstanceRequest
        {
            BookmarkId = bookmark,
            Input = new Dictionary<string, object> { [FaktaAlur.Fakta] = Json(fakta), [TugasDukcapil.Hasil] = hasil, [TugasDukcapil.Asal] = Json(asal) },
        };
        var klien = await runtime.CreateClientAsync(permohonan.InstansId, cancellationToken);
        return Keadaan.Dari(await klien.RunInstanceAsync(permintaan, cancellationToken), time.GetUtcNow());
    }

    /// <summary>Ends an instance from outside.</summary>
    public async Task BatalkanAsync(Permohonan permohonan, CancellationToken cancellationToken) =>
        await (await runtime.CreateClientAsync(permohonan.InstansId, cancellationToken)).CancelAsync(cancellationToken);

    private static string Json<T>(T nilai) => JsonSerializer.Serialize(nilai, MessageJson.Options);
}
