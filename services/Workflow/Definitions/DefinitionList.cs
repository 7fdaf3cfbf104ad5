using System.Globalization;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>What Studio's list asks for. Read by hand: Studio sends empty values, names in any case and booleans as <c>True</c>.</summary>
internal sealed record DefinitionList(
    VersionOptions Versions, string SearchTerm, IReadOnlyList<string> DefinitionIds, IReadOnlyList<string> Ids,
    bool? IsSystem, bool? IsReadonly, string? OrderBy, bool Descending, int Page, int? PageSize)
{
    private const int LargestPage = 1000;

    /// <summary>Reads the query string, or says what is wrong with it.</summary>
    public static (DefinitionList? List, string? Refused) Read(IQueryCollection query)
    {
        if (!VersionOptions.TryParse(query["versionOptions"], VersionOptions.All, out var versions))
            return (null, $"versionOptions '{query["versionOptions"]}' tidak dikenal.");
        if (!Number(query["page"], out var page) || !Number(query["pageSize"], out var size) || size == 0) return (null, "page dan pageSize harus berupa bilangan bulat.");
        if (!Flag(query["isSystem"], out var isSystem) || !Flag(query["isReadonly"], out var isReadonly)) return (null, "isSystem dan isReadonly harus true atau false.");
        var (orderBy, direction) = ((string?)query["orderBy"], (string?)query["orderDirection"]);
        if (!string.IsNullOrEmpty(orderBy) && orderBy.ToUpperInvariant() is not ("NAME" or "VERSION" or "CREATED")) return (null, "orderBy harus Name, Version, atau Created.");
        if (!string.IsNullOrEmpty(direction) && direction.ToUpperInvariant() is not ("ASCENDING" or "DESCENDING")) return (null, "orderDirection harus Ascending atau Descending.");
        return (new(
            versions, ((string?)query["searchTerm"] ?? "").Trim().ToLowerInvariant(), Texts(query["definitionIds"]), Texts(query["ids"]), isSystem, isReadonly,
            string.IsNullOrEmpty(orderBy) ? null : orderBy.ToUpperInvariant(), "DESCENDING".Equals(direction, StringComparison.OrdinalIgnoreCase),
            page ?? 0, size is { } given ? Math.Min(given, LargestPage) : null), null);
    }

    /// <summary>The page asked for, and how many there are; without <c>pageSize</c> all of them.</summary>
    public async Task<(List<DefinitionVersion> Items, int TotalCount)> FindAsync(WorkflowDb db, CancellationToken cancellationToken)
    {
        var found = Versions.Of(db.Definitions.AsNoTracking());
        if (SearchTerm.Length > 0) found = found.Where(d => d.SearchText.Contains(SearchTerm));
        if (DefinitionIds.Count > 0) found = found.Where(d => DefinitionIds.Contains(d.DefinitionId));
        if (Ids.Count > 0) found = found.Where(d => Ids.Contains(d.Id));
        if (IsSystem is { } isSystem) found = found.Where(d => d.IsSystem == isSystem);
        if (IsReadonly is { } isReadonly) found = found.Where(d => d.IsReadonly == isReadonly);
        var count = await found.CountAsync(cancellationToken);
        // The id last, so that pages neither repeat nor leave out rows of the same name.
        var ordered = (OrderBy, Descending) switch
        {
            ("NAME", false) => found.OrderBy(d => d.Name).ThenBy(d => d.Id),
            ("NAME", true) => found.OrderByDescending(d => d.Name).ThenByDescending(d => d.Id),
            ("VERSION", false) => found.OrderBy(d => d.Version).ThenBy(d => d.Id),
            ("VERSION", true) => found.OrderByDescending(d => d.Version).ThenByDescending(d => d.Id),
            (_, false) => found.OrderBy(d => d.CreatedAt).ThenBy(d => d.Id),
            _ => found.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id),
        };
        var paged = PageSize is { } size ? ordered.Skip((int)Math.Min((long)Page * size, int.MaxValue)).Take(size) : (IQueryable<DefinitionVersion>)ordered;
        return (await DefinitionAnswers.WithoutJson(paged).ToListAsync(cancellationToken), count);
    }

    private static bool Number(string? text, out int? number)
    {
        number = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        number = value;
        return true;
    }

    private static bool Flag(string? text, out bool? flag)
    {
        flag = bool.TryParse(text, out var value) ? value : null;
        return string.IsNullOrEmpty(text) || flag is not null;
    }

    private static List<string> Texts(Microsoft.Extensions.Primitives.StringValues values) => [.. values.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)];
}
