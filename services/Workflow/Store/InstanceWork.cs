using Dukcapil.Engine.State;
using Dukcapil.Workflow.Instances;

namespace Dukcapil.Workflow.Store;

/// <summary>One instance in one unit of work: its row, its open tasks, and what the unit of work changes of it.</summary>
public sealed class InstanceWork
{
    private readonly List<OpenTask> tasks;
    private InstanceState? state;

    private InstanceWork(Instance row, IEnumerable<OpenTask> tasks, bool isNew, bool wasFinished)
    {
        (Row, IsNew, WasFinished, StoredRevision) = (row, isNew, wasFinished, row.Revision);
        this.tasks = [.. tasks];
    }

    /// <summary>The row, with all changes.</summary>
    public Instance Row { get; }

    /// <summary>Its revision in the database: whoever finds another one there has lost the race and repeats.</summary>
    public int StoredRevision { get; }

    /// <summary>Whether the database does not have it yet.</summary>
    public bool IsNew { get; }

    /// <summary>Whether the database has it among the finished ones, and it was opened again.</summary>
    public bool WasFinished { get; }

    /// <summary>Whether the row is to be written.</summary>
    public bool IsChanged => IsNew || Row.Revision != StoredRevision;

    /// <summary>Whether it has ended.</summary>
    public bool IsFinished => Row.FinishedAt is not null;

    /// <summary>State of the engine.</summary>
    public InstanceState State => state ??= InstanceState.Read(Row.State);

    /// <summary>Tasks that wait at their owners, with all changes.</summary>
    public IReadOnlyList<OpenTask> Tasks => tasks;

    internal List<OpenTask> NewTasks { get; } = [];

    internal List<OpenTask> EndedTasks { get; } = [];

    internal HashSet<OpenTask> ChangedTasks { get; } = [];

    internal List<Wait> NewWaits { get; } = [];

    internal List<string> EndedWaits { get; } = [];

    internal List<JournalBurst> Journal { get; } = [];

    /// <summary>An instance the database has.</summary>
    public static InstanceWork Stored(Instance row, IEnumerable<OpenTask> tasks) => new(row, tasks, isNew: false, wasFinished: false);

    /// <summary>An instance that begins.</summary>
    public static InstanceWork New(Instance row) => new(row, [], isNew: true, wasFinished: false);

    /// <summary>An ended instance that is opened again.</summary>
    public static InstanceWork Reopened(FinishedInstance row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Reopen(), [], isNew: false, wasFinished: true);
    }

    /// <summary>A task is given to its owner.</summary>
    public void Add(OpenTask task)
    {
        tasks.Add(task);
        NewTasks.Add(task);
    }

    /// <summary>A task no longer waits.</summary>
    public void End(OpenTask task)
    {
        tasks.Remove(task);
        ChangedTasks.Remove(task);
        if (!NewTasks.Remove(task)) EndedTasks.Add(task);
    }

    /// <summary>Closing of a task was asked for, or answered.</summary>
    public void Change(OpenTask task)
    {
        if (!NewTasks.Contains(task)) ChangedTasks.Add(task);
    }

    /// <summary>The row has changed without a burst.</summary>
    public void Touch() => Row.Revision++;

    /// <summary>Takes the state after a burst.</summary>
    internal void Take(InstanceState next)
    {
        state = next;
        Row.State = next.ToBytes();
    }

    /// <summary>What has to be written is written.</summary>
    internal bool HasChanges => IsChanged || ChangedTasks.Count > 0 || NewTasks.Count > 0 || EndedTasks.Count > 0;
}
