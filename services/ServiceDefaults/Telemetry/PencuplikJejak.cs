using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>
/// Which traces are recorded: a share of them, chosen by their id, so that all services choose the same ones; all by default, and the collector drops the
/// ordinary ones when it has seen them to their end (<c>deploy/otel/collector.yaml</c>). A caller may ask for more than the share, never for less.
/// </summary>
/// <param name="porsi">From 0 to 1.</param>
internal sealed class PencuplikJejak(double porsi) : Sampler
{
    private readonly TraceIdRatioBasedSampler menurutId = new(porsi);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var asal = samplingParameters.ParentContext;
        // A statement that nobody's request or message has caused (the sweeps of the background) begins no trace.
        if (asal.TraceId == default && samplingParameters.Kind == ActivityKind.Client) return new(SamplingDecision.Drop);
        if (asal.TraceId != default && !asal.IsRemote) return new((asal.TraceFlags & ActivityTraceFlags.Recorded) != 0);
        return (asal.TraceFlags & ActivityTraceFlags.Recorded) != 0 ? new(SamplingDecision.RecordAndSample) : menurutId.ShouldSample(samplingParameters);
    }
}
