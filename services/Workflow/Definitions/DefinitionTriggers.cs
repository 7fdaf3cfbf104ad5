using Dukcapil.Engine.Definitions;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Signals;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Keeps the triggers of a definition in step with what is published.</summary>
public sealed class DefinitionTriggers(WorkflowDb db, TimeProvider time)
{
    /// <summary>Replaces the triggers of a definition by those of a version; null when none is published any more. Saves nothing.</summary>
    public async Task ReplaceAsync(string definitionId, string? versionId, CompiledWorkflow? workflow, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.Triggers.Where(t => t.DefinitionId == definitionId).ToListAsync(cancellationToken));
        if (versionId is null || workflow is null) return;
        foreach (var trigger in WorkflowTrigger.Of(workflow))
        {
            if (Of(trigger, definitionId, versionId) is { } row) db.Add(row);
        }
    }

    private Trigger? Of(WorkflowTrigger trigger, string definitionId, string versionId)
    {
        var now = time.GetUtcNow();
        var row = new Trigger
        {
            DefinitionVersionId = versionId,
            DefinitionId = definitionId,
            ActivityId = trigger.ActivityId,
            EventName = trigger.Type == "Elsa.Event" ? trigger.Value as string : null,
            IntervalTicks = trigger is { Type: "Elsa.Timer", Value: TimeSpan interval } ? interval.Ticks : null,
            Cron = trigger.Type == "Elsa.Cron" ? trigger.Value as string : null,
        };
        row.DueAt = trigger.Type switch
        {
            "Elsa.Event" => null,
            // As in Elsa, a time that has passed starts nothing.
            "Elsa.StartAt" => trigger.Value is DateTimeOffset at && at >= now ? at : null,
            _ => TriggerTimes.Next(row, now),
        };
        return row.EventName is null && row.DueAt is null ? null : row;
    }
}
