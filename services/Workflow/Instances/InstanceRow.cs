namespace Dukcapil.Workflow.Instances;

/// <summary>One run of a definition: the workflow of an application, a sub-workflow of it, or one without an application.</summary>
public abstract class InstanceRow
{
    /// <summary>Instance id (UUID v7: sorts by start). Elsa's API shows it without dashes.</summary>
    public Guid Id { get; init; }

    /// <summary>The application it works for; a sub-workflow has its parent's. Null for a workflow without an application.</summary>
    public Guid? PermohonanId { get; init; }

    /// <summary>Office code of the application.</summary>
    public string? Kantor { get; init; }

    /// <summary>Definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version it runs on.</summary>
    public required string DefinitionVersionId { get; set; }

    /// <summary>Number of that version.</summary>
    public int Version { get; set; }

    /// <summary>Instance that started it as a sub-workflow.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Under which key the parent waits for its end; null when it does not wait.</summary>
    public string? ParentKey { get; init; }

    /// <summary>Correlation id.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Name given by the workflow itself.</summary>
    public string? Name { get; set; }

    /// <summary>Elsa's sub-status: Suspended, Finished, Cancelled, Faulted.</summary>
    public required string SubStatus { get; set; }

    /// <summary>Whether the KK is signed: after that the application can no longer be withdrawn.</summary>
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

    /// <summary>Bursts so far. Of two units of work that start from the same number one is repeated.</summary>
    public int Revision { get; set; }
}

/// <summary>An instance on its way. The table holds nothing else, so that it stays small however many have finished.</summary>
public sealed class Instance : InstanceRow;

/// <summary>An instance that has ended: finished, cancelled or faulted.</summary>
public sealed class FinishedInstance : InstanceRow
{
    /// <summary>The same run in the other table.</summary>
    public static FinishedInstance From(Instance row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Id = row.Id,
            PermohonanId = row.PermohonanId,
            Kantor = row.Kantor,
            DefinitionId = row.DefinitionId,
            DefinitionVersionId = row.DefinitionVersionId,
            Version = row.Version,
            ParentId = row.ParentId,
            ParentKey = row.ParentKey,
            CorrelationId = row.CorrelationId,
            Name = row.Name,
            SubStatus = row.SubStatus,
            IsSigned = row.IsSigned,
            ReturnCount = row.ReturnCount,
            IncidentCount = row.IncidentCount,
            State = row.State,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            FinishedAt = row.FinishedAt,
            Revision = row.Revision,
        };
    }

    /// <summary>Opens it again: a retry after a fault that ended it.</summary>
    public Instance Reopen() => new()
    {
        Id = Id,
        PermohonanId = PermohonanId,
        Kantor = Kantor,
        DefinitionId = DefinitionId,
        DefinitionVersionId = DefinitionVersionId,
        Version = Version,
        ParentId = ParentId,
        ParentKey = ParentKey,
        CorrelationId = CorrelationId,
        Name = Name,
        SubStatus = SubStatus,
        IsSigned = IsSigned,
        ReturnCount = ReturnCount,
        IncidentCount = IncidentCount,
        State = State,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        FinishedAt = FinishedAt,
        Revision = Revision,
    };
}
