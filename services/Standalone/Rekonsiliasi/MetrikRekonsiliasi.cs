using Dukcapil.ServiceDefaults.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Dukcapil.Standalone.Rekonsiliasi;

/// <summary>Tells over OTLP what the last comparison found, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal sealed class MetrikRekonsiliasi : IDisposable
{
    private readonly MeterProvider? meters = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"))
        ? null
        : Sdk.CreateMeterProviderBuilder().ConfigureResource(r => r.AddService("dukcapil-rekonsiliasi", "dukcapil")).AddMeter(Ukuran.Nama).AddOtlpExporter().Build();

    /// <summary>Shows the findings; null: it could not compare.</summary>
    public void Tunjukkan(IReadOnlyList<Temuan>? temuan)
    {
        if (meters is null) return;
        var catatan = temuan is null ? null : new CatatanUkur();
        catatan?.Tulis("dukcapil.rekonsiliasi.temuan", temuan!.Count);
        PapanUkur.Pasang("rekonsiliasi", catatan);
    }

    /// <inheritdoc/>
    public void Dispose() => meters?.Dispose();
}
