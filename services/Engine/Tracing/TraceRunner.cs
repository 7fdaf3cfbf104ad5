using System.Globalization;
using System.Text;
using System.Text.Json;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tracing;

/// <summary>Runs the steps of a trace on the engine, with a clock and ids of its own.</summary>
internal sealed class TraceRunner
{
    private readonly CompiledWorkflow _workflow;
    private readonly JsonElement _trace;
    private readonly Deviations _followed;
    private readonly bool _deliversAtOnce;
    private readonly Queue<PublishedEvent> _events = new();
    private readonly TraceWriter _writer;
    private readonly TraceChildren _children;
    private DateTimeOffset _now = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private InstanceState? _state;
    private ITraceInstance? _instance;
    private int _ids;

    /// <param name="trace">A trace in the golden format.</param>
    /// <param name="catalogue">The types that exist.</param>
    /// <param name="followed">Rules of ours that are on.</param>
    /// <param name="deliversAtOnce">Whether a published event arrives in the step that published it or in the next; in Elsa that is timing.</param>
    public TraceRunner(JsonElement trace, ActivityCatalogue catalogue, Deviations followed, bool deliversAtOnce)
    {
        _trace = trace;
        _followed = followed;
        _deliversAtOnce = deliversAtOnce;
        _workflow = WorkflowCompiler.Compile(trace.Get("definition"), catalogue);
        _writer = new(_workflow);
        _children = new(
            trace.Items("definitions").Select(child => WorkflowCompiler.Compile(child, catalogue)).ToDictionary(child => child.DefinitionId, StringComparer.Ordinal), World);
    }

    /// <summary>Rules that took effect, or would have.</summary>
    public Deviations Deviations { get; private set; }

    /// <summary>Every state the instance had after a step.</summary>
    public List<InstanceState> States { get; } = [];

    /// <summary>Where the instance is kept between two bursts; null keeps it in memory.</summary>
    public ITraceStore? Store { get; init; }

    /// <summary>When not null, collects every state a burst is given, with its stored form of before the burst.</summary>
    public List<(InstanceState State, string Text)>? Before { get; init; }

    /// <summary>Runs all steps.</summary>
    /// <returns>What happened, one object per step.</returns>
    public IReadOnlyList<JsonElement> Run() => [.. _trace.Items("steps").Select(Step)];

    private JsonElement Step(JsonElement step)
    {
        _writer.Begin();
        if (!_deliversAtOnce)
            Settle();
        var error = Act(step);
        if (_deliversAtOnce)
            Settle();
        if (_state is not null)
            States.Add(_state);
        return _writer.Write(step, _state, error);
    }

    private string? Act(JsonElement step)
    {
        switch (step.Text("action"))
        {
            case "start":
                Start(new() { Input = Map(_trace.Get("input")), CorrelationId = step.Text("correlationId") });
                return null;
            case "completeTask":
                return CompleteTask(step);
            case "event":
                Publish(new(step.Text("eventName") ?? "", Payload(step), step.Text("correlationId")));
                return null;
            case "triggerEvent":
                Trigger(step);
                return null;
            case "resumeBookmark":
                var wanted = step.Text("task") ?? step.Text("activityId");
                if (_state?.Bookmarks.FirstOrDefault(bookmark => wanted is null || bookmark.Subject == wanted || bookmark.ActivityId == wanted) is { } found)
                    Resume(new BookmarkResumed(found.Id, Map(step.Get("input"))));
                return null;
            case "retry":
                if (_state is { Incidents: [.., var last] })
                    Resume(new IncidentRetried(last.ActivityInstanceId));
                return null;
            case "cancel":
                if (_state is not null)
                    Take(WorkflowEngine.Cancel(_workflow, _state, World()));
                return null;
            case "wait":
                Wait(step.Number("ms") ?? 0);
                return null;
            default:
                return null; // A published version is for new instances; this one stays on its own.
        }
    }

    private void Start(StartRequest request)
    {
        _instance = Store?.Begin(_workflow);
        Take(WorkflowEngine.Start(_workflow, request, World()));
    }

    private string? CompleteTask(JsonElement step)
    {
        var task = step.Text("task");
        var open = _state?.Bookmarks.FirstOrDefault(bookmark => bookmark.TaskId is not null && bookmark.Subject == task);
        if (open is null)
            return $"no bookmark for task {task}";
        var outcome = _workflow.FindNode(open.NodeId) is { IsHumanTask: true } ? step.Text("outcome") ?? "" : null;
        Resume(new TaskCompleted(open.TaskId!, outcome, Map(step.Get("variables")), step.Get("result") is { ValueKind: not JsonValueKind.Undefined } result ? result : null));
        return null;
    }

    private void Trigger(JsonElement step)
    {
        var name = step.Text("eventName") ?? "";
        if (_state is { Status: WorkflowStatus.Running })
            Publish(new(name, Payload(step), step.Text("correlationId")));
        var trigger = WorkflowTrigger.Of(_workflow).FirstOrDefault(candidate => candidate.Type == "Elsa.Event" && candidate.Value is string value && value == name);
        if (trigger is not null && _state is null)
            Start(new() { TriggerActivityId = trigger.ActivityId, TriggerPayload = Payload(step), CorrelationId = step.Text("correlationId"), Input = Map(_trace.Get("input")) });
    }

    private void Wait(int milliseconds)
    {
        var until = _now.AddMilliseconds(milliseconds);
        AdvanceChildren();
        while (true)
        {
            var due = _state?.Bookmarks.Where(bookmark => bookmark.DueAt <= until).MinBy(bookmark => bookmark.DueAt);
            if (_children.NextDue is { } childDue && childDue <= until && !(due?.DueAt < childDue))
            {
                _now = childDue > _now ? childDue : _now;
                AdvanceChildren();
                continue;
            }
            if (due is null)
                break;
            _now = due.DueAt!.Value;
            var before = _state;
            Resume(new TimerDue(due.Id));
            AdvanceChildren();
            if (_state == before)
                break;
        }
        _now = until;
    }

    private void AdvanceChildren()
    {
        foreach (var finished in _children.Advance(_now).ToList())
            Resume(finished);
    }

    /// <summary>What is due by itself: published events, and timers whose time has come already.</summary>
    private void Settle()
    {
        Deliver();
        Wait(0);
    }

    private void Deliver()
    {
        for (var rounds = 0; rounds < 100 && _events.TryDequeue(out var published); rounds++)
        {
            Publish(new(
                published.EventName, published.Payload is null ? null : Expressions.JsonValues.ToElement(published.Payload), published.CorrelationId));
        }
    }

    /// <summary>Elsa resumes each waiting bookmark in a burst of its own.</summary>
    private void Publish(EventPublished published)
    {
        foreach (var bookmark in _state?.Bookmarks.Where(bookmark => bookmark.Name == "Elsa.Event").ToList() ?? [])
            Resume(published with { BookmarkId = bookmark.Id });
    }

    private void Resume(Stimulus stimulus)
    {
        if (_state is not null)
            Take(WorkflowEngine.Resume(_workflow, _state, stimulus, World()), isRetry: stimulus is IncidentRetried);
    }

    private void Take(BurstResult result, bool isRetry = false)
    {
        Deviations |= result.Deviations;
        if (result.Outcome != BurstOutcome.Applied)
            return;
        if (_instance is not null)
            result = _instance.Keep(result, isRetry);
        _state = result.State;
        Before?.Add((_state, Encoding.UTF8.GetString(_state.ToBytes())));
        _writer.Take(result);
        foreach (var published in result.PublishedEvents)
            _events.Enqueue(published);
        foreach (var child in result.Children)
            _children.Dispatch(child);
    }

    private BurstContext World() => new(_now, () => string.Create(CultureInfo.InvariantCulture, $"id{++_ids:x8}"))
    {
        Deviations = _followed,
        RunChild = _children.Start,
        PublishedDefinitions = _children.Definitions,
    };

    private static JsonElement? Payload(JsonElement step) => step.Get("payload") is { ValueKind: not JsonValueKind.Undefined } payload ? payload : null;

    private static Dictionary<string, JsonElement>? Map(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().ToDictionary(property => property.Name, property => property.Value) : null;
}
