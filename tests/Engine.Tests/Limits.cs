using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

public sealed class Limits
{
    private static readonly EngineLimits Tight = new() { ExpressionTime = TimeSpan.FromMilliseconds(300), StepsPerBurst = 200 };

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("let s = 'x'; while (true) s += s; s")]
    [InlineData("let a = []; while (true) a.push(new Array(1000).fill('x')); a")]
    [InlineData("'x'.repeat(500000000)")]
    [InlineData("new Array(4000000000).fill(0)")]
    [InlineData("(function f() { return f(); })()")]
    [InlineData("/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')")]
    [InlineData("let o = {}; o.o = o; o")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("importNamespace('System')")]
    [InlineData("getVariable.constructor.GetType().Assembly.FullName")]
    public void A_script_that_exceeds_a_limit_or_reaches_out_is_an_incident(string script)
    {
        var workflow = Flows.Flowchart(Flows.Set("s", "X", script), "", Flows.Variable("X", "Object"));
        var result = Flows.Start(workflow, Tight);
        Assert.Equal("s", Assert.Single(result.Incidents).ActivityId);
        Assert.Equal(WorkflowSubStatus.Suspended, result.State.SubStatus);
    }

    [Theory]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}")]
    [InlineData("{% assign n = 100000000 %}{% for i in (1..n) %}{% endfor %}")]
    [InlineData("{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}")]
    [InlineData("{% assign s = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' %}{% for i in (1..15) %}{% assign s = s | append: s %}{% endfor %}{% for i in (1..9) %}{{ s }}{% endfor %}")]
    [InlineData("{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}")]
    public void A_template_that_exceeds_a_limit_is_an_incident(string template)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = System.Text.Json.JsonSerializer.Serialize(template);
        var workflow = Flows.Flowchart("{\"id\":\"s\",\"type\":\"Elsa.SetName\",\"value\":{\"typeName\":\"String\",\"expression\":{\"type\":\"Liquid\",\"value\":" + value + "}}}", "");
        Assert.Equal("s", Assert.Single(Flows.Start(workflow, Tight).Incidents).ActivityId);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024 * 1024);
    }

    [Fact]
    public void A_circle_without_a_wait_ends_in_an_incident_and_not_in_the_death_of_the_process()
    {
        var workflow = Flows.Flowchart($"{Flows.Plain("a")},{Flows.Plain("b")}", "a.Done>b b.Done>a");
        var result = Flows.Start(workflow, Tight);
        Assert.Single(result.Incidents);
        Assert.Equal(WorkflowSubStatus.Suspended, result.State.SubStatus);
    }

    [Fact]
    public void A_script_sees_the_time_and_the_randomness_of_its_burst_only()
    {
        var workflow = Flows.Flowchart(Flows.Set("s", "X", "new Date().toISOString() + Math.random() + newGuid().length"), "", Flows.Variable("X", "String"));
        var request = new StartRequest { InstanceId = "tetap" };
        BurstContext World() => new(DateTimeOffset.UnixEpoch, () => "sama");
        var first = WorkflowEngine.Start(workflow, request, World()).State.Variables(workflow)["X"];
        Assert.StartsWith("1970-01-01T00:00:00.000Z", (string?)first, StringComparison.Ordinal);
        Assert.Equal(first, WorkflowEngine.Start(workflow, request, World()).State.Variables(workflow)["X"]);
    }

    [Fact]
    public void Scripts_leave_nothing_behind_for_the_next_one()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Set("a", "X", "leak = 1; Array.prototype.leak = 2; 'a'")},{Flows.Set("b", "Y", "typeof leak + typeof [].leak")}", "a.Done>b",
            $"{Flows.Variable("X", "String")},{Flows.Variable("Y", "String")}");
        Assert.Equal("undefinedundefined", Flows.Start(workflow).State.Variables(workflow)["Y"]);
    }

    [Fact]
    public void NaN_in_a_variable_is_stored_and_read_again()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Set("a", "X", "0/0")},{Flows.Task("t")},{Flows.Decide("d", "Number.isNaN(getVariable('X'))")},{Flows.Plain("y")}",
            "a.Done>t t.Done>d d.True>y", Flows.Variable("X", "Object"));
        var suspended = Flows.Start(workflow);
        var stored = suspended with { State = InstanceState.Read(suspended.State.ToBytes()) };
        Assert.Contains(Flows.Complete(workflow, stored, "t").Journal, record => record is { ActivityId: "y", Event: "Completed" });
    }
}
