using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Roles;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Catalogue;

/// <summary>
/// Activity types as the designer asks for them: Elsa's own that the engine runs, ours with the roles of the office, and every type that a stored
/// definition names and nobody knows: without a descriptor Studio shows a blank canvas and saves it over everything.
/// </summary>
internal sealed class DesignerDescriptors(KatalogAktivitas katalog)
{
    private static readonly IReadOnlyList<JsonObject> Stock = Read("aktivitas-elsa.json");
    private static readonly IReadOnlyList<JsonObject> Ours = [.. Read("aktivitas-dukcapil.json").Select(OurDescriptor.Of)];

    private readonly HashSet<string> versionsKnown = [.. Stock.Concat(Ours).Select(Key)];
    private readonly ConcurrentDictionary<string, (int Revision, IReadOnlyList<UnknownType> Types)> unknown = new(StringComparer.Ordinal);
    private (string Of, byte[] Json) last = ("", []);

    /// <summary>All of them as <c>{items, count}</c>. Asked for after every save, so the same answer is made once.</summary>
    public async Task<byte[]> AllAsync(WorkflowDb db, CancellationToken cancellationToken)
    {
        var roles = await db.Peran.AsNoTracking().OrderBy(p => p.Nama).ToListAsync(cancellationToken);
        var strangers = await UnknownAsync(db, cancellationToken);
        var of = string.Join('\n', [.. roles.Select(r => $"{r.Kode}={r.Nama}"), .. strangers.Select(s => $"{s.Type}:{s.Version}")]);
        if (last is var (known, json) && known == of) return json;
        var items = new JsonArray([.. Stock.Select(d => d.DeepClone()), .. Ours.Select(d => OurDescriptor.WithRoles(d, roles)), .. strangers.Select(s => s.Descriptor())]);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["items"] = items, ["count"] = items.Count });
        last = (of, answer);
        return answer;
    }

    /// <summary>One type, or null.</summary>
    public async Task<JsonObject?> FindAsync(WorkflowDb db, string type, int? version, CancellationToken cancellationToken)
    {
        if (Stock.FirstOrDefault(d => Is(d, type, version)) is { } stock) return stock;
        return Ours.FirstOrDefault(d => Is(d, type, version)) is { } ours
            ? OurDescriptor.WithRoles(ours, await db.Peran.AsNoTracking().OrderBy(p => p.Nama).ToListAsync(cancellationToken))
            : null;
    }

    // A version is read again only when it was saved since: published ones never change.
    private async Task<IReadOnlyList<UnknownType>> UnknownAsync(WorkflowDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Definitions.AsNoTracking().Select(d => new { d.Id, d.Revision }).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(r => !unknown.TryGetValue(r.Id, out var seen) || seen.Revision != r.Revision))
        {
            var json = await db.Definitions.Where(d => d.Id == row.Id).Select(d => d.Json).SingleOrDefaultAsync(cancellationToken);
            if (json is not null) unknown[row.Id] = (row.Revision, UnknownType.In(json, katalog.ForEngine, versionsKnown));
        }
        foreach (var gone in unknown.Keys.Except(rows.Select(r => r.Id)).ToList()) unknown.TryRemove(gone, out _);
        return [.. unknown.Values.SelectMany(u => u.Types).Distinct().OrderBy(u => u.Type, StringComparer.Ordinal).ThenBy(u => u.Version)];
    }

    /// <summary>Type and version, under which a descriptor may be there once.</summary>
    public static string Key(JsonObject descriptor) => UnknownType.KeyOf((string)descriptor["typeName"]!, (int)descriptor["version"]!);

    private static bool Is(JsonObject descriptor, string type, int? version) =>
        (string)descriptor["typeName"]! == type && (version is null || (int)descriptor["version"]! == version);

    private static List<JsonObject> Read(string file) => [.. JsonNode.Parse(WorkflowFiles.Read(file))!.AsArray().Select(d => d!.AsObject())];
}
