using System.Text.Json;

namespace Dukcapil.Engine.State;

/// <summary>Writes a state; what is empty is left out.</summary>
internal static class StateWriter
{
    public static void Write(Utf8JsonWriter writer, InstanceState state)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", InstanceState.Format);
        writer.WriteString("id", state.InstanceId);
        writer.WriteString("definition", state.DefinitionId);
        writer.WriteNumber("version", state.DefinitionVersion);
        Text(writer, "parent", state.ParentInstanceId);
        writer.WriteString("subStatus", state.SubStatus.ToString());
        Text(writer, "correlation", state.CorrelationId);
        Text(writer, "name", state.Name);
        writer.WriteNumber("sequence", state.Sequence);
        writer.WriteString("created", state.CreatedAt);
        writer.WriteString("updated", state.UpdatedAt);
        if (state.FinishedAt is { } finished)
            writer.WriteString("finished", finished);
        Map(writer, "input", state.InputMap);
        Map(writer, "output", state.OutputMap);
        List(writer, "contexts", state.ContextList, context => Context(writer, context, state));
        List(writer, "pending", state.Pending, entry =>
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(state.ContextList.IndexOf(entry.Owner));
            writer.WriteStringValue(entry.ChildNodeId);
            writer.WriteEndArray();
        });
        List(writer, "bookmarks", state.BookmarkList, bookmark => Bookmark(writer, bookmark));
        List(writer, "incidents", state.IncidentList, incident => Incident(writer, incident));
        writer.WriteEndObject();
    }

    private static void Context(Utf8JsonWriter writer, ActivityContext context, InstanceState state)
    {
        writer.WriteStartObject();
        writer.WriteString("id", context.Id);
        writer.WriteString("node", context.NodeId);
        if (context.Parent is { } parent)
            writer.WriteNumber("in", state.ContextList.IndexOf(parent));
        if (context.Status != ActivityStatus.Running)
            writer.WriteString("status", context.Status.ToString());
        writer.WriteString("started", context.StartedAt);
        if (context.CompletedAt is { } completed)
            writer.WriteString("completed", completed);
        if (context.FaultCount > 0)
            writer.WriteNumber("faults", context.FaultCount);
        if (context.Position is { } position)
            writer.WriteNumber("position", position);
        if (context.IsBreaking)
            writer.WriteBoolean("breaking", true);
        List(writer, "awaited", context.Awaited, writer.WriteStringValue);
        List(writer, "outcomes", context.Outcomes, writer.WriteStringValue);
        List(writer, "values", context.Values, value => StoredValues.Write(writer, value));
        List(writer, "outputs", context.Outputs, value => StoredValues.Write(writer, value));
        List(writer, "tokens", context.Tokens, token => Token(writer, token));
        List(writer, "dynamic", context.Dynamic, variable =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(variable.Name);
            StoredValues.Write(writer, variable.Value);
            if (variable.IsStored)
                writer.WriteBooleanValue(true);
            writer.WriteEndArray();
        });
        writer.WriteEndObject();
    }

    private static void Token(Utf8JsonWriter writer, FlowToken token)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(token.From);
        writer.WriteStringValue(token.Outcome);
        writer.WriteStringValue(token.To);
        writer.WriteNumberValue((token.Consumed ? 1 : 0) + (token.Blocked ? 2 : 0));
        writer.WriteEndArray();
    }

    private static void Bookmark(Utf8JsonWriter writer, Bookmark bookmark)
    {
        writer.WriteStartObject();
        writer.WriteString("id", bookmark.Id);
        writer.WriteString("name", bookmark.Name);
        writer.WriteString("activity", bookmark.ActivityId);
        writer.WriteString("node", bookmark.NodeId);
        writer.WriteString("execution", bookmark.ActivityInstanceId);
        writer.WriteString("created", bookmark.CreatedAt);
        Text(writer, "task", bookmark.TaskId);
        Text(writer, "subject", bookmark.Subject);
        if (bookmark.DueAt is { } due)
            writer.WriteString("due", due);
        writer.WriteEndObject();
    }

    private static void Incident(Utf8JsonWriter writer, Incident incident)
    {
        writer.WriteStartObject();
        writer.WriteString("activity", incident.ActivityId);
        writer.WriteString("node", incident.NodeId);
        writer.WriteString("type", incident.ActivityType);
        writer.WriteString("execution", incident.ActivityInstanceId);
        writer.WriteString("message", incident.Message);
        writer.WriteString("exception", incident.ExceptionType);
        Text(writer, "detail", incident.Detail);
        writer.WriteString("at", incident.At);
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static void Map(Utf8JsonWriter writer, string name, Dictionary<string, object?> values)
    {
        if (values.Count == 0)
            return;
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            StoredValues.Write(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T>? items, Action<T> write)
    {
        if (items is null || items.Count == 0)
            return;
        writer.WriteStartArray(name);
        for (var i = 0; i < items.Count; i++)
            write(items[i]);
        writer.WriteEndArray();
    }
}
