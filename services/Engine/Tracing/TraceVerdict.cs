using System.Text.Json;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Running;

namespace Dukcapil.Engine.Tracing;

/// <summary>How a trace of real Elsa compares with this engine.</summary>
public enum TraceAgreement
{
    /// <summary>No difference.</summary>
    Agrees,

    /// <summary>
    /// Differs, and only by named rules of <see cref="Deviations"/>: one took effect, and with the rules off the engine does what the
    /// trace says, to the last field.
    /// </summary>
    DeviatesAsNamed,

    /// <summary>Differs otherwise.</summary>
    Differs,
}

/// <summary>The comparison of one trace.</summary>
/// <param name="Agreement">The result.</param>
/// <param name="Rules">Rules that took effect.</param>
/// <param name="Differences">Differences from the trace, each as one line.</param>
/// <param name="Steps">What happened, in the golden format.</param>
public sealed record TraceVerdict(TraceAgreement Agreement, Deviations Rules, IReadOnlyList<string> Differences, IReadOnlyList<JsonElement> Steps)
{
    /// <summary>Runs a trace and compares.</summary>
    /// <param name="trace">A trace in the golden format.</param>
    /// <param name="catalogue">The types that exist.</param>
    /// <param name="store">Where instances are kept between bursts; null keeps them in memory.</param>
    public static TraceVerdict Of(JsonElement trace, ActivityCatalogue catalogue, ITraceStore? store = null)
    {
        var ours = Best(trace, catalogue, store, Deviations.All);
        if (ours.Differences.Count == 0)
            return new(TraceAgreement.Agrees, Deviations.None, [], ours.Steps);
        if (ours.Rules == Deviations.None)
            return new(TraceAgreement.Differs, Deviations.None, ours.Differences, ours.Steps);
        var stock = Best(trace, catalogue, store, Deviations.None);
        return stock.Differences.Count == 0
            ? new(TraceAgreement.DeviatesAsNamed, ours.Rules, ours.Differences, ours.Steps)
            : new(TraceAgreement.Differs, ours.Rules, [.. ours.Differences, .. stock.Differences.Select(line => $"without our rules: {line}")], ours.Steps);
    }

    private static (List<string> Differences, Deviations Rules, IReadOnlyList<JsonElement> Steps) Best(
        JsonElement trace, ActivityCatalogue catalogue, ITraceStore? store, Deviations rules)
    {
        var later = Run(deliversAtOnce: false);
        if (later.Differences.Count == 0)
            return later;
        var atOnce = Run(deliversAtOnce: true);
        return atOnce.Differences.Count == 0 ? atOnce : later;

        (List<string> Differences, Deviations Rules, IReadOnlyList<JsonElement> Steps) Run(bool deliversAtOnce)
        {
            var runner = new TraceRunner(trace, catalogue, rules, deliversAtOnce) { Store = store };
            var steps = runner.Run();
            return (TraceComparer.Compare(trace, steps), runner.Deviations, steps);
        }
    }
}
