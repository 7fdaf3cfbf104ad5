using System.Text.Json;
using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>Expressions that cannot be run.</summary>
public sealed class Expressions
{
    [Theory]
    [InlineData("JavaScript", "1 +* 2", "ekspresi-salah")]
    [InlineData("Liquid", "{% if x %}tanpa akhir", "ekspresi-salah")]
    [InlineData("CSharp", "return 1;", "ekspresi-tidak-ditawarkan")]
    [InlineData("Python", "1", "ekspresi-tidak-ditawarkan")]
    public void An_expression_that_cannot_run_is_refused_with_its_step_and_input(string type, string source, string code)
    {
        var finding = Assert.Single(Validate(type, source));
        Assert.Equal((Severity.Error, code, "Workflow1:F:tulis"), (finding.Severity, finding.Code, finding.NodeId));
        Assert.Contains("'tulis' (text)", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JavaScript", "`halo ${getVariable('x')}`")]
    [InlineData("JavaScript", "return 'halo';")]
    [InlineData("JavaScript", "")]
    [InlineData("Liquid", "{% if Variables.x %}{{ Variables.x }}{% endif %}")]
    [InlineData("Literal", "1 +* 2 {% if")]
    [InlineData("Object", "[1, 2]")]
    [InlineData("Variable", "{\"id\":\"v\",\"name\":\"x\"}")]
    [InlineData("Input", "{\"name\":\"x\"}")]
    public void An_expression_that_can_run_is_fine(string type, string source) => Assert.Empty(Validate(type, source));

    [Fact]
    public void Every_wrong_expression_is_named_also_in_cases_and_scripts()
    {
        var pick = """{"id":"pilih","type":"Elsa.FlowSwitch","cases":[{"label":"A","condition":{"type":"JavaScript","value":"("}},{"label":"B","condition":{"type":"Python","value":"1"}}]}""";
        var script = """{"id":"skrip","type":"Elsa.RunJavaScript","script":{"typeName":"String","expression":{"type":"Literal","value":"let = ;"}}}""";
        var findings = Flows.Flowchart($"{pick},{script},{Flows.Decide("d", ")")}", "pilih.A>skrip pilih.B>skrip pilih.Default>d skrip.Done>d d.True>skrip d.False>pilih").Validate();
        Assert.Equal(4, findings.Count(finding => finding.Code.StartsWith("ekspresi", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<Finding> Validate(string type, string source) => Flows.Flowchart(
        $$$$"""{"id":"tulis","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"{{{{type}}}}","value":{{{{JsonSerializer.Serialize(source)}}}}}}}""", "").Validate();
}
