using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>Joins that can never be satisfied, those that may wait for ever, and those that are right.</summary>
public sealed class Joins
{
    [Theory]
    [InlineData("d.True>a d.False>b a.Done>j b.Done>j")]
    [InlineData("d.True>j d.False>j")]
    [InlineData("d.True>a d.False>b a.Done>j b.Done>j s.Done>c c.Done>j")]
    [InlineData("d.True>a a.Done>c c.Done>j d.False>b b.Done>j")]
    public void A_join_of_both_ways_of_a_decision_is_refused(string connections)
    {
        var finding = Assert.Single(Validate(connections), finding => finding.Severity == Severity.Error);
        Assert.Equal(("gabung-tak-terpenuhi", "Workflow1:F:j"), (finding.Code, finding.NodeId));
        Assert.Contains("'d'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_outcomes_of_which_no_one_reaches_all_branches_are_refused()
    {
        var pick = """{"id":"d","type":"Elsa.FlowSwitch","cases":[{"label":"A","condition":{"type":"JavaScript","value":"true"}},{"label":"B","condition":{"type":"JavaScript","value":"true"}}]}""";
        var findings = Flows.Flowchart(
            $"{pick},{Flows.Plain("x")},{Flows.Plain("y")},{Flows.Plain("z")},{Flows.Join("j", "WaitAll")}",
            "d.A>x d.A>y d.B>y d.B>z d.Default>x d.Default>z x.Done>j y.Done>j z.Done>j").Validate();
        Assert.Contains(findings, finding => finding.Code == "gabung-tak-terpenuhi");
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void A_join_of_branches_of_a_fork_is_fine(string mode) => Assert.Empty(Flows.Flowchart(
        $"{Flows.Plain("s", "Start")},{Flows.Task("l")},{Flows.Task("r")},{Flows.Join("j", mode)}", "s.Done>l s.Done>r l.Done>j r.Done>j").Validate());

    [Fact]
    public void A_join_that_takes_the_first_to_come_is_fine_after_a_decision() => Assert.Empty(Flows.Flowchart(
        $"{Flows.Decide("d", "true")},{Flows.Plain("a")},{Flows.Plain("b")},{Flows.Join("j", "WaitAny")}", "d.True>a d.False>b a.Done>j b.Done>j").Validate());

    [Fact]
    public void A_switch_that_takes_all_matching_branches_may_satisfy_a_join() => Assert.DoesNotContain(Flows.Flowchart(
        $$"""{"id":"d","type":"Elsa.FlowSwitch","mode":{"typeName":"FlowSwitchMode","expression":{"type":"Literal","value":"MatchAny"} },"cases":[{"label":"A","condition":{"type":"JavaScript","value":"true"} },{"label":"B","condition":{"type":"JavaScript","value":"true"} }] },{{Flows.Plain("a")}},{{Flows.Plain("b")}},{{Flows.Join("j", "WaitAll")}}""",
        "d.A>a d.B>b a.Done>j b.Done>j").Validate(), finding => finding.Severity == Severity.Error);

    [Fact]
    public void A_decision_made_again_before_the_join_may_satisfy_it() => Assert.DoesNotContain(Flows.Flowchart(
        $"{Flows.Task("t")},{Flows.Decide("d", "true")},{Flows.Plain("a")},{Flows.Plain("b")},{Flows.Join("j", "WaitAll")}",
        "t.Done>d d.True>a d.False>b a.Done>j b.Done>j a.Done>t b.Done>t").Validate(), finding => finding.Code == "gabung-tak-terpenuhi");

    [Fact]
    public void A_branch_that_a_decision_may_leave_out_is_warned_of()
    {
        var finding = Assert.Single(Validate("s.Done>c c.Done>j d.True>a a.Done>j d.False>b"), finding => finding.Code == "gabung-mungkin-menunggu");
        Assert.Equal((Severity.Warning, "Workflow1:F:j"), (finding.Severity, finding.NodeId));
        Assert.Contains("'False'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s.Done>c c.Done>j d.True>a a.Done>j d.False>e")]
    [InlineData("s.Done>c c.Done>j d.True>a a.Done>j d.False>t t.Done>d")]
    public void A_branch_left_out_by_an_end_or_only_for_another_round_is_fine(string connections) =>
        Assert.DoesNotContain(Validate(connections), finding => finding.Code.StartsWith("gabung", StringComparison.Ordinal));

    [Fact]
    public void A_node_that_converges_on_a_way_back_to_itself_is_refused()
    {
        var findings = Flows.Flowchart(
            $$"""{{Flows.Task("t")}},{"id":"m","type":"Elsa.WriteLine","customProperties":{"mergeMode":"Converge"} },{{Flows.Decide("d", "true")}}""", "t.Done>m m.Done>d d.True>m").Validate();
        Assert.Contains(findings, finding => finding is { Code: "gabung-tak-terpenuhi", NodeId: "Workflow1:F:m" });
    }

    /// <summary>Start s leads to decision d; steps a, b, c, task t, end e, join j.</summary>
    private static IReadOnlyList<Finding> Validate(string connections) => Flows.Flowchart(
        $"{Flows.Plain("s", "Start")},{Flows.Decide("d", "true")},{Flows.Plain("a")},{Flows.Plain("b")},{Flows.Plain("c")},{Flows.Task("t")},{Flows.Plain("e", "End")},{Flows.Join("j", "WaitAll")}",
        "s.Done>d " + connections).Validate();
}
