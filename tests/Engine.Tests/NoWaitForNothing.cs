using CsCheck;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

public sealed class NoWaitForNothing
{
    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void A_join_whose_other_branch_was_not_taken_gets_an_incident_that_names_it(string mode)
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Decide("d", "true")},{Flows.Plain("a")},{Flows.Plain("b")},{Flows.Join("gabung", mode)},{Flows.Plain("z")}",
            "d.True>a d.False>b a.Done>gabung b.Done>gabung gabung.Done>z");
        var result = Flows.Start(workflow);
        Assert.Equal("gabung", Assert.Single(result.Incidents).ActivityId);
        Assert.Equal(Deviations.NeverWaitsForNothing, result.Deviations);
        Assert.Contains(workflow.Validate(), finding => finding is { Code: "gabung-tak-terpenuhi", NodeId: "Workflow1:F:gabung" });
    }

    [Fact]
    public void An_operator_can_let_such_a_join_go_on()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Decide("d", "true")},{Flows.Plain("a")},{Flows.Plain("b")},{Flows.Join("gabung", "WaitAll")},{Flows.Plain("z")}",
            "d.True>a d.False>b a.Done>gabung b.Done>gabung gabung.Done>z");
        var stuck = Flows.Start(workflow);
        var result = WorkflowEngine.Resume(workflow, stuck.State, new IncidentRetried(stuck.Incidents[0].ActivityInstanceId), Flows.World());
        Assert.Equal(WorkflowSubStatus.Finished, result.State.SubStatus);
        Assert.Contains(result.Journal, record => record is { ActivityId: "z", Event: "Completed" });
    }

    [Fact]
    public void A_faulted_step_runs_again_when_its_cause_is_gone()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Task("t")},{Flows.Set("s", "X", "if (new Date().getTime() < 1800000000000) throw new Error('belum'); return 1")},{Flows.Plain("z")}",
            "t.Done>s s.Done>z", Flows.Variable("X", "Int32"));
        var failed = Flows.Complete(workflow, Flows.Start(workflow), "t");
        var incident = Assert.Single(failed.Incidents);
        Assert.Equal("belum", incident.Detail);
        var again = WorkflowEngine.Resume(workflow, failed.State, new IncidentRetried(incident.ActivityInstanceId), Flows.World(now: new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(WorkflowSubStatus.Finished, again.State.SubStatus);
        Assert.Equal(1, again.State.Variables(workflow)["X"]);
    }

    /// <summary>Any flowchart of tasks, decisions, forks and joins, completed in any order: it ends, waits for something, or says why not.</summary>
    [Fact]
    public void Whatever_the_graph_an_instance_ends_or_waits_for_something_or_has_an_incident()
    {
        var nodes = Gen.Int[2, 8];
        var links = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 2]).Array[1, 14];
        Gen.Select(nodes, Gen.Int[0, 4].Array[8], links, Gen.Int[0, 1000].Array[12]).Sample((count, kinds, connections, order) =>
        {
            var activities = string.Join(',', Enumerable.Range(0, count).Select(i => kinds[i] switch
            {
                0 => Flows.Task($"n{i}"),
                1 => Flows.Decide($"n{i}", "Math.random() < 0.5"),
                2 => Flows.Join($"n{i}", "WaitAll"),
                3 => Flows.Join($"n{i}", "WaitAny"),
                _ => Flows.Plain($"n{i}"),
            }));
            var links = connections.Where(link => link.Item1 < count && link.Item2 < count)
                .Select(link => $"n{link.Item1}.{(kinds[link.Item1] == 1 ? link.Item3 == 0 ? "True" : "False" : "Done")}>n{link.Item2}");
            var workflow = Flows.Flowchart(activities, string.Join(' ', links));
            workflow.Validate();
            var result = Flows.Start(workflow, new() { StepsPerBurst = 200 });
            foreach (var pick in order)
            {
                Assert.True(
                    result.State.Status == WorkflowStatus.Finished || result.State.Bookmarks.Count > 0 || result.State.Incidents.Count > 0);
                if (result.State.Bookmarks.Count == 0 || result.State.Status == WorkflowStatus.Finished)
                    return;
                var state = InstanceState.Read(result.State.ToBytes());
                var task = state.Bookmarks[pick % state.Bookmarks.Count].TaskId!;
                result = WorkflowEngine.Resume(workflow, state, new TaskCompleted(task), Flows.World(new() { StepsPerBurst = 200 }));
                Assert.Equal(BurstOutcome.Applied, result.Outcome);
            }
        }, iter: 300);
    }
}
