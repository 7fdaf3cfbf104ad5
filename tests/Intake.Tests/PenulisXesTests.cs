using System.Xml.Linq;
using Dukcapil.Contracts;
using Dukcapil.Intake.Statistik;

namespace Dukcapil.Intake.Tests;

/// <summary>Event log for process mining.</summary>
public sealed class PenulisXesTests
{
    private static readonly XNamespace Xes = "http://www.xes-standard.org/";
    private static readonly DateTimeOffset Pagi = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Every_step_is_scheduled_and_ended_in_the_order_of_time()
    {
        var jejak = new JejakPermohonan(Guid.NewGuid(), "KK_BARU_KELUARGA_BARU",
        [
            Langkah("2", StatusTugas.Selesai, 0, 5, "Lengkap", null),
            Langkah("3", StatusTugas.Selesai, 5, 9, "TidakSesuai", "DATA_SALAH"),
            Langkah("2", StatusTugas.Ditutup, 9, 11, null, null),
            Langkah("4", StatusTugas.Terbuka, 11, null, null, null),
        ]);
        var log = await TulisAsync(jejak);
        var peristiwa = log.Root!.Element(Xes + "trace")!.Elements(Xes + "event").ToList();
        Assert.Equal(["schedule", "complete", "schedule", "complete", "schedule", "withdraw", "schedule"], peristiwa.Select(e => Nilai(e, "lifecycle:transition")));
        Assert.Equal(peristiwa.Select(e => Nilai(e, "time:timestamp")).Order(StringComparer.Ordinal), peristiwa.Select(e => Nilai(e, "time:timestamp")));
        Assert.Equal("2026-11-23T02:00:00.000Z", Nilai(peristiwa[0], "time:timestamp"));
        Assert.Equal(("DATA_SALAH", "kasi"), (Nilai(peristiwa[3], "kodeAlasan"), Nilai(peristiwa[3], "org:resource")));
        Assert.Equal(["Concept", "Lifecycle", "Organizational", "Time"], log.Root.Elements(Xes + "extension").Select(e => (string?)e.Attribute("name")));
    }

    [Theory]
    [InlineData("<script>&\"'")]
    [InlineData("nul\0 dan \u0001 dan \ud800")]
    [InlineData("")]
    public async Task Whatever_a_definition_says_is_still_xml(string kegiatan)
    {
        var log = await TulisAsync(new JejakPermohonan(Guid.NewGuid(), "X", [Langkah("2", StatusTugas.Terbuka, 0, null, null, null) with { Kegiatan = kegiatan }]));
        Assert.StartsWith("2 ", Nilai(log.Descendants(Xes + "event").Single(), "concept:name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_without_applications_is_a_log() => Assert.Empty((await TulisAsync()).Descendants(Xes + "trace"));

    private static LangkahJejak Langkah(string nomor, StatusTugas status, int mulai, int? selesai, string? hasil, string? alasan) => new(
        nomor, "Uji", "LOKET", "kasi", status, Pagi.AddMinutes(mulai), selesai is { } s ? Pagi.AddMinutes(s) : null, hasil, alasan, 1000);

    private static string? Nilai(XElement induk, string kunci) => (string?)induk.Elements().SingleOrDefault(e => (string?)e.Attribute("key") == kunci)?.Attribute("value");

    private static async Task<XDocument> TulisAsync(params JejakPermohonan[] jejak)
    {
        using var aliran = new MemoryStream();
        await PenulisXes.TulisAsync(aliran, jejak.ToAsyncEnumerable(), CancellationToken.None);
        aliran.Position = 0;
        return XDocument.Load(aliran);
    }
}
