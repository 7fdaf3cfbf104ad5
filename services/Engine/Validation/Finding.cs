namespace Dukcapil.Engine.Validation;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Publishing is refused.</summary>
    Error,

    /// <summary>Publishing is allowed; somebody should look.</summary>
    Warning,
}

/// <summary>Something validation found.</summary>
/// <param name="Severity">How bad.</param>
/// <param name="NodeId">The node meant, null for the definition as a whole.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">For a person of the office, Indonesian.</param>
public sealed record Finding(Severity Severity, string? NodeId, string Code, string Message);
