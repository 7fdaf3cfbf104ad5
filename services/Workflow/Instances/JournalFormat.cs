using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Workflow.Instances;

/// <summary>
/// How a burst's journal is kept: <c>{"s":9,"t":"4bf9…","r":[["kasi","C","8.2",["Sesuai"]],…],"x":[…]}</c>. <c>s</c>: sequence of the first record; <c>t</c>: trace id; a record:
/// activity, event, execution, outcomes, message, milliseconds after the burst's time, what is empty at its end left out. <c>x</c>: executions of
/// which the records do not tell everything: execution, activity, status, outcomes, outputs, faults, whether it waits.
/// </summary>
/// <remarks>Written at every completed task and kept for ever: names instead of numbers, because a later release may number nodes otherwise.</remarks>
internal static class JournalFormat
{
    private static readonly string[] Events = ["Started", "Suspended", "Resumed", "Completed", "Canceled", "Faulted", "Retried", "Skipped", "VariablesChanged", "Migrated"];
    private static readonly string[] Codes = ["S", "U", "R", "C", "X", "F", "T", "K", "V", "M"];

    /// <summary>Packs one burst.</summary>
    /// <param name="burst">What it did.</param>
    /// <param name="isRetry">Whether it ran a faulted execution again: then fault counts change where no record says so.</param>
    public static byte[] Pack(BurstResult burst, bool isRetry)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, new() { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("s", burst.Journal.Count > 0 ? burst.Journal[0].Sequence : burst.State.Sequence);
            if (Activity.Current is { } trace) writer.WriteString("t", trace.TraceId.ToHexString());
            writer.WriteStartArray("r");
            foreach (var record in burst.Journal) Write(writer, record);
            writer.WriteEndArray();
            var hasOther = false;
            foreach (var execution in burst.Executions)
            {
                if (IsToldBy(burst, execution, isRetry)) continue;
                if (!hasOther) writer.WriteStartArray("x");
                hasOther = true;
                Write(writer, execution);
            }
            if (hasOther) writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the journal of one instance, bursts in order.</summary>
    /// <param name="bursts">Rows.</param>
    /// <param name="versionOf">The compiled version of a number.</param>
    public static InstanceJournal Unpack(IEnumerable<JournalBurst> bursts, Func<int, CompiledWorkflow> versionOf)
    {
        var journal = new InstanceJournal();
        foreach (var burst in bursts)
        {
            using var json = JsonDocument.Parse(burst.Records);
            var sequence = json.RootElement.GetProperty("s").GetInt64();
            journal.Begin(sequence, json.RootElement.TryGetProperty("t", out var trace) ? trace.GetString() : null);
            foreach (var item in json.RootElement.GetProperty("r").EnumerateArray()) journal.Add(Record(item, sequence++, burst, versionOf(burst.Version)));
            if (!json.RootElement.TryGetProperty("x", out var executions)) continue;
            foreach (var item in executions.EnumerateArray()) journal.Replace(Execution(item, burst, versionOf(burst.Version)));
        }
        return journal;
    }

    // Most executions are what their last record says: nothing more to write.
    private static bool IsToldBy(BurstResult burst, ActivityExecution execution, bool isRetry)
    {
        string? last = null;
        foreach (var record in burst.Journal)
        {
            if (record.ActivityInstanceId == execution.Id) last = record.Event;
        }
        // Without a record of its own: unless a loop went on to its next value, its faults changed, or the end of the instance took what it waited for.
        if (last is null)
            return execution.FaultCount == 0 && execution.Outputs is null && !isRetry && !burst.BookmarksBurned.Any(bookmark => bookmark.ActivityInstanceId == execution.Id);
        return execution.FaultCount == 0 && execution.Outputs is null
            && execution.Status == InstanceJournal.StatusAfter(last) && execution.HasBookmarks == (last == "Suspended");
    }

    private static void Write(Utf8JsonWriter writer, JournalRecord record)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(record.ActivityId);
        writer.WriteStringValue(Codes[Array.IndexOf(Events, record.Event)]);
        writer.WriteStringValue(record.ActivityInstanceId);
        if (record.Outcomes is not null || record.Message is not null) WriteTexts(writer, record.Outcomes);
        if (record.Message is not null) writer.WriteStringValue(record.Message);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ActivityExecution execution)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(execution.Id);
        writer.WriteStringValue(execution.ActivityId);
        writer.WriteStringValue(execution.Status.ToString());
        WriteTexts(writer, execution.Outcomes);
        if (execution.Outputs is { } outputs) outputs.WriteTo(writer);
        else writer.WriteNullValue();
        writer.WriteNumberValue(execution.FaultCount);
        writer.WriteBooleanValue(execution.HasBookmarks);
        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartArray();
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static JournalRecord Record(JsonElement item, long sequence, JournalBurst burst, CompiledWorkflow workflow)
    {
        var (activityId, length) = (item[0].GetString()!, item.GetArrayLength());
        var node = workflow.FindActivity(activityId);
        return new(
            activityId, node?.NodeId ?? activityId, node?.Type ?? "", node?.Name, item[2].GetString()!, Events[Array.IndexOf(Codes, item[1].GetString())], sequence,
            burst.At.AddMilliseconds(length > 5 ? item[5].GetInt64() : 0), length > 4 ? item[4].GetString() : null, length > 3 ? Texts(item[3]) : null);
    }

    private static ActivityExecution Execution(JsonElement item, JournalBurst burst, CompiledWorkflow workflow)
    {
        var activityId = item[1].GetString()!;
        var node = workflow.FindActivity(activityId);
        return new(
            item[0].GetString()!, activityId, node?.NodeId ?? activityId, node?.Type ?? "", node?.Name, Enum.Parse<ActivityStatus>(item[2].GetString()!), burst.At,
            null, Texts(item[3]), item[4].ValueKind == JsonValueKind.Object ? Outputs(item[4]) : null, item[5].GetInt32(), item[6].GetBoolean());
    }

    private static List<string>? Texts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(text => text.GetString()!)] : null;

    private static ValueDictionary Outputs(JsonElement json)
    {
        var values = json.EnumerateObject().ToList();
        return new([.. values.Select(v => v.Name)], [.. values.Select(v => JsonValues.FromJson(v.Value.Clone()))]);
    }
}
