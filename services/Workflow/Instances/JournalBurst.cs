namespace Dukcapil.Workflow.Instances;

/// <summary>
/// What one burst did, as one row: its journal records and what became of the executions. Only added, never changed; packed and unpacked by
/// <see cref="JournalFormat"/>.
/// </summary>
public sealed class JournalBurst
{
    /// <summary>Instance.</summary>
    public Guid InstanceId { get; init; }

    /// <summary>Number of the burst within the instance.</summary>
    public int Burst { get; init; }

    /// <summary>Version of the definition it ran on.</summary>
    public int Version { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Records (UTF-8 JSON).</summary>
    public required byte[] Records { get; init; }
}
