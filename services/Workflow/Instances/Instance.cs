using Dukcapil.Contracts;

namespace Dukcapil.Workflow.Instances;

/// <summary>The workflow of one application.</summary>
public sealed class Instance
{
    /// <summary>Instance id.</summary>
    public required string Id { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version it runs on.</summary>
    public required string DefinitionVersionId { get; set; }

    /// <summary>Elsa's sub-status: Suspended, Finished, Cancelled, Faulted.</summary>
    public required string SubStatus { get; set; }

    /// <summary>Whether it is still on its way.</summary>
    public bool IsRunning { get; set; }

    /// <summary>Whether the KK is signed: after that it can no longer be withdrawn.</summary>
    public bool IsSigned { get; set; }

    /// <summary>How often the application has been returned.</summary>
    public int ReturnCount { get; set; }

    /// <summary>Open incidents.</summary>
    public int IncidentCount { get; set; }

    /// <summary>State of the engine.</summary>
    public required byte[] State { get; set; }

    /// <summary>Started (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last burst (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Ended (UTC).</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Grows with every burst; of two bursts on one version one is repeated.</summary>
    public int Revision { get; set; }
}

/// <summary>A task that waits at its owner.</summary>
public sealed class OpenTask
{
    /// <summary>Public id of the task.</summary>
    public required string TugasId { get; init; }

    /// <summary>Id the engine knows it by; differs once the task was issued anew.</summary>
    public required string EngineTaskId { get; init; }

    /// <summary>Instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>The message it was issued with, to be sent again when it was lost, or issued anew.</summary>
    public required TugasDiterbitkan Message { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Withdrawal for which its owner was asked to close it.</summary>
    public Guid? ClosingFor { get; set; }

    /// <summary>The owner has closed it.</summary>
    public bool IsClosed { get; set; }
}

/// <summary>One record of the execution journal.</summary>
public sealed class JournalEntry
{
    /// <summary>Instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Number within the instance.</summary>
    public long Sequence { get; init; }

    /// <summary>Node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Activity type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Execution of the activity.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Started, Suspended, Resumed, Completed, Canceled or Faulted.</summary>
    public required string Event { get; init; }

    /// <summary>Outcome of a completion, or message of a fault.</summary>
    public string? Detail { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; init; }
}
