using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Validation;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Saves drafts and publishes versions. A draft may be anything; what cannot run is refused when it shall be published.</summary>
public sealed class DefinitionPublisher(WorkflowDb db, CompiledDefinitions compiled, TimeProvider time)
{
    // Waits for something that this service does not bring about yet: an instance would stand still there for ever.
    private static readonly HashSet<string> NotServed = new HashSet<string>(StringComparer.Ordinal)
    {
        "Elsa.Cron", "Elsa.Delay", "Elsa.DispatchWorkflow", "Elsa.Event", "Elsa.ExecuteWorkflow", "Elsa.PublishEvent", "Elsa.RunTask", "Elsa.StartAt", "Elsa.Timer",
        "Dukcapil.UnggahBerkasSiak",
    };

    /// <summary>Saves the model as draft; publishes it when asked to and able to. Findings of level error mean: not published.</summary>
    public async Task<(DefinitionVersion Version, IReadOnlyList<string> Errors)> SaveAsync(
        JsonObject model, bool publish, string savedBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        var definitionId = (string?)model["definitionId"] is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
        var latest = await db.Definitions.SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, cancellationToken);
        var draft = latest is { IsPublished: false } ? latest : Next(latest, definitionId, savedBy);
        draft.Json = WithIdentity(model, draft);
        draft.Name = (string?)model["name"];
        draft.SavedBy = savedBy;
        draft.Revision++;
        var errors = publish ? Errors(compiled.Compile(draft.Json)) : [];
        if (publish && errors.Count == 0) await PublishAsync(draft, cancellationToken);
        if (errors.Count == 0) await db.SaveChangesAsync(cancellationToken);
        return (draft, errors);
    }

    private static List<string> Errors(CompiledWorkflow workflow)
    {
        var problems = workflow.Problems.Select(p => p.NodeId is null ? p.Message : $"{p.NodeId}: {p.Message}");
        var findings = workflow.Validate().Where(f => f.Severity == Severity.Error).Select(f => f.NodeId is null ? f.Message : $"{f.NodeId}: {f.Message}");
        var notServed = workflow.Nodes.Where(n => NotServed.Contains(n.Type))
            .Select(n => $"{n.NodeId}: aktivitas {n.Type} belum dilayani di sini, sehingga permohonan akan berhenti pada langkah itu.");
        return [.. problems.Concat(findings).Concat(notServed).Distinct()];
    }

    private DefinitionVersion Next(DefinitionVersion? latest, string definitionId, string savedBy)
    {
        if (latest is not null) latest.IsLatest = false;
        var next = new DefinitionVersion
        {
            Id = Guid.CreateVersion7().ToString("N"),
            DefinitionId = definitionId,
            Version = (latest?.Version ?? 0) + 1,
            Json = "",
            IsLatest = true,
            CreatedAt = time.GetUtcNow(),
            SavedBy = savedBy,
        };
        db.Add(next);
        return next;
    }

    private async Task PublishAsync(DefinitionVersion version, CancellationToken cancellationToken)
    {
        foreach (var former in await db.Definitions.Where(d => d.DefinitionId == version.DefinitionId && d.IsPublished).ToListAsync(cancellationToken))
            former.IsPublished = false;
        version.IsPublished = true;
        version.PublishedAt = time.GetUtcNow();
    }

    private static string WithIdentity(JsonObject model, DefinitionVersion version)
    {
        var copy = (JsonObject)model.DeepClone();
        copy["id"] = version.Id;
        copy["definitionId"] = version.DefinitionId;
        copy["version"] = version.Version;
        copy.Remove("links");
        return copy.ToJsonString(JsonSerializerOptions.Web);
    }
}
