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
