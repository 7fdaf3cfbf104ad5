using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;

namespace Dukcapil.Workflow.Running;

/// <summary>
/// Carries a burst of the engine into the database: state, journal, open tasks and outgoing messages, all in the transaction of the message that
/// caused it. What the engine decides is pure; here is everything that is not.
/// </summary>
public sealed class InstanceRunner(WorkflowDb db, CompiledDefinitions definitions, KatalogAktivitas katalog, TimeProvider time)
{
    /// <summary>Starts the workflow of an application on the published version.</summary>
    public async Task StartAsync(PermohonanDiajukan diajukan, string definitionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(diajukan);
        var (versionId, workflow) = await definitions.PublishedAsync(db, definitionId, cancellationToken);
        var result = WorkflowEngine.Start(
            workflow,
            new StartRequest { CorrelationId = diajukan.PermohonanId.ToString(), Variables = Variables(diajukan.Fakta) },
            World());
        var instance = new Instance
        {
            Id = result.State.InstanceId,
            PermohonanId = diajukan.PermohonanId,
            Kantor = diajukan.Kantor,
            DefinitionId = workflow.DefinitionId,
            DefinitionVersionId = versionId,
            SubStatus = "",
            State = [],
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(instance);
        Apply(instance, workflow, result, asal: null);
    }

    /// <summary>Goes on after a completed task.</summary>
    public async Task CompleteAsync(Instance instance, OpenTask task, TugasDiselesaikan selesai, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(selesai);
        var workflow = await definitions.GetAsync(db, instance.DefinitionVersionId, cancellationToken);
        var isReturn = katalog.IsReturn(task.Message.Aktivitas, selesai.Hasil);
        if (isReturn) instance.ReturnCount++;
        if (task.Message.Aktivitas == KatalogAktivitas.TandaTangan && selesai.Hasil == KatalogAktivitas.Ditandatangani) instance.IsSigned = true;

        var result = WorkflowEngine.Resume(
            workflow, InstanceState.Read(instance.State),
            new TaskCompleted(task.EngineTaskId, selesai.Hasil, Variables(selesai.Fakta with { JumlahPengembalian = instance.ReturnCount })),
            World());
        if (result.Outcome != BurstOutcome.Applied)
            throw new InvalidOperationException($"The engine refused task {task.TugasId} of node {task.Message.Simpul}: {result.Outcome}.");
        db.Remove(task);
        Apply(instance, workflow, result, new AsalTugas
        {
            TugasId = task.TugasId,
            Langkah = task.Message.Langkah.Nomor,
            Hasil = selesai.Hasil,
            Dikembalikan = isReturn,
            KodeAlasan = selesai.Fakta.KodeAlasan is { Length: > 0 } kode ? kode : null,
        });
    }

    /// <summary>Ends the instance: the application was withdrawn.</summary>
    public async Task CancelAsync(Instance instance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var workflow = await definitions.GetAsync(db, instance.DefinitionVersionId, cancellationToken);
        var result = WorkflowEngine.Cancel(workflow, InstanceState.Read(instance.State), World());
        Apply(instance, workflow, result, asal: null);
    }

    private void Apply(Instance instance, CompiledWorkflow workflow, BurstResult result, AsalTugas? asal)
    {
        var now = time.GetUtcNow();
        instance.State = result.State.ToBytes();
        instance.SubStatus = result.State.SubStatus.ToString();
        instance.IsRunning = result.State.Status == WorkflowStatus.Running;
        instance.IncidentCount = result.State.Incidents.Count;
        instance.UpdatedAt = now;
        instance.Revision++;
        foreach (var record in result.Journal) db.Add(Entry(instance, record));
        foreach (var request in result.TaskRequests) Issue(instance, TaskMessage.From(request, instance, katalog, asal, now), request.TaskId);
        if (instance.IsRunning) return;
        instance.FinishedAt = now;
        if (result.State.SubStatus == WorkflowSubStatus.Finished) db.Send(new AlurSelesai { PermohonanId = instance.PermohonanId, Pada = now });
    }

    /// <summary>Sends a task to its owner and remembers that it waits there.</summary>
    public void Issue(Instance instance, TugasDiterbitkan message, string engineTaskId)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(message);
        db.Add(new OpenTask
        {
            TugasId = message.TugasId,
            EngineTaskId = engineTaskId,
            InstanceId = instance.Id,
            PermohonanId = instance.PermohonanId,
            Message = message,
            IssuedAt = message.Pada,
        });
        db.Send(message);
    }

    private BurstContext World() => new(time.GetUtcNow(), static () => Guid.CreateVersion7().ToString("N"));

    // The names of the facts are the names of the definition's variables; a fact left out leaves its variable as it is.
    private static Dictionary<string, JsonElement> Variables(Fakta fakta) =>
        JsonSerializer.SerializeToElement(fakta, MessageJson.Options).EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

    private static JournalEntry Entry(Instance instance, JournalRecord record) => new()
    {
        InstanceId = instance.Id,
        Sequence = record.Sequence,
        NodeId = record.NodeId,
        ActivityType = record.ActivityType,
        ActivityInstanceId = record.ActivityInstanceId,
        Event = record.Event,
        Detail = record.Message ?? (record.Outcomes is null ? null : string.Join(", ", record.Outcomes)),
        At = record.At,
    };
}
