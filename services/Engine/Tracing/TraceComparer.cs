using System.Text.Json;
using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Tracing;

/// <summary>Compares what happened with a trace. <c>"*"</c> matches anything; fields the comparison does not know are ignored.</summary>
internal static class TraceComparer
{
    private static readonly string[] Fields =
    [
        "error", "events", "messages", "status", "subStatus", "name", "correlationId_", "version_", "incidentCount", "finishedAtSet", "isExecuting",
        "bookmarks", "variables", "output", "input_", "incidents", "contexts", "scheduled", "activityExecutions",
    ];

    private static readonly string[] BookmarkFields = ["activityId", "name", "payload", "correlationId", "callback", "autoBurn"];
    private static readonly string[] IncidentFields = ["activityId", "message", "exceptionType"];
    private static readonly string[] ExecutionFields = ["activityId", "status", "outcomes", "outputs", "faults", "hasBookmarks"];

    /// <summary>Every difference, each as one line.</summary>
    public static List<string> Compare(JsonElement trace, IReadOnlyList<JsonElement> actual)
    {
        var differences = new List<string>();
        var index = 0;
        foreach (var step in trace.Items("steps"))
        {
            var happened = index < actual.Count ? actual[index] : default;
            foreach (var field in Fields)
            {
                var expected = step.Get(field);
                if (expected.ValueKind == JsonValueKind.Undefined && field is not ("error" or "messages"))
                    continue;
                var got = happened.Get(field);
                if (field == "messages")
                    (expected, got) = (Told(expected), Told(got));
                Compare($"step {index + 1} ({step.Text("action")}) {field}", expected, got, Known(field), differences);
            }
            index++;
        }
        return differences;
    }

    /// <summary>Records with a message; an empty one tells no more than none.</summary>
    private static JsonElement Told(JsonElement messages)
    {
        JsonElement[] told = messages.ValueKind != JsonValueKind.Array ? []
            : [.. messages.EnumerateArray().Where(record => record.ValueKind != JsonValueKind.Array || record.GetArrayLength() < 3 || !record[2].ValueEquals(""))];
        return told.Length == 0 ? default : JsonSerializer.SerializeToElement(told);
    }

    private static string[]? Known(string field) => field switch
    {
        "bookmarks" => BookmarkFields,
        "incidents" => IncidentFields,
        "activityExecutions" => ExecutionFields,
        _ => null,
    };

    private static void Compare(string path, JsonElement expected, JsonElement actual, string[]? known, List<string> differences)
    {
        if (IsAny(expected) || IsAny(actual))
            return;
        var same = expected.ValueKind == actual.ValueKind && expected.ValueKind switch
        {
            JsonValueKind.Array => Arrays(path, expected, actual, known, differences),
            JsonValueKind.Object => Objects(path, expected, actual, known, differences),
            JsonValueKind.Number => SameNumber(expected, actual),
            JsonValueKind.String => expected.GetString() == actual.GetString(),
            _ => true,
        };
        if (!same)
            differences.Add($"{path}: expected {Show(expected)}, got {Show(actual)}");
    }

    private static bool Arrays(string path, JsonElement expected, JsonElement actual, string[]? known, List<string> differences)
    {
        // Short lists of scalars (events, outcomes) read best as a whole.
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return false;
        var index = 0;
        foreach (var item in expected.EnumerateArray())
        {
            Compare($"{path}[{index}]", item, actual[index], known, differences);
            index++;
        }
        return true;
    }

    private static bool Objects(string path, JsonElement expected, JsonElement actual, string[]? known, List<string> differences)
    {
        foreach (var property in expected.EnumerateObject())
        {
            if (known is null || known.Contains(property.Name))
                Compare($"{path}.{property.Name}", property.Value, actual.Get(property.Name), null, differences);
        }
        foreach (var property in actual.EnumerateObject())
        {
            if (known is null && !expected.TryGetProperty(property.Name, out _))
                differences.Add($"{path}.{property.Name}: expected nothing, got {Show(property.Value)}");
        }
        return true;
    }

    private static bool SameNumber(JsonElement expected, JsonElement actual) =>
        expected.TryGetDecimal(out var left) && actual.TryGetDecimal(out var right) ? left == right : expected.GetDouble().Equals(actual.GetDouble());

    private static bool IsAny(JsonElement json) => json.ValueKind == JsonValueKind.String && json.ValueEquals("*");

    private static string Show(JsonElement json) => json.ValueKind == JsonValueKind.Undefined ? "nothing" : json.GetRawText();
}
