using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Validation;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions.Reading;
using Dukcapil.Workflow.Definitions.Riwayat;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Saves drafts and publishes versions. A draft may be anything; what cannot run is refused when it shall be published.</summary>
internal sealed class DefinitionPublisher(
    WorkflowDb db, CompiledDefinitions compiled, KatalogAktivitas katalog, PublishCheck check, DefinitionUse use, DefinitionTriggers triggers, ChangeLog changes,
    TimeProvider time)
{
    /// <summary>
    /// Saves the model as draft; publishes it when asked to and able to. What was edited from an older state than the latest is refused,
    /// unless it is the same content: then it is the same save once more.
    /// </summary>
    public Task<DefinitionOutcome> SaveAsync(JsonObject model, bool publish, string savedBy, CancellationToken cancellationToken) =>
        WriteAsync(model, publish, isImport: false, savedBy, cancellationToken);

    /// <summary>Takes a file over: as draft, never published, whatever the latest version is.</summary>
    public Task<DefinitionOutcome> ImportAsync(JsonObject model, string savedBy, CancellationToken cancellationToken) =>
        WriteAsync(model, publish: false, isImport: true, savedBy, cancellationToken);

    /// <summary>Takes several files over, all or none. Why not; empty when all are.</summary>
    public async Task<IReadOnlyList<string>> ImportAllAsync(IEnumerable<JsonObject> models, string savedBy, CancellationToken cancellationToken)
    {
        var all = models.ToList();
        var outcome = await OnceMore.RunAsync(db, async () =>
        {
            foreach (var model in all)
            {
                var (given, refused) = CanonicalDefinition.Read(model, katalog.ForEngine);
                if (given is null) return DefinitionOutcome.No(refused);
                var one = await WriteAsync(given, publish: false, isImport: true, savedBy, cancellationToken);
                if (one.Refused.Count > 0) return one;
            }
            return DefinitionOutcome.NotFound;
        }, cancellationToken);
        return outcome.Refused;
    }

    /// <summary>Publishes the latest version.</summary>
    public Task<DefinitionOutcome> PublishAsync(string definitionId, CancellationToken cancellationToken) => OnceMore.RunAsync(db, async () =>
    {
        var latest = await db.Definitions.SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, cancellationToken);
        if (latest is null) return DefinitionOutcome.NotFound;
        return latest.IsReadonly ? Readonly(latest) : await CompleteAsync(latest, publish: true, cancellationToken);
    }, cancellationToken);

    /// <summary>No new instances start on this definition any more.</summary>
    public Task<DefinitionOutcome> RetractAsync(string definitionId, CancellationToken cancellationToken) => OnceMore.RunAsync(db, async () =>
    {
        if (!await db.Definitions.AnyAsync(d => d.DefinitionId == definitionId, cancellationToken)) return DefinitionOutcome.NotFound;
        var published = await db.Definitions.SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsPublished, cancellationToken);
        if (published is null) return DefinitionOutcome.No($"Definisi '{definitionId}' tidak sedang terbit.");
        if (published.IsReadonly) return Readonly(published);
        if (await use.NeededAsync(definitionId, cancellationToken) is { } needed) return DefinitionOutcome.No(needed);
        published.IsPublished = false;
        published.Revision++;
        changes.Add(published, DefinitionChange.Retract);
        await triggers.ReplaceAsync(definitionId, versionId: null, workflow: null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return DefinitionOutcome.Done(published);
    }, cancellationToken);

    /// <summary>A new draft with the content of an older version. What the latest draft held stays as a version of its own.</summary>
    public Task<DefinitionOutcome> RevertAsync(string definitionId, int version, string savedBy, CancellationToken cancellationToken) => OnceMore.RunAsync(db, async () =>
    {
        var former = await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.Version == version, cancellationToken);
        var latest = await db.Definitions.SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, cancellationToken);
        if (former is null || latest is null) return DefinitionOutcome.NotFound;
        if (latest.IsReadonly) return Readonly(latest);
        if (latest.PublishedAt is null && latest.ContentHash == former.ContentHash && latest.Id != former.Id) return DefinitionOutcome.Done(latest);
        var draft = await NextAsync(latest, definitionId, savedBy, cancellationToken);
        var content = DefinitionRow.Content(former);
        await changes.EditedAsync(draft, DefinitionChange.Revert, DefinitionRow.Content(latest), content, cancellationToken);
        DefinitionRow.TryWrite(draft, content, former.ContentHash, compiled);
        return await CompleteAsync(draft, publish: false, cancellationToken);
    }, cancellationToken);

    private async Task<DefinitionOutcome> WriteAsync(JsonObject model, bool publish, bool isImport, string savedBy, CancellationToken cancellationToken)
    {
        var (given, refused) = CanonicalDefinition.Read(model, katalog.ForEngine);
        return given is null
            ? DefinitionOutcome.No(refused)
            : await OnceMore.RunAsync(db, () => WriteAsync(given, publish, isImport, savedBy, cancellationToken), cancellationToken);
    }

    private async Task<DefinitionOutcome> WriteAsync(CanonicalDefinition given, bool publish, bool isImport, string savedBy, CancellationToken cancellationToken)
    {
        var definitionId = given.DefinitionId ?? IdOf(given, savedBy);
        var latest = await db.Definitions.SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, cancellationToken);
        if (latest is not null && latest.ContentHash == given.Hash) return await CompleteAsync(latest, publish, cancellationToken);
        if (latest is not null && given.DefinitionId is null) (definitionId, latest) = (NewId(), null);
        if (latest is not null && await RefusalAsync(latest, given, isImport, cancellationToken) is { } no) return DefinitionOutcome.No(no);
        var before = latest is null ? null : DefinitionRow.Content(latest);
        var draft = latest is not null && await IsDraftAsync(latest, cancellationToken) ? latest : await NextAsync(latest, definitionId, savedBy, cancellationToken);
        if (!DefinitionRow.TryWrite(draft, given.Content, given.Hash, compiled))
            return DefinitionOutcome.No($"Definisi lebih besar dari {Engine.Definitions.WorkflowCompiler.MaxBytes / 1024 / 1024} MB.");
        draft.SavedBy = savedBy;
        await changes.EditedAsync(draft, isImport ? DefinitionChange.Import : DefinitionChange.Save, before, given.Content, cancellationToken);
        return await CompleteAsync(draft, publish, cancellationToken);
    }

    private async Task<string?> RefusalAsync(DefinitionVersion latest, CanonicalDefinition given, bool isImport, CancellationToken cancellationToken)
    {
        if (latest.IsReadonly) return Readonly(latest).Refused[0];
        if (isImport) return null;
        var isStale = given.VersionId == latest.Id
            ? given.Revision is { } revision && revision != latest.Revision
            : given.VersionId is { } id && await db.Definitions.AnyAsync(d => d.Id == id && d.DefinitionId == latest.DefinitionId, cancellationToken);
        if (isStale) return "Definisi ini sudah diubah sejak Anda membukanya. Muat ulang halaman, lalu ulangi perubahan Anda.";
        // Studio with a blank canvas, because it met a type it does not know, would save nothing over everything.
        return Steps(given.Content) == 0 && Steps(DefinitionRow.Content(latest)) > 0
            ? "Semua langkah hilang dari alur ini. Muat ulang halaman; untuk mengosongkan alur, hapus definisinya."
            : null;
    }

    /// <summary>A version that was ever published, or that an instance runs on, never changes.</summary>
    private async Task<bool> IsDraftAsync(DefinitionVersion version, CancellationToken cancellationToken) =>
        version.PublishedAt is null && await use.InstancesAsync([version.Id], cancellationToken) == 0;

    private async Task<DefinitionVersion> NextAsync(DefinitionVersion? latest, string definitionId, string savedBy, CancellationToken cancellationToken)
    {
        // Flags fall before another row takes them: the database lets no two versions be the latest.
        if (latest is not null)
        {
            latest.IsLatest = false;
            await db.SaveChangesAsync(cancellationToken);
        }
        var now = time.GetUtcNow();
        var next = new DefinitionVersion
        {
            Id = NewId(),
            DefinitionId = definitionId,
            Version = (latest?.Version ?? 0) + 1,
            Json = "",
            IsLatest = true,
            // PostgreSQL keeps microseconds: the first answer says what later ones will.
            CreatedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            SavedBy = savedBy,
        };
        db.Add(next);
        return next;
    }

    private async Task<DefinitionOutcome> CompleteAsync(DefinitionVersion version, bool publish, CancellationToken cancellationToken)
    {
        if (publish && version.IsPublished) return DefinitionOutcome.Done(version) with { AlreadyPublished = true };
        IReadOnlyList<Finding> findings = [];
        if (publish)
        {
            if (await changes.FourEyesAsync(version, cancellationToken) is { } no) return DefinitionOutcome.No(no);
            findings = await check.FindAsync(version, cancellationToken);
            if (PublishCheck.Errors(findings) is { Count: > 0 } errors) return DefinitionOutcome.No(errors) with { Findings = findings };
            await db.Definitions.Where(d => d.DefinitionId == version.DefinitionId && d.IsPublished).ExecuteUpdateAsync(
                d => d.SetProperty(x => x.IsPublished, false).SetProperty(x => x.Revision, x => x.Revision + 1), cancellationToken);
            version.IsPublished = true;
            version.PublishedAt ??= time.GetUtcNow();
            changes.Add(version, DefinitionChange.Publish);
            await triggers.ReplaceAsync(version.DefinitionId, version.Id, compiled.Compile(version.Json), cancellationToken);
        }
        if (db.Entry(version).State is EntityState.Modified or EntityState.Added) version.Revision++;
        await db.SaveChangesAsync(cancellationToken);
        return DefinitionOutcome.Done(version) with { Findings = findings };
    }

    private static DefinitionOutcome Readonly(DefinitionVersion version) => DefinitionOutcome.No($"Definisi '{version.DefinitionId}' hanya dapat dibaca (isReadonly).");

    private static int Steps(JsonObject content) => (content["root"]?["activities"] as JsonArray)?.Count ?? 0;

    private static string NewId() => Guid.CreateVersion7().ToString("N");

    /// <summary>A new definition sent twice by the same officer, because the first answer was lost, is one definition.</summary>
    private static string IdOf(CanonicalDefinition given, string savedBy) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{savedBy}\n{given.Hash}")))[..32];
}
