using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;

namespace Dukcapil.Workflow.Store;

/// <summary>Reads and writes instances: on PostgreSQL by one statement per table for all instances of a unit of work, on SQLite by portable queries.</summary>
public interface IInstanceStore
{
    /// <summary>Instances on their way, with their open tasks, by id.</summary>
    Task<IReadOnlyList<InstanceWork>> LoadAsync(WorkflowDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Instances on their way of these applications, sub-workflows too, with their open tasks.</summary>
    Task<IReadOnlyList<InstanceWork>> LoadOfApplicationsAsync(WorkflowDb db, IReadOnlyCollection<Guid> applications, CancellationToken cancellationToken);

    /// <summary>The same, to be read with other things of a group of messages.</summary>
    /// <returns>What the batch will fill; null where messages do not come in groups.</returns>
    InstanceLoad? Prefetch(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<Guid> applications);

    /// <summary>Adds what has changed to what the unit of work writes.</summary>
    void Write(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<InstanceWork> changed);
}
