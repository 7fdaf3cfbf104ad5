using System.Globalization;

namespace Dukcapil.Workflow.Instances;

/// <summary>Which instances a list shows: Elsa's filter, from a body or from a query.</summary>
internal sealed record InstanceFilter
{
    private const int LargestPage = 1000;

    public int? Page { get; init; }

    public int? PageSize { get; init; }

    public string? SearchTerm { get; init; }

    public IReadOnlyList<string>? Ids { get; init; }

    public string? DefinitionId { get; init; }

    public IReadOnlyList<string>? DefinitionIds { get; init; }

    public string? DefinitionVersionId { get; init; }

    public IReadOnlyList<string>? DefinitionVersionIds { get; init; }

    public int? Version { get; init; }

    public string? CorrelationId { get; init; }

    public IReadOnlyList<string>? CorrelationIds { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Names { get; init; }

    public IReadOnlyList<string>? ParentWorkflowInstanceIds { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string>? Statuses { get; init; }

    public string? SubStatus { get; init; }

    public IReadOnlyList<string>? SubStatuses { get; init; }

    public bool? HasIncidents { get; init; }

    public bool? IsSystem { get; init; }

    public string? OrderBy { get; init; }

    public string? OrderDirection { get; init; }

    public IReadOnlyList<TimestampFilter>? TimestampFilters { get; init; }

    /// <summary>Ours: where the page before ended; empty for the first page. Null: pages are numbered.</summary>
    public string? Cursor { get; init; }

    public int Size => Math.Clamp(PageSize ?? 100, 1, LargestPage);

    public int Skipped => Math.Max(Page ?? 0, 0) * Size;

    public bool IsAscending => string.Equals(OrderDirection, "Ascending", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sorted by the last change (ended ones: their end) instead of the start.</summary>
    public bool IsByChange => OrderBy?.ToUpperInvariant() is "UPDATED" or "UPDATEDAT" or "LASTEXECUTED" or "FINISHED" or "FINISHEDAT";

    public IReadOnlyList<string> AllDefinitionIds => Both(DefinitionId, DefinitionIds);

    public IReadOnlyList<string> AllVersionIds => Both(DefinitionVersionId, DefinitionVersionIds);

    public IReadOnlyList<string> AllCorrelationIds => Both(CorrelationId, CorrelationIds);

    public IReadOnlyList<string> AllNames => Both(Name, Names);

    public IReadOnlyList<string> AllSubStatuses => Both(SubStatus, SubStatuses);

    /// <summary>Whether instances on their way can be among them.</summary>
    public bool WantsOpen => Wants("Running") && Wants(s => s is not ("Finished" or "Cancelled" or "Faulted"));

    /// <summary>Whether ended ones can.</summary>
    public bool WantsFinished => Wants("Finished") && Wants(s => s is "Finished" or "Cancelled" or "Faulted");

    public static InstanceFilter From(IQueryCollection query) => new()
    {
        Page = Number(query["page"]),
        PageSize = Number(query["pageSize"]),
        SearchTerm = query["searchTerm"],
        Ids = List(query["ids"]),
        DefinitionId = query["definitionId"],
        DefinitionIds = List(query["definitionIds"]),
        DefinitionVersionId = query["definitionVersionId"],
        DefinitionVersionIds = List(query["definitionVersionIds"]),
        Version = Number(query["version"]),
        CorrelationId = query["correlationId"],
        CorrelationIds = List(query["correlationIds"]),
        Name = query["name"],
        Names = List(query["names"]),
        ParentWorkflowInstanceIds = List(query["parentWorkflowInstanceIds"]),
        Status = query["status"],
        Statuses = List(query["statuses"]),
        SubStatus = query["subStatus"],
        SubStatuses = List(query["subStatuses"]),
        HasIncidents = Flag(query["hasIncidents"]),
        IsSystem = Flag(query["isSystem"]),
        OrderBy = query["orderBy"],
        OrderDirection = query["orderDirection"],
        Cursor = query.TryGetValue("cursor", out var cursor) ? cursor.ToString() : null,
    };

    private bool Wants(string status)
    {
        var wanted = Both(Status, Statuses);
        return wanted.Count == 0 || wanted.Contains(status, StringComparer.OrdinalIgnoreCase);
    }

    private bool Wants(Func<string, bool> isOne) => AllSubStatuses is { Count: 0 } || AllSubStatuses.Any(isOne);

    private static List<string> Both(string? one, IReadOnlyList<string>? many) =>
        [.. (many ?? []).Append(one).Where(text => !string.IsNullOrEmpty(text)).Select(text => text!)];

    private static List<string> List(Microsoft.Extensions.Primitives.StringValues values) => [.. values.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)];

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? Flag(string? text) => bool.TryParse(text, out var flag) ? flag : null;
}

/// <summary>A bound on a time of an instance.</summary>
/// <param name="Column"><c>CreatedAt</c>, <c>UpdatedAt</c> or <c>FinishedAt</c>.</param>
/// <param name="Operator"><c>Is</c>, <c>IsNot</c>, <c>GreaterThan</c>, <c>GreaterThanOrEqual</c>, <c>LessThan</c> or <c>LessThanOrEqual</c>.</param>
/// <param name="Timestamp">The bound.</param>
internal sealed record TimestampFilter(string? Column, string? Operator, DateTimeOffset Timestamp);
