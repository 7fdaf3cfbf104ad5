namespace Dukcapil.Workflow.Definitions;

/// <summary>One version of a workflow definition. A published version never changes; running instances stay on theirs.</summary>
public sealed class DefinitionVersion
{
    /// <summary>Id of the version.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the definition, the same over all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Version { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Description.</summary>
    public string? Description { get; set; }

    /// <summary>Version of the tool that wrote it, as it says.</summary>
    public string? ToolVersion { get; set; }

    /// <summary>Whether it says that nobody may change it.</summary>
    public bool IsReadonly { get; set; }

    /// <summary>Whether it says that it is part of the system; hidden from lists that do not ask.</summary>
    public bool IsSystem { get; set; }

    /// <summary>Name, id and description in lower case: what a search looks in.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>SHA-256 of the content: the same content saved again is the same save.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Ids of the definitions that it starts (DispatchWorkflow, ExecuteWorkflow), each between blanks, so that a query finds one.</summary>
    public string StartedIds { get; set; } = "";

    /// <summary>The definition as Studio saved it (JSON).</summary>
    public required string Json { get; set; }

    /// <summary>Whether it is the newest version.</summary>
    public bool IsLatest { get; set; }

    /// <summary>Whether new instances start on it.</summary>
    public bool IsPublished { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Officer who saved it last; <c>sistem</c> for the seeded one.</summary>
    public required string SavedBy { get; set; }

    /// <summary>When it was published (UTC).</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Grows with every save.</summary>
    public int Revision { get; set; }
}
