using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;

namespace Dukcapil.Engine.Tracing;

/// <summary>Where a trace keeps its instance between two bursts; without one it stays in memory.</summary>
public interface ITraceStore
{
    /// <summary>A new instance.</summary>
    /// <param name="workflow">What it runs.</param>
    ITraceInstance Begin(CompiledWorkflow workflow);
}

/// <summary>One instance kept by a store.</summary>
public interface ITraceInstance
{
    /// <summary>Writes a burst and reads everything back.</summary>
    /// <param name="result">What the burst did.</param>
    /// <param name="isRetry">Whether it ran a faulted execution again.</param>
    /// <returns>The same as the store knows it: state, journal of the burst, all executions.</returns>
    BurstResult Keep(BurstResult result, bool isRetry);
}
