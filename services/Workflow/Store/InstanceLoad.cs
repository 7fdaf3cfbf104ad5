using Dukcapil.Workflow.Instances;

namespace Dukcapil.Workflow.Store;

/// <summary>Rows on their way out of the database: instances, then their open tasks.</summary>
public sealed class InstanceLoad
{
    internal List<Instance> Rows { get; } = [];

    internal List<OpenTask> Tasks { get; } = [];

    /// <summary>What was read.</summary>
    public IReadOnlyList<InstanceWork> Works()
    {
        var ofInstance = Tasks.ToLookup(t => t.InstanceId);
        return [.. Rows.Select(row => InstanceWork.Stored(row, ofInstance[row.Id]))];
    }
}
