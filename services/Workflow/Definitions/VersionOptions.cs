using System.Globalization;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Which versions a request means, in Elsa's words.</summary>
public readonly record struct VersionOptions
{
    private readonly Kind kind;
    private readonly int version;

    private VersionOptions(Kind kind, int version = 0) => (this.kind, this.version) = (kind, version);

    private enum Kind
    {
        All,
        Latest,
        Published,
        LatestOrPublished,
        LatestAndPublished,
        Draft,
        Number,
    }

    /// <summary>Every version.</summary>
    public static VersionOptions All => new(Kind.All);

    /// <summary>The newest version.</summary>
    public static VersionOptions Latest => new(Kind.Latest);

    /// <summary>The version new instances start on.</summary>
    public static VersionOptions Published => new(Kind.Published);

    /// <summary>Reads <c>Latest</c>, <c>Published</c>, <c>LatestOrPublished</c>, <c>LatestAndPublished</c>, <c>Draft</c>, <c>AllVersions</c> or a number.</summary>
    /// <param name="text">The text; empty means <paramref name="otherwise"/>.</param>
    /// <param name="otherwise">What an empty text means.</param>
    /// <param name="options">The result.</param>
    /// <returns>False for any other text.</returns>
    public static bool TryParse(string? text, VersionOptions otherwise, out VersionOptions options)
    {
        options = otherwise;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            options = new(Kind.Number, number);
            return true;
        }
        var name = text.Trim().Equals("AllVersions", StringComparison.OrdinalIgnoreCase) ? nameof(Kind.All) : text.Trim();
        if (!Enum.TryParse<Kind>(name, ignoreCase: true, out var kind) || kind == Kind.Number || !Enum.IsDefined(kind)) return false;
        options = new(kind);
        return true;
    }

    /// <summary>Only these versions.</summary>
    public IQueryable<DefinitionVersion> Of(IQueryable<DefinitionVersion> versions)
    {
        var number = version;
        return kind switch
        {
            Kind.Latest => versions.Where(v => v.IsLatest),
            Kind.Published => versions.Where(v => v.IsPublished),
            Kind.LatestOrPublished => versions.Where(v => v.IsLatest || v.IsPublished),
            Kind.LatestAndPublished => versions.Where(v => v.IsLatest && v.IsPublished),
            Kind.Draft => versions.Where(v => !v.IsPublished),
            Kind.Number => versions.Where(v => v.Version == number),
            _ => versions,
        };
    }
}
