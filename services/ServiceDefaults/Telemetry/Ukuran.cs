using System.Diagnostics.Metrics;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.ServiceDefaults.Telemetry;

/// <summary>
/// What is counted while it happens. Names, units and attributes are stable and documented (<c>docs/operations.md</c>); dashboards and alerts are written
/// against them. Tasks and book numbers are counted after the commit: what was rolled back has not happened.
/// </summary>
public static class Ukuran
{
    /// <summary>Name of the meter.</summary>
    public const string Nama = "Dukcapil";

    internal static readonly Meter Meter = new(Nama);

    // A minute's step of the SOP, a quarter of an hour's, and what lies over the weekend.
    private static readonly InstrumentAdvice<double> Pekerjaan = new() { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 120, 180, 300, 600, 900, 1800, 3600, 14400, 86400, 259200] };
    private static readonly InstrumentAdvice<double> Mesin = new() { HistogramBucketBoundaries = [.00001, .00005, .0001, .0005, .001, .005, .01, .025, .05, .1, .25, .5, 1, 5, 30, 300] };

    private static readonly Histogram<double> Penanganan = Meter.CreateHistogram("dukcapil.tugas.penanganan", "s", "Handling time of completed tasks", null, Pekerjaan);
    private static readonly Histogram<double> Menunggu = Meter.CreateHistogram("dukcapil.tugas.menunggu", "s", "Waiting time of completed tasks", null, Pekerjaan);
    private static readonly Counter<long> LewatBaku = Meter.CreateCounter<long>("dukcapil.tugas.lewat_waktu_baku", null, "Completed tasks that took longer than the SOP's Waktu baku");
    private static readonly Counter<long> Kembali = Meter.CreateCounter<long>("dukcapil.tugas.dikembalikan", null, "Returns by reason");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram("dukcapil.inbox.tunggu", "s", "From writing a message to its commit at the receiver", null, Mesin);

    /// <summary>Messages in one transaction of the inbox.</summary>
    internal static readonly Histogram<int> Kelompok = Meter.CreateHistogram(
        "dukcapil.inbox.kelompok", null, "Messages in one transaction", null, new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] });

    /// <summary>Numbers taken from Buku Register and Buku Agenda (<c>buku</c>).</summary>
    internal static readonly Counter<long> NomorBuku = Meter.CreateCounter<long>("dukcapil.buku.nomor", null, "Book numbers issued");

    /// <summary>Time of a burst of the engine, without the database (<c>definisi</c>).</summary>
    public static Histogram<double> Burst { get; } = Meter.CreateHistogram("dukcapil.mesin.burst", "s", "One burst of the engine", null, Mesin);

    /// <summary>Incidents as they happen (<c>definisi</c>, <c>aktivitas</c>).</summary>
    public static Counter<long> Insiden { get; } = Meter.CreateCounter<long>("dukcapil.mesin.insiden", null, "Incidents raised");

    /// <summary>How much later than due a timer was obeyed.</summary>
    public static Histogram<double> PewaktuTerlambat { get; } = Meter.CreateHistogram("dukcapil.mesin.pewaktu_terlambat", "s", "Lateness of timers", null, Mesin);

    /// <summary>Tries of call-backs (<c>hasil</c>: terkirim, ulang, gagal).</summary>
    public static Counter<long> Panggilan { get; } = Meter.CreateCounter<long>("dukcapil.panggilan.percobaan", null, "Tries of call-backs");

    /// <summary>A task was completed.</summary>
    internal static void Selesai(Tugas tugas)
    {
        KeyValuePair<string, object?>[] langkah = [new("langkah", tugas.Langkah.Nomor), new("aktivitas", Pendek(tugas.Aktivitas)), new("peran", tugas.Peran)];
        KeyValuePair<string, object?>[] hasil = [.. langkah, new("hasil", tugas.HasilDipilih)];
        var penanganan = TimeSpan.FromMilliseconds(tugas.PenangananMs);
        Penanganan.Record(penanganan.TotalSeconds, hasil);
        Menunggu.Record(Math.Max(0, (tugas.SelesaiPada!.Value - tugas.DiterbitkanPada - penanganan).TotalSeconds), hasil);
        if (tugas.Langkah.WaktuBaku > 0 && (decimal)penanganan.TotalMinutes > tugas.Langkah.WaktuBaku) LewatBaku.Add(1, langkah);
        if (tugas.Dikembalikan) Kembali.Add(1, [.. langkah, new("alasan", Alasan(tugas.KodeAlasan))]);
    }

    /// <summary>A message was applied.</summary>
    internal static void Diterapkan(string service, IncomingMessage message, DateTimeOffset now)
    {
        if (MessageIds.TimeOf(message.Id) is not { } given) return;
        Lag.Record(
            Math.Max(0, (now - given).TotalSeconds), new KeyValuePair<string, object?>("layanan", service),
            new KeyValuePair<string, object?>("pesan", message.Message.GetType().Name));
    }

    /// <summary>The type of an activity as metrics name it.</summary>
    public static string Pendek(string aktivitas) => aktivitas is null ? "" : aktivitas[(aktivitas.LastIndexOf('.') + 1)..];

    // A code is typed by an officer; one with digits could be a number of a person.
    private static string Alasan(string? kode) => string.IsNullOrEmpty(kode) || kode.Any(char.IsAsciiDigit) ? "LAIN" : kode;
}
