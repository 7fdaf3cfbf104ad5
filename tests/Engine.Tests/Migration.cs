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

    [Fact]
    public void A_running_step_that_has_another_name_in_the_new_version_goes_on_there_when_it_is_mapped()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan");
        var to = Kk.Compile(Version2(Original).Replace("\"periksa\"", "\"periksaLain\"", StringComparison.Ordinal));
        var nodes = new Dictionary<string, string> { ["periksa"] = "periksaLain" };
        Assert.Empty(WorkflowMigration.Plan(kk.Workflow, to, kk.State, nodes).Obstacles);
        var moved = WorkflowMigration.Apply(kk.Workflow, to, kk.State, kk.World(), nodes, "v1 → v2");
        Assert.Empty(moved.TaskRequests);
        Assert.Equal(("Migrated", "v1 → v2"), (moved.Journal[0].Event, moved.Journal[0].Message));
        Assert.Contains(moved.Journal, record => record is { ActivityId: "periksaLain", Event: "Migrated" });
        var next = WorkflowEngine.Resume(to, InstanceState.Read(moved.State.ToBytes()), new TaskCompleted(kk.Open.TaskId, "Lengkap"), kk.World());
        Assert.Equal("entri", Assert.Single(next.TaskRequests).ActivityId);
    }

    [Fact]
    public void A_task_mapped_to_a_task_of_another_type_is_asked_for_anew()
    {
        var kk = new Kk();
        kk.Do("pengajuan", "Diajukan");
        var to = Kk.Compile(Version2(Original));
        var nodes = new Dictionary<string, string> { ["periksa"] = "entri" };
        Assert.Equal([kk.Open.TaskId], WorkflowMigration.Plan(kk.Workflow, to, kk.State, nodes).ReissuedTasks);
        var moved = WorkflowMigration.Apply(kk.Workflow, to, kk.State, kk.World(), nodes);
        var issued = Assert.Single(moved.TaskRequests);
        Assert.Equal("entri", issued.ActivityId);
        Assert.Equal(BurstOutcome.Applied, WorkflowEngine.Resume(to, moved.State, new TaskCompleted(issued.TaskId, "Selesai"), kk.World()).Outcome);
    }

    [Fact]
    public void A_mapping_that_names_nothing_or_joins_what_is_not_alike_is_an_obstacle()
    {
        var kk = new Kk();
        var to = Kk.Compile(Version2(Original));
        Assert.NotEmpty(WorkflowMigration.Plan(kk.Workflow, to, kk.State, new Dictionary<string, string> { ["tiada"] = "entri" }).Obstacles);
        Assert.NotEmpty(WorkflowMigration.Plan(kk.Workflow, to, kk.State, new Dictionary<string, string> { ["periksa"] = "tiada" }).Obstacles);
        WorkflowMigration.Match(kk.Workflow, to, new Dictionary<string, string> { [kk.Workflow.Nodes[1].NodeId] = "entri" }, out var mistakes);
        Assert.Single(mistakes);
    }

    [Fact]
    public void Tokens_on_their_way_to_a_join_move_with_their_steps()
    {
        var (before, after) = (Forked("a", "b", 1), Forked("a2", "b2", 2));
        var half = Flows.Complete(before, Flows.Start(before), "a");
        var nodes = new Dictionary<string, string> { ["a"] = "a2", ["b"] = "b2" };
        Assert.NotEmpty(WorkflowMigration.Plan(before, after, half.State).Obstacles);
        var moved = WorkflowMigration.Apply(before, after, half.State, Flows.World(), nodes);
        Assert.Equal(BurstOutcome.Applied, moved.Outcome);
        Assert.Equal(WorkflowSubStatus.Finished, Flows.Complete(after, moved, "b").State.SubStatus);

        static Definitions.CompiledWorkflow Forked(string a, string b, int version) => Flows.Compile(Flows.Text(
            $"{Flows.Plain("mulai", "Start")},{Flows.Task(a)},{Flows.Task(b)},{Flows.Join("gabung", "WaitAll")}",
            $"mulai.Done>{a} mulai.Done>{b} {a}.Done>gabung {b}.Done>gabung").Replace("\"version\":1", $"\"version\":{version}", StringComparison.Ordinal));
    }

    private static string Version2(string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        node["version"] = 2;
        return node.ToJsonString();
    }
}
