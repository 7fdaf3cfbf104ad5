using System.Text.Json;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>
/// Starts another workflow and, when told to, waits for its end. The child is started by the host after this burst is committed, also by
/// ExecuteWorkflow (<see cref="Deviations.SubWorkflowsAfterCommit"/>).
/// </summary>
/// <param name="isExecute">Whether it is ExecuteWorkflow, which tells how the child ended; DispatchWorkflow tells its outputs only.</param>
internal sealed class DispatchWorkflow(bool isExecute) : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs =>
    [
        new("WorkflowDefinitionId", ValueShape.String), new("CorrelationId", ValueShape.String), new("Input", new(ValueKind.Dictionary)),
        new("WaitForCompletion", new(ValueKind.Boolean), false),
    ];

    public override IReadOnlyList<string> Outputs => ["Result"];

    public override void Execute(Burst burst, ActivityContext context)
    {
        var inputs = context.Inputs!;
        var definitionId = inputs[0] as string ?? throw new EngineFaultException("WorkflowDefinitionId is required.", "System.Exception");
        if (string.IsNullOrWhiteSpace(definitionId) || burst.World.PublishedDefinitions?.Contains(definitionId) == false)
            throw new EngineFaultException($"No published version of workflow definition with ID {definitionId} found.", "System.Exception");
        var waits = Coercion.ToBoolean(inputs[3]);
        var child = new DispatchedChild(burst.NewId(), definitionId, inputs[1] as string, LiveValue.Freeze(inputs[2]), burst.State.InstanceId, waits);
        if (isExecute)
            burst.Deviated(Deviations.SubWorkflowsAfterCommit);
        if (isExecute && !burst.Follows(Deviations.SubWorkflowsAfterCommit) && RunNow(burst, context, child))
            return;
        burst.Dispatch(child);
        if (waits)
            burst.Wait(context, isExecute ? "Elsa.ExecuteWorkflow" : "Elsa.DispatchWorkflow", child.InstanceId);
        else
            burst.Complete(context);
    }

    public override void Resume(Burst burst, ActivityContext context, Bookmark bookmark, Stimulus stimulus)
    {
        object? result = null;
        if (stimulus is ChildFinished child)
        {
            burst.Deviated(isExecute ? Deviations.SubWorkflowsAfterCommit : Deviations.None);
            result = isExecute && burst.Follows(Deviations.SubWorkflowsAfterCommit) ? Told(child.InstanceId ?? child.ChildInstanceId, child.SubStatus, child.Result)
                : child.Result is { } outputs ? LiveValue.FromOutside(outputs) : null;
        }
        burst.SetOutput(context, 0, result);
        burst.Complete(context);
    }

    private static object? Told(string child, WorkflowSubStatus subStatus, JsonElement? outputs, bool isRecord = false) => LiveValue.FromOutside(JsonValues.Build(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString(Name("WorkflowInstanceId"), child);
        writer.WriteString(Name("Status"), (subStatus >= WorkflowSubStatus.Finished ? WorkflowStatus.Finished : WorkflowStatus.Running).ToString());
        writer.WriteString(Name("SubStatus"), subStatus.ToString());
        writer.WritePropertyName(Name("Output"));
        JsonValues.Write(writer, outputs);
        writer.WriteEndObject();

        // Scripts of Elsa see the names of .NET, its records have them in camel case.
        string Name(string name) => isRecord ? Definitions.JsonAccess.Camel(name) : name;
    }));

    /// <summary>As Elsa does it: the child runs to its first wait inside this burst.</summary>
    private static bool RunNow(Burst burst, ActivityContext context, DispatchedChild child)
    {
        if (burst.World.RunChild?.Invoke(child) is not { } state)
            return false;
        if (child.WaitsForCompletion && state.Status == WorkflowStatus.Running)
        {
            burst.Wait(context, "Elsa.ExecuteWorkflow", child.InstanceId);
            return true;
        }
        var outputs = JsonValues.Build(new ValueDictionary([.. state.Output.Keys], [.. state.Output.Values]).WriteTo);
        burst.SetOutput(context, 0, Told(child.InstanceId, state.SubStatus, outputs, isRecord: true));
        burst.Complete(context);
        return true;
    }
}
