using System.Diagnostics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dukcapil.Gateway;

/// <summary>The gateway in traces: the first span of a request, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where spans go.</summary>
internal static class JejakGerbang
{
    public static void AddJejak(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // Spans that nobody records must not come between the caller's span and the service's: what the caller sent is handed on as it is.
            DistributedContextPropagator.Current = DistributedContextPropagator.CreatePassThroughPropagator();
            return;
        }
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("dukcapil-gateway", "dukcapil"))
            .WithTracing(tracing => tracing
                // A share by trace id, the same as every service takes.
                .SetSampler(new TraceIdRatioBasedSampler(builder.Configuration.GetValue("Jejak:Porsi", 1.0)))
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddSource("Yarp.ReverseProxy", "System.Net.Http")
                .AddOtlpExporter());
    }
}
