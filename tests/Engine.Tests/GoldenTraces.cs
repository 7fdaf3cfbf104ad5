using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Tracing;

namespace Dukcapil.Engine.Tests;

public sealed class GoldenTraces
{
    public static TheoryData<string> Names => Golden.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_engine_does_what_Elsa_did_or_deviates_by_a_named_rule(string name)
    {
        var verdict = TraceVerdict.Of(Golden.Read(name), ActivityCatalogue.Stock);
        Assert.True(verdict.Agreement != TraceAgreement.Differs, string.Join('\n', verdict.Differences));
    }

    [Fact]
    public void The_command_says_how_many_agree_and_fails_only_when_one_differs()
    {
        using var output = new StringWriter();
        Assert.Equal(0, TraceCommand.Run(["--check", Golden.Folder], output));
        Assert.EndsWith(", 0 differ", output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_Elsa_never_made_differs()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, Golden.Read("decision-true").GetRawText().Replace("[\"yes\",\"Started\"]", "[\"no\",\"Started\"]", StringComparison.Ordinal));
        using var output = new StringWriter();
        Assert.Equal(1, TraceCommand.Run(["--check", file], output));
        Assert.EndsWith("0 agree, 0 deviate as named, 1 differ", output.ToString().TrimEnd(), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void Without_our_rules_a_difference_is_not_excused()
    {
        // The rule took effect, but the trace tells of something else besides: it is a difference, not a deviation.
        var text = Golden.Read("decision-join-waitall").GetRawText().Replace("[\"a\",\"Started\"]", "[\"b\",\"Started\"]", StringComparison.Ordinal);
        var verdict = TraceVerdict.Of(System.Text.Json.JsonElement.Parse(text), ActivityCatalogue.Stock);
        Assert.Equal(TraceAgreement.Differs, verdict.Agreement);
    }
}
