using Dukcapil.Engine.Validation;

namespace Dukcapil.Workflow.Definitions;

/// <summary>What became of a request to change a definition: done, refused with reasons for a person of the office, or nothing there.</summary>
/// <param name="Version">The version, null when nothing was done.</param>
/// <param name="Refused">Why nothing was done; empty otherwise.</param>
public sealed record DefinitionOutcome(DefinitionVersion? Version, IReadOnlyList<string> Refused)
{
    /// <summary>No such definition or version.</summary>
    public static DefinitionOutcome NotFound { get; } = new(null, []);

    /// <summary>What validation found, warnings too.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>It was published before, as it is.</summary>
    public bool AlreadyPublished { get; init; }

    /// <summary>Whether there was nothing to change.</summary>
    public bool IsNotFound => Version is null && Refused.Count == 0;

    /// <summary>Done.</summary>
    public static DefinitionOutcome Done(DefinitionVersion version) => new(version, []);

    /// <summary>Refused, for reasons.</summary>
    public static DefinitionOutcome No(params IReadOnlyList<string> reasons) => new(null, reasons);
}
