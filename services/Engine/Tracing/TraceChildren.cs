using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tracing;

/// <summary>The sub-workflows of a traced instance, of the definitions the trace brings along.</summary>
internal sealed class TraceChildren(IReadOnlyDictionary<string, CompiledWorkflow> definitions, Func<BurstContext> world)
{
    private readonly Dictionary<string, (CompiledWorkflow Workflow, InstanceState State, bool IsAwaited)> _children = new(StringComparer.Ordinal);
    private readonly Queue<DispatchedChild> _dispatched = new();

    /// <summary>The time the first of them waits for.</summary>
    public DateTimeOffset? NextDue => _children.Values.SelectMany(child => child.State.Bookmarks).Min(bookmark => bookmark.DueAt);

    /// <summary>Definitions a sub-workflow can be started of.</summary>
    public IReadOnlySet<string> Definitions { get; } = definitions.Keys.ToHashSet(StringComparer.Ordinal);

    public void Dispatch(DispatchedChild child) => _dispatched.Enqueue(child);

    /// <summary>Starts one and runs it to its first wait.</summary>
    public InstanceState? Start(DispatchedChild child)
    {
        if (!definitions.TryGetValue(child.DefinitionId, out var workflow))
            return null;
        var input = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (child.Input is not null)
        {
            foreach (var property in Expressions.JsonValues.ToElement(child.Input).EnumerateObject())
                input[property.Name] = property.Value;
        }
        input["ParentInstanceId"] = JsonSerializer.SerializeToElement(child.ParentInstanceId);
        var request = new StartRequest { InstanceId = child.InstanceId, CorrelationId = child.CorrelationId, Input = input, ParentInstanceId = child.ParentInstanceId };
        var state = WorkflowEngine.Start(workflow, request, world()).State;
        _children[child.InstanceId] = (workflow, state, child.WaitsForCompletion);
        return state;
    }

    /// <summary>Starts what was dispatched, fires what is due, and tells of those who have ended and are awaited.</summary>
    public IEnumerable<ChildFinished> Advance(DateTimeOffset now)
    {
        while (_dispatched.TryDequeue(out var child))
            Start(child);
        foreach (var (id, child) in _children.ToList())
        {
            var state = child.State;
            while (state.Bookmarks.FirstOrDefault(bookmark => bookmark.DueAt <= now) is { } due)
                state = WorkflowEngine.Resume(child.Workflow, state, new TimerDue(due.Id), world()).State;
            _children[id] = child with { State = state };
            if (state.Status != WorkflowStatus.Finished)
                continue;
            _children.Remove(id);
            if (child.IsAwaited)
                yield return new(id, Expressions.JsonValues.Build(new Expressions.ValueDictionary([.. state.Output.Keys], [.. state.Output.Values]).WriteTo), state.SubStatus);
        }
    }
}
