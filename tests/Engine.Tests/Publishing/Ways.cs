using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>Ways through a flow: to the end, to every step, out of every circle.</summary>
public sealed class Ways
{
    [Fact]
    public void Each_circle_without_a_way_out_is_refused_once()
    {
        var findings = Flows.Flowchart(
            $"{Flows.Decide("d", "true")},{Flows.Task("a")},{Flows.Task("b")},{Flows.Task("x")},{Flows.Task("y")}",
            "d.True>a d.False>x a.Done>b b.Done>a x.Done>y y.Done>x").Validate();
        Assert.Equal(["Workflow1:F:a", "Workflow1:F:x"], findings.Where(finding => finding.Code == "tanpa-akhir").Select(finding => finding.NodeId));
        Assert.All(findings.Where(finding => finding.Code == "tanpa-akhir"), finding => Assert.Equal(Severity.Error, finding.Severity));
    }

    [Fact]
    public void Of_a_circle_that_leads_into_another_only_the_last_has_to_be_mended()
    {
        var findings = Flows.Flowchart(
            $"{Flows.Task("a")},{Flows.Decide("d", "true")},{Flows.Task("x")},{Flows.Task("y")}", "a.Done>d d.True>a d.False>x x.Done>y y.Done>x").Validate();
        Assert.Equal("Workflow1:F:x", Assert.Single(findings, finding => finding.Code == "tanpa-akhir").NodeId);
    }

    [Fact]
    public void A_circle_within_a_circle_of_a_nested_flow_is_found()
    {
        var inner = $$"""{"id":"dalam","type":"Elsa.Flowchart","activities":[{{Flows.Task("a")}},{{Flows.Task("b")}}],"connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b"} },{"source":{"activity":"b","port":"Done"},"target":{"activity":"a"} }] }""";
        var findings = Flows.Flowchart($"{inner},{Flows.Plain("z")}", "dalam.Done>z").Validate();
        Assert.Equal("Workflow1:F:dalam:a", Assert.Single(findings, finding => finding.Code == "tanpa-akhir").NodeId);
        Assert.Equal("Workflow1:F:z", Assert.Single(findings, finding => finding.Code == "tidak-terjangkau").NodeId);
    }

    [Theory]
    [InlineData("t.Done>d d.False>t d.True>e")]
    [InlineData("t.Done>d d.False>t")]
    public void A_circle_with_a_wait_and_a_way_out_is_fine(string connections) => Assert.DoesNotContain(
        Flows.Flowchart($"{Flows.Task("t")},{Flows.Decide("d", "true")},{Flows.Plain("e", "End")}", connections).Validate(),
        finding => finding.Severity == Severity.Error || finding.Code == "putaran-tanpa-tunggu");

    [Fact]
    public void A_circle_on_which_nothing_waits_is_warned_of()
    {
        var findings = Flows.Flowchart($"{Flows.Plain("a")},{Flows.Decide("d", "true")}", "a.Done>d d.False>a").Validate();
        Assert.Equal(Severity.Warning, Assert.Single(findings, finding => finding.Code == "putaran-tanpa-tunggu").Severity);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void A_sub_workflow_is_a_wait_only_when_its_end_is_awaited(string waits, bool isWarned)
    {
        var child = $$$"""{"id":"anak","type":"Elsa.DispatchWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"lain"}},"waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":{{{waits}}} } } }""";
        var findings = Flows.Flowchart($"{child},{Flows.Decide("d", "true")}", "anak.Done>d d.False>anak").Validate();
        Assert.Equal(isWarned, findings.Any(finding => finding.Code == "putaran-tanpa-tunggu"));
    }

    [Fact]
    public void A_loop_activity_without_a_wait_is_no_circle_of_connections() =>
        Assert.Empty(Flows.Flowchart($$"""{"id":"w","type":"Elsa.While","condition":{{Flows.Script("false")}},"body":{{Flows.Plain("x")}} }""", "").Validate());

    [Fact]
    public void A_loop_without_a_body_is_refused() =>
        Assert.Contains(Flows.Flowchart($$"""{"id":"w","type":"Elsa.While","condition":{{Flows.Script("false")}} }""", "").Validate(), finding => finding.Code == "tanpa-isi");

    [Fact]
    public void A_step_nobody_reaches_is_warned_of_once_with_all_that_is_in_it()
    {
        var findings = Flows.Flowchart(
            $$"""{{Flows.Plain("a")}},{"id":"urut","type":"Elsa.Sequence","activities":[{{Flows.Plain("x")}},{{Flows.Plain("y")}}]}""", "").Validate();
        Assert.Equal("Workflow1:F:urut", Assert.Single(findings).NodeId);
        Assert.Equal((Severity.Warning, "tidak-terjangkau"), (findings[0].Severity, findings[0].Code));
    }
}
