using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>Sub-workflows: they must exist, be published, and not start this definition again, which would never end.</summary>
internal static class ReferenceCheck
{
    public static IEnumerable<Finding> Find(CompiledWorkflow workflow, PublishingContext context)
    {
        foreach (var reference in WorkflowReference.Of(workflow))
        {
            var title = WorkflowValidator.Title(workflow.FindNode(reference.NodeId)!);
            if (reference.DefinitionId is not { } id)
                yield return new(Severity.Error, reference.NodeId, "sub-alur-kosong", $"'{title}' belum memilih alur yang dijalankannya.");
            else if (id == workflow.DefinitionId)
                yield return new(Severity.Error, reference.NodeId, "sub-alur-berputar", $"'{title}' menjalankan alur ini sendiri.");
            else if (context.Definitions is { } known && Judge(workflow, known, id) is var (code, message))
                yield return new(Severity.Error, reference.NodeId, code, $"'{title}' menjalankan alur '{Brief.Of(id)}', {message}.");
        }
    }

    private static (string Code, string Message)? Judge(CompiledWorkflow workflow, IReadOnlyDictionary<string, KnownDefinition> known, string id)
    {
        if (!known.TryGetValue(id, out var definition))
            return ("sub-alur-tidak-ada", "yang tidak ada");
        if (!definition.IsPublished)
            return ("sub-alur-belum-terbit", "yang belum terbit");
        return WayBack(known, id, workflow.DefinitionId) is { } way ? ("sub-alur-berputar", $"yang kembali ke alur ini: {string.Join(" → ", way.Select(Brief.Of))}") : null;
    }

    /// <summary>The shortest way of references from one definition to another, null when there is none.</summary>
    private static List<string>? WayBack(IReadOnlyDictionary<string, KnownDefinition> known, string from, string to)
    {
        var cameFrom = new Dictionary<string, string?>(StringComparer.Ordinal) { [from] = null };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var next in known.GetValueOrDefault(at)?.References ?? [])
            {
                if (!cameFrom.TryAdd(next, at))
                    continue;
                if (next == to)
                {
                    var way = new List<string>();
                    for (var id = (string?)to; id is not null; id = cameFrom[id])
                        way.Add(id);
                    way.Reverse();
                    return way;
                }
                queue.Enqueue(next);
            }
        }
        return null;
    }
}
