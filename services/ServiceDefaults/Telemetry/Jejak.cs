using System.Diagnostics;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>
/// What spans of ours say besides the conventions of OpenTelemetry: the application they are about, and which earlier trace they go on from. A wait for
/// a person ends a trace; what the person does later is a trace of its own that links to it.
/// </summary>
public static class Jejak
{
    /// <summary>Name of the source of spans of the engine and of what is due.</summary>
    public const string Sumber = "Dukcapil";

    /// <summary>Attribute by which all traces of an application are found.</summary>
    public const string Permohonan = "permohonan.id";

    private static readonly ActivitySource Source = new(Sumber);
    private static int mengalir;

    /// <summary>
    /// Lets the trace context flow through messages where nobody records spans: without a listener they would carry no id, and a message would lose the
    /// trace of the request that caused it. Once for the process.
    /// </summary>
    public static void Alirkan()
    {
        if (Interlocked.Exchange(ref mengalir, 1) == 1) return;
#pragma warning disable CA2000 // Listens as long as the process lives.
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        });
#pragma warning restore CA2000
    }

    /// <summary>Begins a span under the present one.</summary>
    public static Activity? Mulai(string nama) => Source.StartActivity(nama);

    /// <summary>Begins a span that continues what was written down with a piece of work, as a message does; a trace of its own without.</summary>
    public static Activity? Lanjutkan(string nama, string? traceParent)
    {
        _ = ActivityContext.TryParse(traceParent, null, isRemote: true, out var asal);
        return Source.StartActivity(nama, ActivityKind.Consumer, asal);
    }

    /// <summary>A span that is over already, for what was too short to be timed by itself.</summary>
    public static Activity? Catat(string nama, DateTimeOffset mulai, DateTimeOffset selesai)
    {
        var span = Source.StartActivity(nama, ActivityKind.Internal, Activity.Current?.Context ?? default, startTime: mulai);
        span?.SetEndTime(selesai.UtcDateTime);
        return span;
    }

    /// <summary>The present span is about this application.</summary>
    public static void Tentang(Guid permohonan)
    {
        if (Activity.Current is { IsAllDataRequested: true } span) span.SetTag(Permohonan, permohonan);
    }

    /// <summary>The present trace goes on from another one, which ended when it began to wait for a person.</summary>
    public static void SambungDari(string? traceParent)
    {
        if (Activity.Current is { IsAllDataRequested: true } span && ActivityContext.TryParse(traceParent, null, isRemote: true, out var asal)
            && asal.TraceId != span.TraceId && span.Links.All(l => l.Context.SpanId != asal.SpanId))
        {
            span.AddLink(new ActivityLink(asal));
        }
    }
}
