using Dukcapil.Standalone.Rekonsiliasi;
using Xunit;

namespace Dukcapil.Standalone.Tests.Rekonsiliasi;

public sealed class PembandingTests
{
    private static readonly Guid satu = Guid.Parse("019aaaaa-0000-7000-8000-000000000001");
    private static readonly KeadaanPesan tenang = new(0, 0, 0);

    [Fact]
    public void Services_that_agree_show_nothing() => Assert.Empty(Kunci(Cocok()));

    [Fact]
    public void An_application_without_workflow_is_told_to_the_workflow_again()
    {
        var temuan = Assert.Single(Pembanding.Bandingkan(Cocok() with { Alur = [], Tugas = Tugas() }));
        Assert.Equal($"tanpa-alur/{satu}", temuan.Kunci);
        Assert.Equal($"/api/v1/ops/intake/permohonan/{satu}/kirim-ulang", temuan.Perbaikan);
    }

    [Fact]
    public void A_workflow_without_open_application_is_left_to_a_person()
    {
        var temuan = Assert.Single(Pembanding.Bandingkan(Cocok() with { Permohonan = new HashSet<Guid>() }));
        Assert.Equal($"tanpa-permohonan/{satu}", temuan.Kunci);
        Assert.Null(temuan.Perbaikan);
    }

    [Fact]
    public void A_task_that_its_owner_does_not_have_is_sent_again()
    {
        var temuan = Assert.Single(Pembanding.Bandingkan(Cocok() with { Tugas = Tugas() }));
        Assert.Equal("tugas-hilang/t1", temuan.Kunci);
        Assert.Equal("/api/v1/ops/workflow/tugas/t1/kirim-ulang", temuan.Perbaikan);
    }

    [Fact]
    public void A_task_at_another_owner_than_the_workflow_thinks_is_missing_there() =>
        Assert.Equal(["tugas-hilang/t1"], Kunci(Cocok() with { Tugas = Tugas(("registry", "t1")) }));

    [Fact]
    public void A_task_that_no_workflow_waits_for_is_a_finding() =>
        Assert.Equal(["tugas-yatim/t2"], Kunci(Cocok() with { Tugas = Tugas(("intake", "t1"), ("approval", "t2")) }));

    [Fact]
    public void A_running_workflow_needs_a_task_or_an_incident()
    {
        Assert.Equal([$"tanpa-tugas/{satu}"], Kunci(Cocok() with { Alur = [new(satu, 0, [])], Tugas = Tugas() }));
        Assert.Equal([$"insiden/{satu}"], Kunci(Cocok() with { Alur = [new(satu, 1, [])], Tugas = Tugas() }));
    }

    [Fact]
    public void Messages_that_stay_are_findings_of_their_service()
    {
        var pesan = new Dictionary<string, KeadaanPesan>
        {
            ["intake"] = new(3, 0, 0, OutboxTertua: satu),
            ["approval"] = new(0, 2, 0, TertahanTertua: satu),
            ["registry"] = new(0, 0, 1),
            ["workflow"] = tenang,
        };
        Assert.Equal([$"tertahan/approval/{satu}", $"outbox/intake/{satu}", "galat/registry"], Kunci(Cocok() with { Pesan = pesan }));
    }

    [Fact]
    public void Held_messages_are_let_go_only_while_nothing_lies_in_an_error_queue()
    {
        Assert.Equal("/api/v1/ops/approval/pesan-tertahan/lepas", PerbaikanTertahan(galat: 0));
        Assert.Null(PerbaikanTertahan(galat: 1));

        static string? PerbaikanTertahan(long galat) => Pembanding.Bandingkan(Cocok() with
        {
            Pesan = new Dictionary<string, KeadaanPesan> { ["approval"] = new(0, 1, 0, TertahanTertua: satu), ["registry"] = new(0, 0, galat) },
        }).Single(t => t.Kunci.StartsWith("tertahan/", StringComparison.Ordinal)).Perbaikan;
    }

    private static IEnumerable<string> Kunci(Potret potret) => Pembanding.Bandingkan(potret).Select(t => t.Kunci);

    private static Potret Cocok() => new(
        new HashSet<Guid> { satu },
        [new(satu, 0, [new TugasDiLuar("t1", "intake")])],
        Tugas(("intake", "t1")),
        new Dictionary<string, KeadaanPesan> { ["intake"] = tenang });

    private static Dictionary<string, IReadOnlyList<TugasTerbuka>> Tugas(params (string Layanan, string Id)[] tugas) =>
        tugas.GroupBy(t => t.Layanan).ToDictionary(g => g.Key, g => (IReadOnlyList<TugasTerbuka>)[.. g.Select(t => new TugasTerbuka(t.Id, satu))]);
}
