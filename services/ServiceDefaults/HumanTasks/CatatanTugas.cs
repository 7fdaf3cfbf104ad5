namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>A comment of an officer on a task. Never changed.</summary>
public sealed class CatatanTugas
{
    /// <summary>Id (UUID v7: sorts by time).</summary>
    public Guid Id { get; init; }

    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Officer's name, with the delegation when there is one; sealed.</summary>
    public required string NamaTersegel { get; init; }

    /// <summary>The comment, sealed: it may name a person.</summary>
    public required string TeksTersegel { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }
}
