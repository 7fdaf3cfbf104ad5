using System.Text.Json.Nodes;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions.Riwayat;

/// <summary>Notes who changes what, in the same transaction, and answers whether whoever publishes has edited.</summary>
internal sealed class ChangeLog(WorkflowDb db, KatalogAktivitas katalog, IHttpContextAccessor http, IConfiguration configuration, TimeProvider time)
{
    private const int MostDifferences = 500;
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);
    private static readonly string[] Editing = [DefinitionChange.Save, DefinitionChange.Import, DefinitionChange.Revert];

    private (string Id, string Name) Officer =>
        http.HttpContext?.User is { Identity.IsAuthenticated: true } user && Petugas.Dari(user) is var officer ? (officer.Id, officer.Nama) : ("sistem", "Sistem");

    /// <summary>A draft has a new content. Saves of one officer within one sitting are one entry: Studio saves with every keystroke.</summary>
    public async Task EditedAsync(DefinitionVersion version, string action, JsonObject? before, JsonObject after, CancellationToken cancellationToken)
    {
        var differences = DefinitionParts.Compare(before, after, katalog.ForEngine);
        var last = await db.DefinitionChanges.Where(c => c.DefinitionId == version.DefinitionId).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (action == DefinitionChange.Save && last is { Action: DefinitionChange.Save } && last.By == Officer.Id && last.Version == version.Version
            && time.GetUtcNow() - last.At < Sitting)
            last.Differences = Limited(Merge(last.Differences, differences));
        else Add(version, action, differences);
    }

    /// <summary>Something else was done to a version.</summary>
    public void Add(DefinitionVersion version, string action, IReadOnlyList<Perbedaan>? differences = null) => db.Add(new DefinitionChange
    {
        DefinitionId = version.DefinitionId,
        Version = version.Version,
        Action = action,
        By = Officer.Id,
        ByName = Officer.Name,
        At = time.GetUtcNow(),
        Differences = Limited(differences ?? []),
    });

    /// <summary>Why this officer may not publish this version; null when he may. <c>Alur:EmpatMata=true</c>: somebody else looks at it first.</summary>
    public async Task<string?> FourEyesAsync(DefinitionVersion version, CancellationToken cancellationToken)
    {
        var me = Officer.Id;
        if (!configuration.GetValue("Alur:EmpatMata", false) || me == "sistem") return null;
        var edited = db.ChangeTracker.Entries<DefinitionChange>().Any(c => Mine(c.Entity))
            || await db.DefinitionChanges.AnyAsync(
                c => c.DefinitionId == version.DefinitionId && c.Version == version.Version && c.By == me && Editing.Contains(c.Action), cancellationToken);
        return edited ? "Anda ikut menyunting versi ini; dengan aturan empat mata, orang lain yang menerbitkannya." : null;

        bool Mine(DefinitionChange change) =>
            change.DefinitionId == version.DefinitionId && change.Version == version.Version && change.By == me && Editing.Contains(change.Action);
    }

    // From the first "before" to the last "after"; what has come back to what it was is no difference.
    private static List<Perbedaan> Merge(IReadOnlyList<Perbedaan> first, IReadOnlyList<Perbedaan> then)
    {
        var merged = first.ToDictionary(p => p.Kunci, StringComparer.Ordinal);
        foreach (var p in then) merged[p.Kunci] = merged.TryGetValue(p.Kunci, out var was) ? p with { Sebelum = was.Sebelum } : p;
        return [.. merged.Values.Where(p => p.Sebelum != p.Sesudah)];
    }

    private static List<Perbedaan> Limited(IReadOnlyList<Perbedaan> differences) => differences.Count <= MostDifferences
        ? [.. differences]
        : [.. differences.Take(MostDifferences), new("lain", $"… dan {differences.Count - MostDifferences} perbedaan lain", null, null)];
}
