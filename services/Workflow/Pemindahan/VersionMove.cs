namespace Dukcapil.Workflow.Pemindahan;

/// <summary>Running instances of one version are moved to another: what an administrator asked for, worked off in batches.</summary>
public sealed class VersionMove
{
    /// <summary>Id (UUID v7).</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version the instances run on.</summary>
    public int FromVersion { get; init; }

    /// <summary>Number of the version they run on afterwards.</summary>
    public int ToVersion { get; init; }

    /// <summary>Id of that version.</summary>
    public required string ToVersionId { get; init; }

    /// <summary>Nodes old → new, by path or activity id, where they are not the same.</summary>
    public required IReadOnlyDictionary<string, string> Nodes { get; init; }

    /// <summary>Instances in a batch.</summary>
    public int BatchSize { get; init; }

    /// <summary>Pause between batches, seconds.</summary>
    public int PauseSeconds { get; init; }

    /// <summary>Instances there were when it was asked for.</summary>
    public int Total { get; init; }

    /// <summary>Officer who asked.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Asked (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last batch was begun (UTC); null while batches are to come.</summary>
    public DateTimeOffset? ListedAt { get; set; }

    /// <summary>When somebody stopped it (UTC): what has not been moved yet stays.</summary>
    public DateTimeOffset? StoppedAt { get; set; }
}

/// <summary>What became of one instance.</summary>
public sealed class VersionMoveResult
{
    /// <summary>Begun, and not yet tried.</summary>
    public const string Waiting = "MENUNGGU";

    /// <summary>Owners were asked to close tasks that are asked for anew; or a withdrawal is being decided.</summary>
    public const string WaitingForOwner = "MENUNGGU_PEMILIK";

    /// <summary>Runs on the new version.</summary>
    public const string Moved = "DIPINDAHKAN";

    /// <summary>Cannot be moved as it stands.</summary>
    public const string NotPossible = "TIDAK_DAPAT";

    /// <summary>Ended, moved otherwise or stopped before its turn.</summary>
    public const string NotNeeded = "TIDAK_PERLU";

    /// <summary>The move.</summary>
    public Guid MoveId { get; init; }

    /// <summary>Instance.</summary>
    public Guid InstanceId { get; init; }

    /// <summary>Application of the instance.</summary>
    public Guid? PermohonanId { get; init; }

    /// <summary>One of the statuses above.</summary>
    public required string Status { get; set; }

    /// <summary>Why, for a person of the office.</summary>
    public IReadOnlyList<string> Reasons { get; set; } = [];

    /// <summary>Tasks that were closed and asked for anew.</summary>
    public int ReissuedTasks { get; set; }

    /// <summary>Since when it is so (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
