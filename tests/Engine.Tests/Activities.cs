using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

public sealed class Activities
{
    private static string Log => Flows.Variable("Log", "String", "-");

    [Fact]
    public void For_goes_on_after_its_body_was_suspended()
    {
        var workflow = Flows.Compile(Flows.Definition(
            $$$"""{"id":"F","type":"Elsa.For","start":1,"end":{{{Flows.Script("3")}}},"body":{"id":"S","type":"Elsa.Sequence","activities":[{{{Flows.Task("t")}}},{{{Flows.Set("s", "Log", "getVariable('Log') + getVariable('CurrentValue')")}}}]}}""", Log));
        var result = Flows.Start(workflow);
        for (var i = 0; i < 3; i++)
            result = Flows.Complete(workflow, Stored(result), "t");
        Assert.Equal((WorkflowSubStatus.Finished, "-123"), (result.State.SubStatus, result.State.Variables(workflow)["Log"]));
        Assert.Equal(Deviations.None, result.Deviations);
    }

    [Fact]
    public void ForEach_goes_on_after_its_body_was_suspended_and_Break_ends_it()
    {
        var workflow = Flows.Compile(Flows.Definition(
            $$$"""{"id":"E","type":"Elsa.ForEach","items":{{{Flows.Script("['a','b','c']")}}},"body":{"id":"S","type":"Elsa.Sequence","activities":[{{{Flows.Task("t")}}},{{{Flows.Set("s", "Log", "getVariable('Log') + getVariable('CurrentValue')")}}},{"id":"i","type":"Elsa.If","condition":{{{Flows.Script("getVariable('CurrentIndex') == 1")}}},"then":{{{Flows.Plain("br", "Break")}}}}]}}""", Log));
        var result = Flows.Complete(workflow, Stored(Flows.Start(workflow)), "t");
        Assert.Equal(WorkflowSubStatus.Suspended, result.State.SubStatus);
        result = Flows.Complete(workflow, Stored(result), "t");
        Assert.Equal("-ab", result.State.Variables(workflow)["Log"]);
        Assert.Equal(WorkflowSubStatus.Finished, result.State.SubStatus);
    }

    [Fact]
    public void ParallelForEach_asks_for_every_item_and_ends_with_the_last()
    {
        var workflow = Flows.Compile(Flows.Definition(
            $$"""{"id":"P","type":"Elsa.ParallelForEach","items":{{Flows.Script("['x','y']")}},"body":{"id":"t","type":"Elsa.RunTask","taskName":{{Flows.Script("'tugas ' + getVariable('CurrentValue')")}} } }"""));
        var result = Flows.Start(workflow);
        Assert.Equal(["tugas x", "tugas y"], result.TaskRequests.Select(task => task.Name));
        result = Flows.Complete(workflow, Stored(result), "tugas y");
        Assert.Equal(WorkflowSubStatus.Suspended, result.State.SubStatus);
        Assert.Equal(WorkflowSubStatus.Finished, Flows.Complete(workflow, Stored(result), "tugas x").State.SubStatus);
    }

    [Fact]
    public void Switch_goes_on_after_its_branch_was_suspended()
    {
        var workflow = Flows.Compile(Flows.Definition(
            $$$"""{"id":"S","type":"Elsa.Switch","cases":[{"label":"A","condition":{"type":"Literal","value":true},"activity":{{{Flows.Task("t")}}}}]}"""));
        var result = Flows.Complete(workflow, Stored(Flows.Start(workflow)), "t");
        Assert.Equal((WorkflowSubStatus.Finished, Deviations.SwitchOutlivesSuspension), (result.State.SubStatus, result.Deviations));
    }

    [Fact]
    public void Behind_a_WaitAny_join_a_task_can_be_asked_for_and_completed()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Plain("s", "Start")},{Flows.Task("l")},{Flows.Task("r")},{Flows.Join("j", "WaitAny")},{Flows.Task("t")}",
            "s.Done>l s.Done>r l.Done>j r.Done>j j.Done>t");
        var raced = Flows.Complete(workflow, Flows.Start(workflow), "r");
        Assert.Equal(["t"], raced.State.Bookmarks.Select(bookmark => bookmark.Subject));
        Assert.Equal(WorkflowSubStatus.Finished, Flows.Complete(workflow, Stored(raced), "t").State.SubStatus);
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "00:30:00", 30)]
    [InlineData("Elsa.Timer", "interval", "01:00:00", 60)]
    [InlineData("Elsa.Cron", "cronExpression", "0 2 * * *", 60)]
    [InlineData("Elsa.StartAt", "dateTime", "2026-01-05T01:05:00+00:00", 5)]
    public void A_timer_waits_for_its_time(string type, string input, string value, int minutes)
    {
        var workflow = Flows.Flowchart($$"""{"id":"w","type":"{{type}}","{{input}}":"{{value}}"},{{Flows.Plain("z")}}""", "w.Done>z");
        var result = Flows.Start(workflow);
        var timer = Assert.Single(result.Timers);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero).AddMinutes(minutes), timer.DueAt);
        Assert.Equal(WorkflowSubStatus.Finished, WorkflowEngine.Resume(workflow, result.State, new TimerDue(timer.Id), Flows.World()).State.SubStatus);
        Assert.Equal(BurstOutcome.NotFound, WorkflowEngine.Resume(workflow, result.State, new TimerDue("lain"), Flows.World()).Outcome);
    }

    [Fact]
    public void A_child_is_dispatched_and_awaited_by_its_id()
    {
        var workflow = Flows.Flowchart(
            $$$"""{"id":"c","type":"Elsa.DispatchWorkflow","workflowDefinitionId":"anak","waitForCompletion":true,"input":{{{Flows.Script("({ nomor: 1 })")}}},"result":{"memoryReference":{"id":"v-R"} } }""", "", Flows.Variable("R", "Object"));
        var started = Flows.Start(workflow);
        var child = Assert.Single(started.Children);
        Assert.Equal(("anak", true, started.State.InstanceId), (child.DefinitionId, child.WaitsForCompletion, child.ParentInstanceId));
        var result = WorkflowEngine.Resume(workflow, started.State, new ChildFinished(child.InstanceId, JsonElement.Parse("""{"hasil":"baik"}""")), Flows.World());
        Assert.Equal(WorkflowSubStatus.Finished, result.State.SubStatus);
        Assert.Equal("""{"hasil":"baik"}""", result.State.Variables(workflow).ToJson().GetProperty("R").GetRawText());
    }

    [Fact]
    public void ExecuteWorkflow_tells_how_the_child_ended_whenever_it_does()
    {
        var workflow = Flows.Flowchart(
            """{"id":"c","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":"anak","waitForCompletion":true,"result":{"memoryReference":{"id":"v-R"} } }""", "", Flows.Variable("R", "Object"));
        var started = Flows.Start(workflow);
        var end = new ChildFinished(Assert.Single(started.Children).InstanceId, JsonElement.Parse("""{"hasil":"baik"}"""), WorkflowSubStatus.Faulted, "anak-1");
        var result = WorkflowEngine.Resume(workflow, started.State, end, Flows.World());
        Assert.Equal(
            """{"WorkflowInstanceId":"anak-1","Status":"Finished","SubStatus":"Faulted","Output":{"hasil":"baik"}}""",
            result.State.Variables(workflow).ToJson().GetProperty("R").GetRawText());
        Assert.Equal(Deviations.SubWorkflowsAfterCommit, result.Deviations);
    }

    [Fact]
    public void An_event_of_another_correlation_is_not_taken()
    {
        var workflow = Flows.Flowchart("""{"id":"e","type":"Elsa.Event","eventName":"terbit"}""", "");
        var waiting = WorkflowEngine.Start(workflow, new() { CorrelationId = "A" }, Flows.World());
        Assert.Equal(BurstOutcome.NotFound, WorkflowEngine.Resume(workflow, waiting.State, new EventPublished("terbit", null, "B"), Flows.World()).Outcome);
        Assert.Equal(BurstOutcome.Applied, WorkflowEngine.Resume(workflow, waiting.State, new EventPublished("terbit", null, "A"), Flows.World()).Outcome);
    }

    [Fact]
    public void Triggers_are_listed_with_what_they_wait_for()
    {
        var workflow = Flows.Flowchart("""{"id":"e","type":"Elsa.Event","eventName":"terbit","customProperties":{"canStartWorkflow":true}}""", "");
        Assert.Equal(new WorkflowTrigger("e", "Elsa.Event", "terbit"), Assert.Single(WorkflowTrigger.Of(workflow)));
    }

    [Theory]
    [InlineData("{{ Variables.Log }}/{{ Input.Nama }}/{{ CorrelationId }}", "-/Budi/K-1")]
    [InlineData("{{ 'a < b' }}", "a < b")]
    [InlineData(" ", null)]
    [InlineData("{% for x in Variables.Daftar %}[{{ x.n }}]{% endfor %}", "[1][2]")]
    public void Liquid_sees_variables_inputs_and_the_instance(string template, string? expected)
    {
        var workflow = Flows.Flowchart(
            $$$"""{"id":"s","type":"Elsa.SetName","value":{"typeName":"String","expression":{"type":"Liquid","value":{{{JsonSerializer.Serialize(template)}}} } } }""", "",
            $"{Log},{Flows.Variable("Daftar", "JsonNode", """[{"n":1},{"n":2}]""")}");
        var input = new Dictionary<string, JsonElement> { ["Nama"] = JsonElement.Parse("\"Budi\"") };
        Assert.Equal(expected, WorkflowEngine.Start(workflow, new() { CorrelationId = "K-1", Input = input }, Flows.World()).State.Name);
    }

    [Fact]
    public void A_fault_in_one_branch_leaves_the_other_to_run_on()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Plain("s", "Start")},{Flows.Plain("f", "Fault")},{Flows.Task("t")},{Flows.Plain("z")}", "s.Done>f s.Done>t t.Done>z");
        var started = Flows.Start(workflow);
        Assert.Equal("f", Assert.Single(started.Incidents).ActivityId);
        var result = Flows.Complete(workflow, started, "t");
        Assert.Contains(result.Journal, record => record is { ActivityId: "z", Event: "Completed" });
        Assert.Equal(WorkflowSubStatus.Suspended, result.State.SubStatus);
    }

    [Fact]
    public void Without_ContinueWithIncidents_a_fault_ends_the_instance_and_a_retry_opens_it_again()
    {
        var workflow = Flows.Flowchart(Flows.Plain("f", "Fault"), "", continues: false);
        var ended = Flows.Start(workflow);
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Faulted), (ended.State.Status, ended.State.SubStatus));
        var again = WorkflowEngine.Resume(workflow, ended.State, new IncidentRetried(ended.Incidents[0].ActivityInstanceId), Flows.World());
        Assert.Equal(BurstOutcome.Applied, again.Outcome);
        Assert.Single(again.State.Incidents);
    }

    private static BurstResult Stored(BurstResult result) => result with { State = InstanceState.Read(result.State.ToBytes()) };
}
