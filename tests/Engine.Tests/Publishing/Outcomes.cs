using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>Outcomes that lead nowhere, and connections from outcomes that do not exist.</summary>
public sealed class Outcomes
{
    private const string Fork = """{"id":"k","type":"Elsa.FlowFork","branches":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"A\",\"B\"]"}}}""";

    [Theory]
    [InlineData("d", "d.True>a", "False")]
    [InlineData("s", "s.Satu>a", "Default")]
    [InlineData("k", "k.A>a", "B")]
    public void A_choice_with_an_open_outcome_is_warned_of(string start, string connections, string outcome)
    {
        var finding = Assert.Single(Flows.Flowchart($"{Choice(start)},{Flows.Plain("a")}", connections).Validate());
        Assert.Equal((Severity.Warning, "hasil-tidak-tersambung", $"Workflow1:F:{start}"), (finding.Severity, finding.Code, finding.NodeId));
        Assert.Contains($"'{outcome}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("d", "d.True>a d.False>a")]
    [InlineData("s", "s.Satu>a s.Default>a")]
    [InlineData("k", "k.A>a k.B>a")]
    public void A_choice_with_all_outcomes_connected_is_fine(string start, string connections) =>
        Assert.Empty(Flows.Flowchart($"{Choice(start)},{Flows.Plain("a")}", connections).Validate());

    [Theory]
    [InlineData("d", "d.True>a d.False>a d.Ya>a", "Ya")]
    [InlineData("s", "s.Satu>a s.Default>a s.Dua>a", "Dua")]
    [InlineData("k", "k.A>a k.B>a k.C>a", "C")]
    public void A_connection_that_is_never_taken_is_warned_of(string start, string connections, string outcome)
    {
        var finding = Assert.Single(Flows.Flowchart($"{Choice(start)},{Flows.Plain("a")}", connections).Validate());
        Assert.Equal((Severity.Warning, "hasil-tidak-dikenal"), (finding.Severity, finding.Code));
        Assert.Contains($"'{outcome}'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_connection_never_taken_leads_to_is_not_reached() =>
        Assert.Contains(Flows.Flowchart($"{Flows.Plain("a")},{Flows.Plain("b")}", "a.Selesai>b").Validate(), finding => finding is { Code: "tidak-terjangkau", NodeId: "Workflow1:F:b" });

    [Fact]
    public void An_open_outcome_of_a_task_is_warned_of_but_for_those_the_SOP_leaves_open()
    {
        var finding = Assert.Single(new Draft().Cut("koreksiKasi", "TidakSesuai").Findings());
        Assert.Equal((Severity.Warning, "hasil-tidak-tersambung", "Workflow1:Flowchart1:koreksiKasi"), (finding.Severity, finding.Code, finding.NodeId));
    }

    private static string Choice(string id) => id switch
    {
        "d" => Flows.Decide("d", "true"),
        "s" => """{"id":"s","type":"Elsa.FlowSwitch","cases":[{"label":"Satu","condition":{"type":"JavaScript","value":"true"}}]}""",
        _ => Fork,
    };
}
