using System.Collections.Frozen;
using System.Text.Json;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>
/// A task of a person, of any registered type: asks for it with everything the SOP says about the step, waits, and goes on by the
/// outcome the person chose.
/// </summary>
internal sealed class HumanTask(HumanTaskType type) : ActivityKind
{
    public override IReadOnlyList<string> Outputs => ["TaskId", "Outcome"];

    public override IReadOnlyList<string> Outcomes => type.Outcomes;

    public HumanTaskType Declaration => type;

    public override void Execute(Burst burst, ActivityContext context)
    {
        var node = context.Node;
        var taskId = burst.NewId();
        var name = node.DisplayText ?? node.Name ?? node.Id;
        burst.Wait(context, node.Type, name, taskId: taskId);
        burst.SetOutput(context, 0, taskId);
        burst.Request(new(
            taskId, context.Id, node.Id, node.NodeId, node.Type, name, new(node.InputNames, context.Inputs!),
            node.OfferedOutcomes, burst.State.Variables(burst.Workflow).Copy(), burst.State.CorrelationId));
    }

    public override void Resume(Burst burst, ActivityContext context, Bookmark bookmark, Stimulus stimulus)
    {
        var completed = (TaskCompleted)stimulus;
        foreach (var (variable, value) in completed.Variables ?? FrozenDictionary<string, JsonElement>.Empty)
        {
            if (Scope.Find(context, variable) is { } place)
                place.SetConverted(JsonValues.FromJson(value));
        }
        burst.SetOutput(context, 1, completed.Outcome);
        burst.Complete(context, [completed.Outcome!]);
    }
}
