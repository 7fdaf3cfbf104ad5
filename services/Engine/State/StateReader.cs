using System.Text.Json;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.State;

/// <summary>Reads a state as <see cref="StateWriter"/> writes it.</summary>
internal static class StateReader
{
    public static InstanceState Read(JsonElement json)
    {
        if (json.GetProperty("format").GetInt32() is var format and not InstanceState.Format)
            throw new JsonException($"Instance state of format {format}; this release reads {InstanceState.Format}.");
        var contexts = json.Items("contexts").Select(Context).ToList();
        var parents = json.Items("contexts").Select(context => context.Number("in")).ToList();
        for (var i = 0; i < contexts.Count; i++)
            contexts[i].Parent = parents[i] is { } parent ? contexts[parent] : null;
        return new()
        {
            InstanceId = Text(json, "id"),
            DefinitionId = Text(json, "definition"),
            DefinitionVersion = json.GetProperty("version").GetInt32(),
            ParentInstanceId = json.Text("parent"),
            SubStatus = Enum.Parse<WorkflowSubStatus>(Text(json, "subStatus")),
            CorrelationId = json.Text("correlation"),
            Name = json.Text("name"),
            Sequence = json.GetProperty("sequence").GetInt64(),
            CreatedAt = json.GetProperty("created").GetDateTimeOffset(),
            UpdatedAt = json.GetProperty("updated").GetDateTimeOffset(),
            FinishedAt = Time(json, "finished"),
            InputMap = Map(json.Get("input"), StringComparer.OrdinalIgnoreCase),
            OutputMap = Map(json.Get("output"), StringComparer.Ordinal),
            ContextList = contexts,
            Pending = [.. json.Items("pending").Select(entry => new PendingCompletion(contexts[entry[0].GetInt32()], entry[1].GetString()!))],
            BookmarkList = [.. json.Items("bookmarks").Select(Bookmark)],
            IncidentList = [.. json.Items("incidents").Select(Incident)],
        };
    }

    private static ActivityContext Context(JsonElement json) => new(Text(json, "id"), Text(json, "node"), null, json.GetProperty("started").GetDateTimeOffset())
    {
        Status = json.Text("status") is { } status ? Enum.Parse<ActivityStatus>(status) : ActivityStatus.Running,
        CompletedAt = Time(json, "completed"),
        FaultCount = json.Number("faults") ?? 0,
        Position = json.Number("position"),
        IsBreaking = json.Flag("breaking"),
        Awaited = List(json, "awaited", item => item.GetString()!),
        Outcomes = List(json, "outcomes", item => item.GetString()!),
        Values = List(json, "values", StoredValues.Read)?.ToArray(),
        Outputs = List(json, "outputs", StoredValues.Read)?.ToArray(),
        Tokens = List(json, "tokens", Token),
        Dynamic = List(json, "dynamic", item => new DynamicVariable(item[0].GetString()!, StoredValues.Read(item[1]), item.GetArrayLength() > 2)),
    };

    private static FlowToken Token(JsonElement json) => new()
    {
        From = json[0].GetString()!,
        Outcome = json[1].GetString()!,
        To = json[2].GetString()!,
        Consumed = (json[3].GetInt32() & 1) != 0,
        Blocked = (json[3].GetInt32() & 2) != 0,
    };

    private static Bookmark Bookmark(JsonElement json) => new()
    {
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        ActivityId = Text(json, "activity"),
        NodeId = Text(json, "node"),
        ActivityInstanceId = Text(json, "execution"),
        CreatedAt = json.GetProperty("created").GetDateTimeOffset(),
        TaskId = json.Text("task"),
        Subject = json.Text("subject"),
        DueAt = Time(json, "due"),
    };

    private static Incident Incident(JsonElement json) => new(
        Text(json, "activity"), Text(json, "node"), Text(json, "type"), Text(json, "execution"), Text(json, "message"), Text(json, "exception"),
        json.Text("detail"), json.GetProperty("at").GetDateTimeOffset());

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.Get(name) is { ValueKind: JsonValueKind.String } time ? time.GetDateTimeOffset() : null;

    private static List<T>? List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Get(name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(read)] : null;

    private static Dictionary<string, object?> Map(JsonElement json, StringComparer comparer) =>
        json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().ToDictionary(property => property.Name, property => StoredValues.Read(property.Value), comparer)
            : new(comparer);
}
