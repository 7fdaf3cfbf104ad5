using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>
/// OpenTelemetry: traces and metrics to <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; metrics also to be scraped at <c>/metrics</c> (<c>Metrik:Prometheus</c>). The
/// trace context flows through messages either way.
/// </summary>
internal static class TelemetrySetup
{
    private static int oneOfProcess;

    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        var (traces, scraped) = (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]), builder.Configuration.GetValue<bool>("Metrik:Prometheus"));
        if (!traces) Jejak.Alirkan();
        if (!traces && !scraped) return;
        builder.Services.AddHostedService<PemantauKeadaan>();

        // Spans and metrics are the process's; five services in one would each export all of them.
        var shared = builder.Services.Any(s => s.ServiceType == typeof(InProcessBus));
        if (shared && Interlocked.Exchange(ref oneOfProcess, 1) == 1) return;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("dukcapil-" + (shared ? "standalone" : service), "dukcapil"));
        if (traces)
        {
            telemetry.WithTracing(tracing => tracing
                .SetSampler(new PencuplikJejak(builder.Configuration.GetValue("Jejak:Porsi", 1.0)))
                .AddSource(Spans.SourceName, Jejak.Sumber)
                .AddAspNetCoreInstrumentation(http => http.Filter = context =>
                    !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/metrics"))
                .AddHttpClientInstrumentation()
                .AddNpgsql()
                .AddOtlpExporter());
        }
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddMeter(Ukuran.Nama, "Npgsql", "MassTransit");
            if (scraped) metrics.AddPrometheusExporter();
            if (traces && builder.Configuration["OTEL_METRICS_EXPORTER"] != "none") metrics.AddOtlpExporter();
        });
    }

    /// <summary>What Prometheus reads. Numbers only; the gateway has no way here.</summary>
    public static void MapMetrik(this WebApplication app)
    {
        if (app.Services.GetService<MeterProvider>() is not null && app.Configuration.GetValue<bool>("Metrik:Prometheus"))
            app.MapPrometheusScrapingEndpoint("/metrics").Terbuka("angka saja; gerbang tidak meneruskannya");
    }
}
