using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Pemindahan;
using Dukcapil.Workflow.Pencabutan;
using Dukcapil.Workflow.Store;

namespace Dukcapil.Workflow.Running;

/// <summary>A task was completed at its owner: one burst. A task that no longer waits (completed or closed before) changes nothing.</summary>
internal sealed class CompleteTask(InstanceSession session, InstanceRunner runner, KatalogAktivitas katalog, Withdrawals withdrawals, InstanceMoves moves)
    : IHandle<TugasDiselesaikan>, IPrefetch<TugasDiselesaikan>
{
    public void Prefetch(IReadOnlyList<TugasDiselesaikan> messages, SqlBatch batch) => session.Prefetch(messages.Select(m => m.PermohonanId), batch);

    public async Task HandleAsync(TugasDiselesaikan message, CancellationToken cancellationToken)
    {
        var works = await session.OfApplicationAsync(message.PermohonanId, cancellationToken);
        var work = works.FirstOrDefault(w => w.Tasks.Any(t => t.TugasId == message.TugasId));
        if (work is null) return;
        var task = work.Tasks.First(t => t.TugasId == message.TugasId);
        // While a withdrawal or a move is waiting for an answer some task is asked to be closed, at every moment; without one there is nothing to look for.
        var isAwaited = works.Any(w => w.Tasks.Any(t => t.ClosingFor is not null));
        await CompleteAsync(works[0], work, task, message, cancellationToken);
        if (!isAwaited) return;
        await withdrawals.ContinueAsync(message.PermohonanId, cancellationToken);
        // Whoever asked to close this task was too late, and goes on with what came of it.
        if (task.ClosingFor is not null) await moves.ContinueAsync(message.PermohonanId, cancellationToken);
    }

    // Returns and the signature are counted at the root, whichever sub-workflow they happen in.
    private async Task CompleteAsync(InstanceWork root, InstanceWork work, OpenTask task, TugasDiselesaikan selesai, CancellationToken cancellationToken)
    {
        var isReturn = katalog.IsReturn(task.Message.Aktivitas, selesai.Hasil);
        var isSigned = task.Message.Aktivitas == KatalogAktivitas.TandaTangan && selesai.Hasil == KatalogAktivitas.Ditandatangani;
        if (isReturn) root.Row.ReturnCount++;
        if (isSigned) root.Row.IsSigned = true;
        if (root != work && (isReturn || isSigned)) root.Touch();
        var asal = new AsalTugas
        {
            TugasId = task.TugasId,
            Langkah = task.Message.Langkah.Nomor,
            Hasil = selesai.Hasil,
            Dikembalikan = isReturn,
            KodeAlasan = selesai.Fakta.KodeAlasan is { Length: > 0 } kode ? kode : null,
        };
        var stimulus = new TaskCompleted(task.EngineTaskId, selesai.Hasil, Variables(selesai.Fakta with { JumlahPengembalian = root.Row.ReturnCount }));
        var outcome = await runner.ResumeAsync(work, stimulus, new(asal), cancellationToken);
        if (outcome != BurstOutcome.Applied)
            throw new InvalidOperationException($"The engine refused task {task.TugasId} of node {task.Message.Simpul}: {outcome}.");
    }

    /// <summary>The names of the facts are the names of the definition's variables; a fact left out leaves its variable as it is.</summary>
    public static Dictionary<string, JsonElement> Variables(Fakta fakta) =>
        JsonSerializer.SerializeToElement(fakta, MessageJson.Options).EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
