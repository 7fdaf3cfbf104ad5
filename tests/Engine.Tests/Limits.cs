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

    [Fact]
    public void What_scripts_add_to_an_object_they_share_stays_within_the_size_of_a_value()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Set("a", "X", "({ l: 'x'.repeat(600000) })")},{Flows.Set("b", "Y", "getVariable('X').m = 'y'.repeat(600000)")},{Flows.Set("c", "Y", "const o = {}; setVariable('X', o); getVariable('X').o = getVariable('X')")}",
            "a.Done>b", $"{Flows.Variable("X", "Object")},{Flows.Variable("Y", "Object")}");
        var result = Flows.Start(workflow, Tight);
        Assert.Equal(("b", "Nilai ekspresi terlalu besar atau terlalu dalam."), (Assert.Single(result.Incidents).ActivityId, result.Incidents[0].Detail));
        Assert.NotNull(result.State.ToBytes());
    }

    [Theory]
    [InlineData("""{"type":"JavaScript","value":"variables.X.o"}""")]
    [InlineData("""{"type":"JavaScript","value":"JSON.stringify(getVariable('X')) + toJson(getVariable('X'))"}""")]
    [InlineData("""{"type":"Liquid","value":"{{ Variables.X.o.o }}{{ Variables.X | json }}"}""")]
    [InlineData("""{"type":"Variable","value":{"id":"v-X"}}""")]
    public void An_object_that_holds_itself_is_an_incident_whoever_reads_it_afterwards(string expression)
    {
        var read = $$$"""{"id":"c","type":"Elsa.SetName","value":{"typeName":"String","expression":{{{expression}}}}}""";
        var workflow = Flows.Flowchart(
            $"{Flows.Set("a", "X", "({})")},{Flows.Set("b", "Y", "getVariable('X').o = getVariable('X')")},{Flows.Plain("start")},{read}",
            "start.Done>a a.Done>b a.Done>c", $"{Flows.Variable("X", "Object")},{Flows.Variable("Y", "Object")}");
        var result = Flows.Start(workflow, Tight);
        Assert.Contains(result.Incidents, incident => incident is { ActivityId: "b", Detail: "Nilai ekspresi terlalu besar atau terlalu dalam." });
        Assert.Equal(result.State.ToBytes(), InstanceState.Read(result.State.ToBytes()).ToBytes());
    }

    [Theory]
    [InlineData("getVariable('X').GetType()")]
    [InlineData("getVariable('X').getType().assembly.fullName")]
    [InlineData("getVariable('L').EnsureCapacity(2000000000)")]
    [InlineData("getVariable('L').capacity = 2000000000; getVariable('L').Capacity.x")]
    [InlineData("newGuid().GetType()")]
    public void Objects_that_scripts_share_lead_nowhere_else(string script)
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Set("a", "X", "({})")},{Flows.Set("b", "L", "[1]")},{Flows.Set("c", "Y", script)}", "a.Done>b b.Done>c",
            $"{Flows.Variable("X", "ObjectDictionary")},{Flows.Variable("L", "Object")},{Flows.Variable("Y", "Object")}");
        Assert.Equal("c", Assert.Single(Flows.Start(workflow, Tight).Incidents).ActivityId);
    }

    [Fact]
    public void A_run_again_from_its_stored_state_finds_objects_as_they_were()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Set("a", "X", "({ n: 1 })")},{Flows.Task("t")},{Flows.Set("b", "Y", "getVariable('X').n++")}", "a.Done>t t.Done>b", $"{Flows.Variable("X", "JSON")},{Flows.Variable("Y", "Object")}");
        var suspended = Flows.Start(workflow);
        Assert.Equal(Flows.Complete(workflow, suspended, "t").State.ToBytes(), Flows.Complete(workflow, suspended, "t").State.ToBytes());
        Assert.Equal("""{"n":1}""", suspended.State.Variables(workflow).ToJson().GetProperty("X").GetRawText());
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
    public void NaN_in_a_variable_is_stored_and_read_again_as_a_named_rule()
    {
        var workflow = Flows.Flowchart(
            $"{Flows.Set("a", "X", "0/0")},{Flows.Task("t")},{Flows.Decide("d", "Number.isNaN(getVariable('X'))")},{Flows.Plain("y")}",
            "a.Done>t t.Done>d d.True>y", Flows.Variable("X", "Object"));
        var suspended = Flows.Start(workflow);
        Assert.Equal(Deviations.KeepsNonFiniteNumbers, suspended.Deviations);
        var stored = suspended with { State = InstanceState.Read(suspended.State.ToBytes()) };
        Assert.Contains(Flows.Complete(workflow, stored, "t").Journal, record => record is { ActivityId: "y", Event: "Completed" });
    }
}
