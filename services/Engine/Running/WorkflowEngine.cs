using System.Text.Json;
using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>
/// Runs workflows: definition + state + stimulus → new state + effects. It reads no clock, makes no ids, does no I/O, and never
/// changes what it is given; the same arguments give the same result.
/// </summary>
public static class WorkflowEngine
{
    /// <summary>Starts an instance.</summary>
    /// <param name="workflow">The definition version it will run to its end.</param>
    /// <param name="request">How it begins.</param>
    /// <param name="world">Time and ids of this burst.</param>
    public static BurstResult Start(CompiledWorkflow workflow, StartRequest request, BurstContext world)
    {
        var state = new InstanceState
        {
            InstanceId = request.InstanceId ?? world.NewId(),
            DefinitionId = workflow.DefinitionId,
            DefinitionVersion = workflow.Version,
            ParentInstanceId = request.ParentInstanceId,
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
            CorrelationId = request.CorrelationId,
        };
        foreach (var (name, value) in request.Input ?? new Dictionary<string, JsonElement>())
            state.InputMap[name] = LiveValue.FromOutside(value);
        var burst = new Burst(workflow, state, world)
        {
            TriggerActivityId = request.TriggerActivityId,
            Payload = request.TriggerPayload is { } payload ? LiveValue.FromOutside(payload) : null,
            InitialVariables = request.Variables,
        };
        burst.Enqueue(new(workflow.Nodes[0], null, null, null, null, null));
        burst.Run();
        KeepDeclaredInputs(workflow, state);
        return burst.Finish(state);
    }

    /// <summary>Lets a waiting instance go on.</summary>
    /// <param name="workflow">The definition version the instance runs.</param>
    /// <param name="state">The instance; it is not changed.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="world">Time and ids of this burst.</param>
    /// <returns>The result; when the stimulus is refused, its outcome says why and the state is the one given.</returns>
    public static BurstResult Resume(CompiledWorkflow workflow, InstanceState state, Stimulus stimulus, BurstContext world)
    {
        var refusal = Refusal(workflow, state);
        // A fault that ended the instance is no end: who mends it opens the instance again.
        if (refusal == BurstOutcome.NotRunning && state.SubStatus == WorkflowSubStatus.Faulted && stimulus is IncidentRetried or IncidentSkipped)
            refusal = null;
        if (refusal is { } refused)
            return new() { Outcome = refused, State = state };
        switch (stimulus)
        {
            case IncidentRetried retry: return Retry(workflow, state, retry, world);
            case IncidentSkipped skip: return Skip(workflow, state, skip, world);
            case VariablesSet set: return Set(workflow, state, set, world);
        }
        var matches = Matcher.Find(state, stimulus);
        if (matches.Count == 0)
            return new() { Outcome = BurstOutcome.NotFound, State = state };
        if (Matcher.Check(workflow, matches[0], stimulus) is var outcome and not BurstOutcome.Applied)
            return new() { Outcome = outcome, State = state };
        var burst = Begin(workflow, state, world);
        foreach (var bookmark in matches)
            burst.EnqueueResumption(bookmark, stimulus);
        burst.Run();
        return burst.Finish(state);
    }

    /// <summary>Ends an instance from outside: everything still running is cancelled, nothing waits any more.</summary>
    /// <param name="workflow">The definition version the instance runs.</param>
    /// <param name="state">The instance; it is not changed.</param>
    /// <param name="world">Time and ids of this burst.</param>
    /// <param name="note">What the journal says of it, such as who asked.</param>
    public static BurstResult Cancel(CompiledWorkflow workflow, InstanceState state, BurstContext world, string? note = null)
    {
        if (Refusal(workflow, state) is { } refusal)
            return new() { Outcome = refusal, State = state };
        var burst = Begin(workflow, state, world);
        burst.CancelInstance(note);
        return burst.Finish(state);
    }

    private static BurstResult Retry(CompiledWorkflow workflow, InstanceState state, IncidentRetried retry, BurstContext world)
    {
        var burst = Begin(workflow, state, world);
        if (!burst.EnqueueRetry(retry))
            return new() { Outcome = BurstOutcome.NotFound, State = state };
        burst.Run();
        return burst.Finish(state);
    }

    private static BurstResult Skip(CompiledWorkflow workflow, InstanceState state, IncidentSkipped skip, BurstContext world)
    {
        var faulted = state.ContextList.Find(context => context.Id == skip.ActivityInstanceId && context.Status == ActivityStatus.Faulted);
        if (faulted is null || workflow.FindNode(faulted.NodeId) is not { } node)
            return new() { Outcome = BurstOutcome.NotFound, State = state };
        if (!workflow.CanSkip(node))
            return new() { Outcome = BurstOutcome.NotSkippable, State = state };
        if (node.ConnectedOutcomes.Count > 0 ? !node.ConnectedOutcomes.Contains(skip.Outcome) : skip.Outcome != "Done")
            return new() { Outcome = BurstOutcome.OutcomeNotConnected, State = state };
        var burst = Begin(workflow, state, world);
        burst.EnqueueSkip(skip);
        burst.Run();
        return burst.Finish(state);
    }

    private static BurstResult Set(CompiledWorkflow workflow, InstanceState state, VariablesSet set, BurstContext world)
    {
        var burst = Begin(workflow, state, world);
        try
        {
            burst.SetVariables(set);
        }
        catch (Exception error) when (error is EngineFaultException or OverflowException or FormatException)
        {
            return new() { Outcome = BurstOutcome.ValueNotPossible, State = state };
        }
        return burst.Finish(state);
    }

    private static BurstOutcome? Refusal(CompiledWorkflow workflow, InstanceState state)
    {
        if (state.DefinitionId != workflow.DefinitionId || state.DefinitionVersion != workflow.Version)
            return BurstOutcome.OtherDefinition;
        return state.Status == WorkflowStatus.Finished ? BurstOutcome.NotRunning : null;
    }

    private static Burst Begin(CompiledWorkflow workflow, InstanceState state, BurstContext world)
    {
        var copy = state.Clone();
        foreach (var context in copy.ContextList)
        {
            context.Node = workflow.FindNode(context.NodeId) ?? throw new InvalidOperationException($"Node {context.NodeId} is not part of {workflow.DefinitionId}.");
            // As in Elsa, outputs of an earlier burst are gone where no variable keeps them; the id of an open task is ours to keep.
            context.Outcomes = null;
            context.WasResumed = true;
            if (context.Outputs is { Length: > 0 } outputs)
                Array.Clear(outputs, context.Node.Kind is RunTask or HumanTask ? 1 : 0, outputs.Length - (context.Node.Kind is RunTask or HumanTask ? 1 : 0));
        }
        copy.SubStatus = WorkflowSubStatus.Executing;
        copy.FinishedAt = null;
        return new(workflow, copy, world);
    }

    private static void KeepDeclaredInputs(CompiledWorkflow workflow, InstanceState state)
    {
        foreach (var name in state.InputMap.Keys.ToList())
        {
            if (!workflow.Inputs.Any(input => input.IsPersistent && string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase)))
                state.InputMap.Remove(name);
        }
    }
}
