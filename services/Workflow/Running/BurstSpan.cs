using System.Diagnostics;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Telemetry;

namespace Dukcapil.Workflow.Running;

/// <summary>
/// A burst in traces and metrics: one span for it and one for each activity it executed, with node, outcome and version. The engine has no clock, and an
/// activity takes microseconds: their spans begin and end with the burst.
/// </summary>
internal static class BurstSpan
{
    public static Activity? Begin(CompiledWorkflow workflow, Guid? permohonan) => Jejak.Mulai("burst " + workflow.DefinitionId)?
        .SetTag("dukcapil.definisi", workflow.DefinitionId)
        .SetTag("dukcapil.versi", workflow.Version)
        .SetTag(Jejak.Permohonan, permohonan);

    /// <summary>It ran.</summary>
    /// <param name="workflow">Version it ran on.</param>
    /// <param name="result">What it did.</param>
    /// <param name="began">Of the stopwatch.</param>
    public static void Ran(CompiledWorkflow workflow, BurstResult result, long began)
    {
        var took = Stopwatch.GetElapsedTime(began);
        var definition = new KeyValuePair<string, object?>("definisi", workflow.DefinitionId);
        Ukuran.Burst.Record(took.TotalSeconds, definition);
        foreach (var incident in result.Incidents)
            Ukuran.Insiden.Add(1, definition, new("aktivitas", Ukuran.Pendek(workflow.FindActivity(incident.ActivityId)?.Type ?? "")));
        if (Activity.Current is not { IsAllDataRequested: true } burst || burst.Source.Name != Jejak.Sumber) return;
        burst.SetTag("dukcapil.burst.hasil", result.Outcome.ToString());
        var end = DateTimeOffset.UtcNow;
        foreach (var execution in result.Journal.GroupBy(r => r.ActivityInstanceId)) Executed(workflow, execution.Last(), burst, end - took, end);
    }

    private static void Executed(CompiledWorkflow workflow, JournalRecord last, Activity burst, DateTimeOffset start, DateTimeOffset end)
    {
        using var span = Jejak.Catat("aktivitas " + last.ActivityType, start, end);
        span?.SetTag("dukcapil.simpul", last.NodeId)
            .SetTag("dukcapil.aktivitas", last.ActivityType)
            .SetTag("dukcapil.peristiwa", last.Event)
            .SetTag("dukcapil.hasil", last.Outcomes is null ? null : string.Join(',', last.Outcomes))
            .SetTag("dukcapil.versi", workflow.Version)
            .SetTag(Jejak.Permohonan, burst.GetTagItem(Jejak.Permohonan));
        // What went wrong is in the journal and in the incident; its text may quote what an expression saw.
        if (last.Event == "Faulted") span?.SetStatus(ActivityStatusCode.Error);
    }
}
