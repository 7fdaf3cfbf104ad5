using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tracing;

/// <summary>Writes what happened in one step in the golden format.</summary>
internal sealed class TraceWriter(CompiledWorkflow workflow)
{
    private readonly Dictionary<string, ActivityExecution> _executions = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<JournalRecord> _journal = [];

    public void Begin() => _journal.Clear();

    public void Take(BurstResult result)
    {
        _journal.AddRange(result.Journal);
        foreach (var execution in result.Executions)
        {
            if (_executions.TryAdd(execution.Id, execution))
                _order.Add(execution.Id);
            else
                _executions[execution.Id] = execution;
        }
    }

    public JsonElement Write(JsonElement step, InstanceState? state, string? error) => JsonValues.Build(writer =>
    {
        writer.WriteStartObject();
        foreach (var name in (string[])["action", "task", "result", "outcome", "eventName", "payload", "correlationId", "ms", "input", "via"])
        {
            if (step.Get(name) is { ValueKind: not JsonValueKind.Undefined } value)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }
        if (error is not null)
            writer.WriteString("error", error);
        Array(writer, "events", _journal, record => Strings(writer, record.ActivityId, record.Event));
        if (_journal.Exists(record => record.Message is not null))
            Array(writer, "messages", _journal.Where(record => record.Message is not null), record => Strings(writer, record.ActivityId, record.Event, record.Message!));
        if (state is not null)
            State(writer, state);
        writer.WriteEndObject();
    });

    private void State(Utf8JsonWriter writer, InstanceState state)
    {
        writer.WriteString("status", state.Status.ToString());
        writer.WriteString("subStatus", state.SubStatus.ToString());
        writer.WriteString("name", state.Name);
        writer.WriteString("correlationId_", state.CorrelationId);
        writer.WriteNumber("version_", state.DefinitionVersion);
        writer.WriteNumber("incidentCount", state.Incidents.Count);
        writer.WriteBoolean("finishedAtSet", state.FinishedAt is not null);
        writer.WriteBoolean("isExecuting", state.SubStatus == WorkflowSubStatus.Executing);
        Array(writer, "bookmarks", state.Bookmarks, bookmark => Bookmark(writer, bookmark, state));
        writer.WritePropertyName("variables");
        state.Variables(workflow).WriteTo(writer);
        Map(writer, "output", state.Output);
        Map(writer, "input_", state.Input);
        Array(writer, "incidents", state.Incidents, incident =>
        {
            writer.WriteStartObject();
            writer.WriteString("activityId", incident.ActivityId);
            writer.WriteString("message", incident.Message);
            writer.WriteString("exceptionType", incident.ExceptionType);
            writer.WriteEndObject();
        });
        Array(writer, "contexts", state.Contexts, context => writer.WriteStringValue($"{context.NodeId}={context.Status}"));
        Array(writer, "scheduled", Enumerable.Empty<int>(), _ => { });
        Array(writer, "activityExecutions", _order, id => Execution(writer, _executions[id]));
    }

    private static void Execution(Utf8JsonWriter writer, ActivityExecution execution)
    {
        writer.WriteStartObject();
        writer.WriteString("activityId", execution.ActivityId);
        writer.WriteString("status", execution.Status.ToString());
        if (execution.Outcomes is { } outcomes)
            Array(writer, "outcomes", outcomes, writer.WriteStringValue);
        else
            writer.WriteNull("outcomes");
        writer.WritePropertyName("outputs");
        if (execution.Outputs is { } outputs)
            new ValueDictionary([.. outputs.Keys], [.. outputs.Select(output => output.Key == "TaskId" ? "*" : output.Value)]).WriteTo(writer);
        else
            writer.WriteNullValue();
        writer.WriteNumber("faults", execution.FaultCount);
        writer.WriteBoolean("hasBookmarks", execution.HasBookmarks);
        writer.WriteEndObject();
    }

    private static void Bookmark(Utf8JsonWriter writer, Bookmark bookmark, InstanceState state)
    {
        // Elsa shows the bookmarks of a cancelled instance from their table, which knows less of them.
        var isLeftover = state.SubStatus == WorkflowSubStatus.Cancelled;
        writer.WriteStartObject();
        writer.WriteString("activityId", isLeftover ? bookmark.NodeId : bookmark.ActivityId);
        writer.WriteString("name", bookmark.Name);
        writer.WriteStartObject("payload");
        switch (bookmark.Name)
        {
            case "Elsa.Event" when bookmark.Subject is null: break;
            case "Elsa.Event": writer.WriteString("eventName", bookmark.Subject); break;
            case "Elsa.Delay" or "Elsa.Timer": writer.WriteString("resumeAt", "*"); break;
            case "Elsa.Cron" or "Elsa.StartAt": writer.WriteString("executeAt", "*"); break;
            case "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow": writer.WriteString("childInstanceId", "*"); break;
            default: writer.WriteString("taskName", bookmark.Subject); break;
        }
        if (bookmark.Name == "Elsa.Cron")
            writer.WriteString("cronExpression", bookmark.Subject);
        writer.WriteEndObject();
        writer.WriteString("correlationId", state.CorrelationId);
        writer.WriteString("callback", isLeftover ? null : Callback(bookmark.Name));
        if (isLeftover)
            writer.WriteNull("autoBurn");
        else
            writer.WriteBoolean("autoBurn", true);
        writer.WriteEndObject();
    }

    private static string? Callback(string name) => name switch
    {
        "Elsa.Event" => "CompleteInternalAsync",
        "Elsa.Timer" => "TimerElapsedAsync",
        "Elsa.Delay" or "Elsa.Cron" or "Elsa.StartAt" => null,
        "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow" => "OnChildWorkflowCompletedAsync",
        _ => "ResumeAsync",
    };

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        writer.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter writer, params ReadOnlySpan<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, object?> values)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            JsonValues.Write(writer, value);
        }
        writer.WriteEndObject();
    }
}
