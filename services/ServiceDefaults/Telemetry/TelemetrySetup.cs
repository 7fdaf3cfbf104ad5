using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>OpenTelemetry when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; the trace context flows through messages either way.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            KeepContextFlowing();
            return;
        }
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("dukcapil-" + service, "dukcapil"))
            .WithTracing(tracing => tracing
                .AddSource(Spans.SourceName)
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation()
                .AddNpgsql())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Npgsql", "MassTransit"))
            .UseOtlpExporter();
    }

    // Without an exporter nobody listens, and spans without a listener carry no id: messages would lose the trace of the request that caused them.
    private static void KeepContextFlowing()
    {
#pragma warning disable CA2000 // Listens as long as the process lives.
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        });
#pragma warning restore CA2000
    }
}
