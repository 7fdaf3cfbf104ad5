namespace Dukcapil.Engine.Running;

/// <summary>What a burst takes from the world, so that it can be replayed from its inputs.</summary>
/// <param name="Now">The time of the burst, UTC.</param>
/// <param name="NewId">Gives a new unique id at every call: instance, executions, bookmarks and tasks.</param>
public sealed record BurstContext(DateTimeOffset Now, Func<string> NewId)
{
    /// <summary>Limits; see <see cref="EngineLimits.Default"/>.</summary>
    public EngineLimits Limits { get; init; } = EngineLimits.Default;

    /// <summary>Definitions a sub-workflow can be started of; null when nobody looked, and any will do.</summary>
    public IReadOnlySet<string>? PublishedDefinitions { get; init; }

    /// <summary>Where we deviate from Elsa on purpose. Only the trace command turns any of it off, to prove what a difference comes from.</summary>
    internal Deviations Deviations { get; init; } = Deviations.All;

    /// <summary>Runs a child at once, only with <see cref="Running.Deviations.SubWorkflowsAfterCommit"/> off.</summary>
    internal Func<DispatchedChild, State.InstanceState?>? RunChild { get; init; }
}

/// <summary>Bounds on what a definition may cost; exceeding one is an incident of the activity.</summary>
public sealed record EngineLimits
{
    /// <summary>The limits in force when nobody says otherwise.</summary>
    public static readonly EngineLimits Default = new();

    /// <summary>Executions of activities in one burst.</summary>
    public int StepsPerBurst { get; init; } = 10_000;

    /// <summary>Running time of one expression.</summary>
    public TimeSpan ExpressionTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Memory allocated by one expression, bytes.</summary>
    public long ExpressionMemory { get; init; } = 16 * 1024 * 1024;

    /// <summary>Statements of one expression.</summary>
    public int ExpressionStatements { get; init; } = 100_000;

    /// <summary>Nested calls of one expression.</summary>
    public int ExpressionRecursion { get; init; } = 200;

    /// <summary>Size of one value given by an expression, bytes of JSON.</summary>
    public int ValueSize { get; init; } = 1024 * 1024;
}
