using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Instances;

/// <summary>An instance as lists show it, from either table.</summary>
internal sealed record InstanceListing
{
    public Guid Id { get; init; }

    public Guid? ParentId { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; init; }

    public int Version { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public required string SubStatus { get; init; }

    public int IncidentCount { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>
/// Finds instances: in the open set, among the ended ones, or in both merged by the index of their order. Text is found from its beginning, so that an
/// index finds it too. Counting stops where nobody reads on.
/// </summary>
internal sealed class InstanceSearch(WorkflowDb db)
{
    /// <summary>A total is exact up to here; more are said as this many.</summary>
    public const int CountedUpTo = 10_000;

    public async Task<long> CountAsync(InstanceFilter filter, CancellationToken cancellationToken) =>
        filter.IsSystem == true ? 0 : await Rows(filter, after: null).OrderBy(r => r.CreatedAt).Take(CountedUpTo).LongCountAsync(cancellationToken);

    public async Task<(IReadOnlyList<InstanceListing> Rows, string? Cursor)> PageAsync(InstanceFilter filter, CancellationToken cancellationToken)
    {
        if (filter.IsSystem == true) return ([], null);
        var rows = Rows(filter, Place.Read(filter.Cursor));
        var ordered = (filter.IsByChange, filter.IsAscending) switch
        {
            (true, true) => rows.OrderBy(r => r.UpdatedAt).ThenBy(r => r.Id),
            (true, false) => rows.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id),
            (false, true) => rows.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id),
            (false, false) => rows.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id),
        };
        var page = await ordered.Skip(filter.Cursor is null ? filter.Skipped : 0).Take(filter.Size).ToListAsync(cancellationToken);
        var cursor = page.Count < filter.Size ? null : new Place(filter.IsByChange ? page[^1].UpdatedAt : page[^1].CreatedAt, page[^1].Id).Text;
        return (page, cursor);
    }

    // The filter stands around the union, not in its parts: only so PostgreSQL merges the two by the index of their order.
    private IQueryable<InstanceListing> Rows(InstanceFilter filter, Place? after)
    {
        var (open, finished) = (Select(db.Instances.AsNoTracking()), Select(db.FinishedInstances.AsNoTracking()));
        return (filter.WantsOpen, filter.WantsFinished) switch
        {
            (true, true) => Where(open.Concat(finished), filter, after),
            (true, false) => Where(open, filter, after),
            // Said as the index says it: what ended otherwise than as planned is rare.
            (false, true) when filter.AllSubStatuses is { Count: > 0 } wanted && !wanted.Contains("Finished") =>
                Where(finished.Where(i => i.SubStatus != "Finished"), filter, after),
            (false, true) => Where(finished, filter, after),
            (false, false) => open.Where(i => false),
        };
    }

    private static IQueryable<InstanceListing> Where(IQueryable<InstanceListing> rows, InstanceFilter filter, Place? after)
    {
        if (filter.Ids is { Count: > 0 } ids)
        {
            var wanted = Guids(ids);
            rows = rows.Where(i => wanted.Contains(i.Id));
        }
        if (filter.ParentWorkflowInstanceIds is { Count: > 0 } parents)
        {
            var wanted = Guids(parents);
            rows = rows.Where(i => i.ParentId != null && wanted.Contains(i.ParentId.Value));
        }
        if (filter.AllDefinitionIds is { Count: > 0 } definitions) rows = rows.Where(i => definitions.Contains(i.DefinitionId));
        if (filter.AllVersionIds is { Count: > 0 } versions) rows = rows.Where(i => versions.Contains(i.DefinitionVersionId));
        if (filter.Version is { } version) rows = rows.Where(i => i.Version == version);
        if (filter.AllCorrelationIds is { Count: > 0 } correlations) rows = rows.Where(i => i.CorrelationId != null && correlations.Contains(i.CorrelationId));
        if (filter.AllNames is { Count: > 0 } names) rows = rows.Where(i => i.Name != null && names.Contains(i.Name));
        if (filter.AllSubStatuses is { Count: > 0 } subStatuses) rows = rows.Where(i => subStatuses.Contains(i.SubStatus));
        if (filter.HasIncidents is { } hasIncidents) rows = hasIncidents ? rows.Where(i => i.IncidentCount > 0) : rows.Where(i => i.IncidentCount == 0);
        foreach (var bound in filter.TimestampFilters ?? []) rows = Where(rows, bound);
        if (filter.SearchTerm?.Trim() is { Length: > 0 } term) rows = Matching(rows, term);
        return after is null ? rows : After(rows, after, filter);
    }

    private static IQueryable<InstanceListing> Matching(IQueryable<InstanceListing> rows, string term)
    {
        if (Guid.TryParse(term, out var id))
        {
            var text = id.ToString();
            return rows.Where(i => i.Id == id || i.CorrelationId == text || i.CorrelationId == term);
        }
        return rows.Where(i => i.DefinitionId == term || i.CorrelationId!.StartsWith(term) || i.Name!.StartsWith(term));
    }

    private static IQueryable<InstanceListing> After(IQueryable<InstanceListing> rows, Place after, InstanceFilter filter)
    {
        var (at, id) = (after.At, after.Id);
        return (filter.IsByChange, filter.IsAscending) switch
        {
            (true, true) => rows.Where(i => i.UpdatedAt >= at && (i.UpdatedAt > at || i.Id > id)),
            (true, false) => rows.Where(i => i.UpdatedAt <= at && (i.UpdatedAt < at || i.Id < id)),
            (false, true) => rows.Where(i => i.CreatedAt >= at && (i.CreatedAt > at || i.Id > id)),
            (false, false) => rows.Where(i => i.CreatedAt <= at && (i.CreatedAt < at || i.Id < id)),
        };
    }

    private static IQueryable<InstanceListing> Where(IQueryable<InstanceListing> rows, TimestampFilter bound)
    {
        var row = Expression.Parameter(typeof(InstanceListing));
        var name = bound.Column?.ToUpperInvariant() switch
        {
            "UPDATEDAT" => nameof(InstanceListing.UpdatedAt),
            "FINISHEDAT" => nameof(InstanceListing.FinishedAt),
            _ => nameof(InstanceListing.CreatedAt),
        };
        var time = bound.Timestamp.ToUniversalTime();
        var column = Expression.Convert(Expression.Property(row, name), typeof(DateTimeOffset?));
        var value = Expression.Convert(Expression.Property(Expression.Constant(new { time }), "time"), typeof(DateTimeOffset?));
        Expression test = bound.Operator?.ToUpperInvariant() switch
        {
            "ISNOT" => Expression.NotEqual(column, value),
            "GREATERTHAN" => Expression.GreaterThan(column, value),
            "GREATERTHANOREQUAL" => Expression.GreaterThanOrEqual(column, value),
            "LESSTHAN" => Expression.LessThan(column, value),
            "LESSTHANOREQUAL" => Expression.LessThanOrEqual(column, value),
            _ => Expression.Equal(column, value),
        };
        return rows.Where(Expression.Lambda<Func<InstanceListing, bool>>(test, row));
    }

    private static IQueryable<InstanceListing> Select<T>(IQueryable<T> rows)
        where T : InstanceRow => rows.Select(i => new InstanceListing
        {
            Id = i.Id,
            ParentId = i.ParentId,
            DefinitionId = i.DefinitionId,
            DefinitionVersionId = i.DefinitionVersionId,
            Version = i.Version,
            CorrelationId = i.CorrelationId,
            Name = i.Name,
            SubStatus = i.SubStatus,
            IncidentCount = i.IncidentCount,
            CreatedAt = i.CreatedAt,
            UpdatedAt = i.UpdatedAt,
            FinishedAt = i.FinishedAt,
        });

    private static List<Guid> Guids(IEnumerable<string> texts) =>
        [.. texts.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).Where(id => id is not null).Select(id => id!.Value)];

    /// <summary>Where a page ended.</summary>
    private sealed record Place(DateTimeOffset At, Guid Id)
    {
        public string Text => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:N}")))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');

        public static Place? Read(string? text)
        {
            if (string.IsNullOrEmpty(text)) return null;
            var base64 = text.Replace('-', '+').Replace('_', '/');
            Span<byte> bytes = stackalloc byte[64];
            if (Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length)
                && Encoding.ASCII.GetString(bytes[..length]).Split('.') is [var ticks, var id]
                && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
                && Guid.TryParseExact(id, "N", out var guid))
                return new(new(at, TimeSpan.Zero), guid);
            throw new BadHttpRequestException("Not a cursor of ours.", StatusCodes.Status400BadRequest);
        }
    }
}
