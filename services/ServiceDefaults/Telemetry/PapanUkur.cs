using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>Reads a state of the service that metrics show as it is now.</summary>
public interface IPengukur
{
    /// <summary>Reads it.</summary>
    Task UkurAsync(IServiceProvider services, CatatanUkur catat, CancellationToken cancellationToken);
}

/// <summary>What one look has found.</summary>
public sealed class CatatanUkur
{
    internal List<(string Nama, Measurement<double> Nilai)> Semua { get; } = [];

    /// <summary>Notes a value.</summary>
    public void Tulis(string nama, double nilai, params KeyValuePair<string, object?>[] atribut) => Semua.Add((nama, new(nilai, atribut)));
}

/// <summary>Gauges whose values are what was found last. A service whose database is away shows none: old numbers would look like good ones.</summary>
public static class PapanUkur
{
    /// <summary>Name, unit and meaning of every gauge.</summary>
    public static IReadOnlyList<(string Nama, string? Satuan, string Arti)> Daftar { get; } =
    [
        ("dukcapil.antrean.terbuka", null, "Open tasks"),
        ("dukcapil.antrean.lewat_tenggat", null, "Open tasks that are overdue"),
        ("dukcapil.antrean.tertua", "s", "Age of the oldest open task"),
        ("dukcapil.outbox.pesan", null, "Messages not yet taken by their receivers"),
        ("dukcapil.outbox.umur", "s", "Age of the oldest of them"),
        ("dukcapil.inbox.tertahan", null, "Messages that wait for their predecessor"),
        ("dukcapil.pesan.galat", null, "Parked messages"),
        ("dukcapil.mesin.insiden_terbuka", null, "Running instances that stand at an incident"),
        ("dukcapil.mesin.pewaktu_lewat", null, "Timers that are due and not obeyed"),
        ("dukcapil.panggilan.menunggu", null, "Call-backs to be made"),
        ("dukcapil.panggilan.gagal", null, "Call-backs given up"),
        ("dukcapil.rekonsiliasi.temuan", null, "Findings of the last reconciliation"),
    ];

    private static readonly ConcurrentDictionary<string, CatatanUkur> Terakhir = new();

    static PapanUkur()
    {
        foreach (var (nama, satuan, arti) in Daftar)
            Ukuran.Meter.CreateObservableGauge(nama, () => Terakhir.Values.SelectMany(c => c.Semua).Where(u => u.Nama == nama).Select(u => u.Nilai), satuan, arti);
    }

    /// <summary>Shows what a source has found, instead of what it found before; null: it could not look.</summary>
    public static void Pasang(string sumber, CatatanUkur? catatan)
    {
        if (catatan is null) Terakhir.TryRemove(sumber, out _);
        else Terakhir[sumber] = catatan;
    }
}
