using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

public sealed class Migration
{
    private static readonly string Original = Kk.Text("kartu-keluarga.json");

    [Fact]
    public void An_instance_moves_to_a_new_version_and_goes_on_there()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan");
        var to = Kk.Compile(Version2(Original));
        Assert.Empty(WorkflowMigration.Plan(kk.Workflow, to, kk.State).Obstacles);
        var moved = WorkflowMigration.Apply(kk.Workflow, to, kk.State, kk.World());
        Assert.Equal((BurstOutcome.Applied, 2), (moved.Outcome, moved.State.DefinitionVersion));
        Assert.Empty(moved.TaskRequests);
        Assert.Equal(BurstOutcome.Applied, WorkflowEngine.Resume(to, moved.State, new TaskCompleted(kk.Open.TaskId, "Lengkap"), kk.World()).Outcome);
    }

    [Fact]
    public void An_open_task_whose_role_changes_is_closed_and_asked_for_anew()
    {
        var kk = new Kk();
        foreach (var (activity, outcome) in new[] { ("pengajuan", "Diajukan"), ("periksa", "Lengkap"), ("entri", "Selesai") })
            kk.Do(activity, outcome);
        var to = Kk.Compile(Version2(Original).Replace("\"KASI\"", "\"KABID\"", StringComparison.Ordinal));
        Assert.Equal([kk.Open.TaskId], WorkflowMigration.Plan(kk.Workflow, to, kk.State).ReissuedTasks);
        var moved = WorkflowMigration.Apply(kk.Workflow, to, kk.State, kk.World());
        Assert.Equal("KABID", Assert.Single(moved.TaskRequests).Inputs["pelaksana"]);
        Assert.Equal(kk.Open.TaskId, Assert.Single(moved.BookmarksBurned).TaskId);
        Assert.Equal(WorkflowSubStatus.Suspended, moved.State.SubStatus);
    }

    [Fact]
    public void An_instance_that_stands_on_a_removed_step_stays_where_it_is()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan");
        var to = Kk.Compile(Version2(Original).Replace("\"periksa\"", "\"periksaLain\"", StringComparison.Ordinal));
        Assert.NotEmpty(WorkflowMigration.Plan(kk.Workflow, to, kk.State).Obstacles);
        var refused = WorkflowMigration.Apply(kk.Workflow, to, kk.State, kk.World());
        Assert.Equal(BurstOutcome.OtherDefinition, refused.Outcome);
        Assert.Same(kk.State, refused.State);
    }

    private static string Version2(string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        node["version"] = 2;
        return node.ToJsonString();
    }
}
