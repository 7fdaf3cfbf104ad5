using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

/// <summary>What operators do to an instance: skip, set variables, cancel; and what the journal says of it.</summary>
public sealed class FromOutside
{
    private const string Broken = "throw new Error('rusak')";

    [Fact]
    public void A_skipped_step_counts_as_completed_and_is_not_run()
    {
        var workflow = Flows.Flowchart($"{Flows.Task("t")},{Flows.Set("s", "X", Broken)},{Flows.Plain("z")}", "t.Done>s s.Done>z", Flows.Variable("X", "Int32"));
        var failed = Flows.Complete(workflow, Flows.Start(workflow), "t");
        var skipped = Skip(workflow, failed);
        Assert.Equal((BurstOutcome.Applied, WorkflowSubStatus.Finished), (skipped.Outcome, skipped.State.SubStatus));
        Assert.Empty(skipped.State.Incidents);
        Assert.Null(skipped.State.Variables(workflow)["X"]);
        Assert.Equal(["s:Skipped", "s:Completed", "z:Started"], skipped.Journal.Take(3).Select(record => $"{record.ActivityId}:{record.Event}"));
        Assert.Equal("oleh ops-1", skipped.Journal[0].Message);
        Assert.All(skipped.Executions, execution => Assert.Equal(0, execution.FaultCount));
    }

    [Fact]
    public void A_decision_is_skipped_with_an_outcome_that_its_node_connects()
    {
        var workflow = Flows.Flowchart($"{Flows.Decide("d", Broken)},{Flows.Plain("a")},{Flows.Plain("b")}", "d.True>a d.False>b");
        var failed = Flows.Start(workflow);
        Assert.Equal(BurstOutcome.OutcomeNotConnected, Skip(workflow, failed).Outcome);
        Assert.Equal(BurstOutcome.OutcomeNotConnected, Skip(workflow, failed, "Mungkin").Outcome);
        var skipped = Skip(workflow, failed, "False");
        Assert.Equal(WorkflowSubStatus.Finished, skipped.State.SubStatus);
        Assert.Contains(skipped.Journal, record => record is { ActivityId: "b", Event: "Completed" });
        Assert.DoesNotContain(skipped.Journal, record => record.ActivityId == "a");
    }

    [Fact]
    public void A_fault_that_ended_the_instance_can_be_skipped_too()
    {
        var workflow = Flows.Flowchart($"{Flows.Set("s", "X", Broken)},{Flows.Task("t")}", "s.Done>t", Flows.Variable("X", "Int32"), continues: false);
        var ended = Flows.Start(workflow);
        Assert.Equal(WorkflowSubStatus.Faulted, ended.State.SubStatus);
        var skipped = Skip(workflow, ended);
        Assert.Equal((WorkflowSubStatus.Suspended, "t"), (skipped.State.SubStatus, Assert.Single(skipped.State.Bookmarks).Subject));
        Assert.Null(skipped.State.FinishedAt);
    }

    [Fact]
    public void Only_a_faulted_step_can_be_skipped()
    {
        var workflow = Flows.Flowchart(Flows.Task("t"), "");
        var waiting = Flows.Start(workflow);
        var skip = new IncidentSkipped(waiting.State.Bookmarks[0].ActivityInstanceId);
        Assert.Equal(BurstOutcome.NotFound, WorkflowEngine.Resume(workflow, waiting.State, skip, Flows.World()).Outcome);
    }

    [Fact]
    public void A_human_task_is_never_skipped_nor_a_container_of_one()
    {
        var node = JsonNode.Parse(Kk.Text("kartu-keluarga.json"))!;
        var periksa = node["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "periksa")!;
        periksa["kegiatan"] = JsonNode.Parse($$$"""{"typeName":"String","expression":{"type":"JavaScript","value":"{{{Broken}}}"}}""");
        var kk = new Kk(Kk.Compile(node.ToJsonString()));
        kk.Do("pengajuan", "Diajukan");
        Assert.Equal("periksa", Assert.Single(kk.Last.Incidents).ActivityId);
        var outcome = WorkflowEngine.Resume(kk.Workflow, kk.State, new IncidentSkipped(kk.Last.Incidents[0].ActivityInstanceId, "Lengkap"), kk.World()).Outcome;
        Assert.Equal(BurstOutcome.NotSkippable, outcome);
    }

    [Fact]
    public void A_retry_says_who_asked_for_it()
    {
        var workflow = Flows.Flowchart($"{Flows.Set("s", "X", Broken)}", "", Flows.Variable("X", "Int32"));
        var failed = Flows.Start(workflow);
        var again = WorkflowEngine.Resume(workflow, failed.State, new IncidentRetried(failed.Incidents[0].ActivityInstanceId, "oleh ops-1"), Flows.World());
        Assert.Equal(["Retried oleh ops-1", "Started ", "Faulted"], again.Journal.Select(record => record.Event == "Faulted" ? record.Event : $"{record.Event} {record.Message}"));
    }

    [Fact]
    public void Variables_set_from_outside_are_seen_by_the_next_step_and_said_in_the_journal()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Task("t")},{Flows.Set("s", "Y", "return variables.X + 1")}", "t.Done>s", Flows.Variable("X", "Int32", "1") + "," + Flows.Variable("Y", "Int32"));
        var waiting = Flows.Start(workflow);
        var set = WorkflowEngine.Resume(workflow, waiting.State, new VariablesSet(Values("v-X", 41), "oleh ops-1"), Flows.World());
        var record = Assert.Single(set.Journal);
        Assert.Equal(("VariablesChanged", "oleh ops-1", WorkflowSubStatus.Suspended), (record.Event, record.Message, set.State.SubStatus));
        Assert.Empty(set.BookmarksBurned);
        Assert.Equal(42, Flows.Complete(workflow, set, "t").State.Variables(workflow)["Y"]);
        var ended = Flows.Complete(workflow, set, "t");
        Assert.Equal(BurstOutcome.NotRunning, WorkflowEngine.Resume(workflow, ended.State, new VariablesSet(Values("v-X", 1)), Flows.World()).Outcome);
    }

    [Fact]
    public void Setting_variables_does_not_repeat_the_incident_of_a_step_that_waits_for_nothing()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Decide("d", "true")},{Flows.Plain("a")},{Flows.Plain("b")},{Flows.Join("gabung", "WaitAll")},{Flows.Plain("z")}",
            "d.True>a d.False>b a.Done>gabung b.Done>gabung gabung.Done>z", Flows.Variable("X", "Int32"));
        var stuck = Flows.Start(workflow);
        var set = WorkflowEngine.Resume(workflow, stuck.State, new VariablesSet(Values("v-X", 1)), Flows.World());
        Assert.Single(set.State.Incidents);
    }

    [Fact]
    public void A_cancelled_instance_says_who_cancelled_it()
    {
        var workflow = Flows.Flowchart(Flows.Task("t"), "");
        var cancelled = WorkflowEngine.Cancel(workflow, Flows.Start(workflow).State, Flows.World(), "oleh ops-1");
        Assert.Equal("oleh ops-1", cancelled.Journal.Single(record => record.NodeId == workflow.Nodes[0].NodeId).Message);
    }

    private static BurstResult Skip(CompiledWorkflow workflow, BurstResult failed, string outcome = "Done") => WorkflowEngine.Resume(
        workflow, failed.State, new IncidentSkipped(failed.State.Incidents[0].ActivityInstanceId, outcome, "oleh ops-1"), Flows.World());

    private static Dictionary<string, JsonElement> Values(string id, int value) => new() { [id] = JsonSerializer.SerializeToElement(value) };
}
