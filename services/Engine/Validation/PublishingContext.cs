namespace Dukcapil.Engine.Validation;

/// <summary>What the office has beside the definition to be published. What is null is not checked.</summary>
/// <param name="Roles">Codes of all roles.</param>
/// <param name="Definitions">All definitions by id.</param>
/// <param name="Requirements">Codes of all documents that may be asked for.</param>
public sealed record PublishingContext(
    IReadOnlySet<string>? Roles = null, IReadOnlyDictionary<string, KnownDefinition>? Definitions = null, IReadOnlySet<string>? Requirements = null)
{
    /// <summary>Checks the definition by itself.</summary>
    public static readonly PublishingContext None = new();
}

/// <summary>Another definition of the office.</summary>
/// <param name="IsPublished">Whether new instances of it can be started.</param>
/// <param name="References">Ids of the definitions that its published version starts.</param>
public sealed record KnownDefinition(bool IsPublished, IReadOnlyList<string> References);
