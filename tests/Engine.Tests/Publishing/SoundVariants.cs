namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>What an administrator may sensibly make of the SOP is published; a false error would be a reason to go round the check.</summary>
public sealed class SoundVariants
{
    [Fact]
    public void The_shipped_definition_has_no_finding_at_all() => Assert.Empty(new Draft().Findings());

    [Fact]
    public void An_extra_step_of_a_new_role_before_the_print()
    {
        var draft = new Draft().Task("sekretaris", "Dukcapil.Tugas", "SEKRETARIS")
            .Route("koreksiKabid", "Sesuai", "sekretaris").Connect("sekretaris.Selesai>cetak sekretaris.Ditolak>entri");
        Assert.Empty(draft.Findings("SEKRETARIS"));
        Assert.Contains(draft.Errors(), finding => finding is { Code: "peran-tidak-dikenal", NodeId: "Workflow1:Flowchart1:sekretaris" });
    }

    [Fact]
    public void A_third_correction_whose_objection_goes_back_to_the_first() => Assert.Empty(new Draft()
        .Task("sekretaris", "Dukcapil.KoreksiKonsep", "SEKRETARIS").Route("koreksiKabid", "Sesuai", "sekretaris")
        .Connect("sekretaris.Sesuai>cetak sekretaris.TidakSesuai>koreksiKabid").Findings("SEKRETARIS"));

    [Fact]
    public void A_check_by_two_roles_side_by_side() => Assert.Empty(new Draft()
        .Fork("cabang", "A", "B").Task("arsip", "Dukcapil.Tugas", "ARSIP").Task("hukum", "Dukcapil.Tugas", "HUKUM").Join("gabung")
        .Route("koreksiKabid", "Sesuai", "cabang")
        .Connect("cabang.A>arsip cabang.B>hukum arsip.Selesai>gabung hukum.Selesai>gabung arsip.Ditolak>entri hukum.Ditolak>entri gabung.Done>cetak")
        .Errors("ARSIP", "HUKUM"));

    [Fact]
    public void Kasi_and_Kabid_side_by_side_with_a_join() => Assert.Empty(SideBySide().Join("gabung").Connect("koreksiKasi.Sesuai>gabung koreksiKabid.Sesuai>gabung gabung.Done>cetak").Errors());

    [Fact]
    public void Kasi_and_Kabid_side_by_side_that_simply_meet() => Assert.Empty(SideBySide().Connect("koreksiKasi.Sesuai>cetak koreksiKabid.Sesuai>cetak").Errors());

    [Fact]
    public void Registration_beside_another_task_before_the_handover() => Assert.Empty(new Draft()
        .Task("pindai", "Dukcapil.Tugas", "LOKET").Join("gabung").Connect("tandaTangan.Ditandatangani>pindai pindai.Selesai>gabung")
        .Route("registrasi", "Selesai", "gabung").Connect("gabung.Done>serahTerima").Errors());

    [Fact]
    public void Corrections_within_a_Parallel_container()
    {
        var draft = SideBySide();
        var (kasi, kabid) = (draft.Step("koreksiKasi").DeepClone(), draft.Step("koreksiKabid").DeepClone());
        kasi["id"] = "kasi";
        kabid["id"] = "kabid";
        draft.Add("berdua", "Elsa.Parallel", $$"""{"activities":[{{kasi.ToJsonString()}},{{kabid.ToJsonString()}}]}""").Route("entri", "Selesai", "berdua").Connect("berdua.Done>cetak");
        // Inside a Parallel every outcome leads on, so an objection would too: the strict answer is right as long as it is offered.
        Assert.Contains(draft.Errors(), finding => finding.Code == "tanpa-dua-paraf");
    }

    [Fact]
    public void A_switch_by_type_of_application() => Assert.Empty(new Draft()
        .Add("menurutJenis", "Elsa.FlowSwitch", """
            {"mode":{"typeName":"SwitchMode","expression":{"type":"Literal","value":"MatchFirst"}},
             "cases":[{"label":"Baru","condition":{"type":"JavaScript","value":"getVariable('jenis') == 'KK_BARU_PISAH'"}}]}
            """)
        .Task("lapangan", "Dukcapil.Tugas", "KASI").Route("periksa", "Lengkap", "menurutJenis")
        .Connect("menurutJenis.Baru>lapangan menurutJenis.Default>entri lapangan.Selesai>entri lapangan.Ditolak>pengajuan").Findings());

    [Fact]
    public void A_reminder_while_the_task_waits() => Assert.Empty(new Draft()
        .Add("tunggu", "Elsa.Delay", """{"timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"01:00:00"}}}""")
        .Add("ingatkan", "Elsa.PublishEvent", """{"eventName":{"typeName":"String","expression":{"type":"Literal","value":"pengingat"}}}""")
        .Connect("tandaTangan.Ditandatangani>tunggu tunggu.Done>ingatkan").Errors());

    [Fact]
    public void The_open_branches_of_the_SOP_drawn_in() => Assert.Empty(new Draft()
        .Connect("tandaTangan.Dikembalikan>entri serahTerima.SalahCetak>cetak serahTerima.TidakDiambil>selesai").Findings());

    [Fact]
    public void A_loop_that_counts_its_returns() => Assert.Empty(new Draft()
        .Add("terlaluSering", "Elsa.FlowDecision", """{"condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"getVariable('jumlahPengembalian') > 3"}}}""")
        .Task("bicara", "Dukcapil.Tugas", "KABID").Route("koreksiKasi", "TidakSesuai", "terlaluSering")
        .Connect("terlaluSering.True>bicara terlaluSering.False>entri bicara.Selesai>entri bicara.Ditolak>pengajuan").Findings());

    private static Draft SideBySide() => new Draft().Cut("koreksiKasi", "Sesuai").Cut("koreksiKasi", "TidakSesuai").Cut("koreksiKabid", "Sesuai").Cut("koreksiKabid", "TidakSesuai")
        .Connect("entri.Selesai>koreksiKabid");
}
