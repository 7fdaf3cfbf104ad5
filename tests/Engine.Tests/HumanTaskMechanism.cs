using System.Text.Json;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

public sealed class HumanTaskMechanism
{
    [Fact]
    public void A_task_carries_what_the_SOP_says_about_its_step()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan");
        var task = kk.Open;
        Assert.Equal(("periksa", "Dukcapil.PeriksaKelengkapan", "permohonan-1"), (task.ActivityId, task.Type, task.CorrelationId));
        Assert.Equal("LOKET", task.Inputs["pelaksana"]);
        Assert.Equal(1, task.Inputs["waktuBaku"]);
        Assert.Equal("""["Berkas Permohonan","Buku Register"]""", task.Inputs.ToJson().GetProperty("kelengkapan").GetRawText());
        Assert.Equal(["Lengkap", "TidakLengkap"], task.ConnectedOutcomes);
        Assert.Equal(0, task.Variables["jumlahPengembalian"]);
    }

    [Fact]
    public void What_nobody_touched_in_the_designer_has_the_default_of_the_catalogue()
    {
        var definition = System.Text.Json.Nodes.JsonNode.Parse(Kk.Text("kartu-keluarga.json"))!;
        definition["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "pengajuan")!.AsObject().Remove("pelaksana");
        var kk = new Kk(Kk.Compile(definition.ToJsonString()));
        Assert.Equal("PEMOHON", kk.Open.Inputs["pelaksana"]);
    }

    [Fact]
    public void Straight_through_every_step_is_asked_for_once_and_the_instance_finishes()
    {
        var kk = new Kk();
        foreach (var (activity, outcome) in Straight)
            Assert.Equal(BurstOutcome.Applied, kk.Do(activity, outcome).Outcome);
        Assert.Equal(WorkflowSubStatus.Finished, kk.State.SubStatus);
        Assert.Equal(Straight.Select(step => step.Activity), kk.Asked.Select(task => task.ActivityId));
    }

    [Fact]
    public void After_Kabid_and_Kasi_returned_twice_everything_is_done_again_to_the_end()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan");
        kk.Do("periksa", "Lengkap");
        kk.Do("entri", "Selesai");
        for (var round = 0; round < 2; round++)
        {
            kk.Do("koreksiKasi", "Sesuai");
            kk.Do("koreksiKabid", "TidakSesuai");
            Assert.Equal("koreksiKasi", kk.Open.ActivityId);
            kk.Do("koreksiKasi", "TidakSesuai");
            Assert.Equal("entri", kk.Open.ActivityId);
            kk.Do("entri", "Selesai");
            Assert.Equal("koreksiKasi", kk.Open.ActivityId);
        }
        foreach (var (activity, outcome) in Straight.Skip(3))
            kk.Do(activity, outcome);
        Assert.Equal(WorkflowSubStatus.Finished, kk.State.SubStatus);
        Assert.Empty(kk.State.Incidents);
    }

    [Fact]
    public void Completing_sets_the_variables_the_definition_has_and_no_others()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan", Values("""{"jenis":"BARU","jumlahAnggota":"4","nomor":"9900000000000001"}"""));
        var variables = kk.State.Variables(kk.Workflow);
        Assert.Equal("BARU", variables["jenis"]);
        Assert.Equal(4, variables["jumlahAnggota"]);
        Assert.False(variables.ContainsKey("nomor"));
        Assert.Equal("BARU", kk.Open.Variables["jenis"]);
    }

    [Fact]
    public void A_task_completed_twice_is_not_found_and_changes_nothing()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan");
        var before = kk.State;
        var again = kk.Do("pengajuan", "Diajukan");
        Assert.Equal(BurstOutcome.NotFound, again.Outcome);
        Assert.Same(before, again.State);
        Assert.Empty(again.Journal);
    }

    [Theory]
    [InlineData("Entah", BurstOutcome.OutcomeNotPossible)]
    [InlineData("", BurstOutcome.OutcomeNotPossible)]
    [InlineData("Dikembalikan", BurstOutcome.OutcomeNotConnected)]
    public void An_outcome_the_definition_does_not_offer_is_refused_and_changes_nothing(string outcome, BurstOutcome expected)
    {
        var kk = new Kk();
        foreach (var (activity, straight) in Straight.TakeWhile(step => step.Activity != "tandaTangan"))
            kk.Do(activity, straight);
        Assert.Equal(["Ditandatangani"], kk.Open.ConnectedOutcomes);
        var before = kk.State;
        Assert.Equal(expected, kk.Do("tandaTangan", outcome).Outcome);
        Assert.Same(before, kk.State);
    }

    [Fact]
    public void A_plain_resume_does_not_get_past_a_person()
    {
        var kk = new Kk();
        var result = WorkflowEngine.Resume(kk.Workflow, kk.State, new BookmarkResumed(kk.State.Bookmarks[0].Id), kk.World());
        Assert.Equal(BurstOutcome.OutcomeNotPossible, result.Outcome);
    }

    [Fact]
    public void A_state_of_another_version_is_refused()
    {
        var kk = new Kk();
        var other = Kk.Compile(Kk.Text("kartu-keluarga.json").Replace("\"version\": 1,\n  \"toolVersion\"", "\"version\": 2,\n  \"toolVersion\"", StringComparison.Ordinal));
        Assert.Equal(2, other.Version);
        Assert.Equal(BurstOutcome.OtherDefinition, WorkflowEngine.Resume(other, kk.State, new TaskCompleted(kk.Open.TaskId, "Diajukan"), kk.World()).Outcome);
    }

    [Fact]
    public void Cancelling_leaves_no_bookmark_and_says_so_in_the_journal()
    {
        var kk = new Kk();
        var result = kk.Take(WorkflowEngine.Cancel(kk.Workflow, kk.State, kk.World()));
        Assert.Empty(kk.State.Bookmarks);
        Assert.Single(result.BookmarksBurned);
        Assert.Contains(result.Journal, record => record is { ActivityId: "pengajuan", Event: "Canceled" });
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Cancelled), (kk.State.Status, kk.State.SubStatus));
        Assert.Equal(BurstOutcome.NotRunning, kk.Do("pengajuan", "Diajukan").Outcome);
    }

    /// <summary>The figure the engine is held to: one step of the SOP, from state to state, in memory.</summary>
    [Fact]
    public void One_step_of_the_SOP_allocates_no_more_than_8_KB()
    {
        long least = long.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var kk = new Kk();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var (activity, outcome) in Straight)
                kk.Do(activity, outcome);
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Straight.Length);
        }
        Assert.InRange(least, 1, 8 * 1024);
    }

    private static readonly (string Activity, string Outcome)[] Straight =
    [
        ("pengajuan", "Diajukan"), ("periksa", "Lengkap"), ("entri", "Selesai"), ("koreksiKasi", "Sesuai"), ("koreksiKabid", "Sesuai"),
        ("cetak", "Selesai"), ("tandaTangan", "Ditandatangani"), ("registrasi", "Selesai"), ("serahTerima", "Diserahkan"),
    ];

    private static Dictionary<string, JsonElement> Values(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
}
