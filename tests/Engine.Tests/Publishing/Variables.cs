using System.Text.Json;
using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>Variables, inputs and outputs as declared.</summary>
public sealed class Variables
{
    [Theory]
    [InlineData("Int32", "12")]
    [InlineData("Int32", "")]
    [InlineData("Int32", null)]
    [InlineData("Long", "-5000000000")]
    [InlineData("Boolean", "True")]
    [InlineData("Double", "1.5e3")]
    [InlineData("Decimal", "1.50")]
    [InlineData("DateTime", "2026-01-05T07:08:09")]
    [InlineData("TimeSpan", "01:30:00")]
    [InlineData("Guid", "7f1c1f0e-3b62-4c53-9f0e-0f5b7f4b1c11")]
    [InlineData("ObjectDictionary", "{\"a\":1}")]
    [InlineData("JsonElement", "[1]")]
    [InlineData("JSON", "{}")]
    [InlineData("string", "x")]
    [InlineData("String", "12")]
    [InlineData("Object", "apa saja")]
    public void A_default_that_fits_is_fine(string type, string? value) => Assert.Empty(Validate(type, value));

    [Theory]
    [InlineData("Int32", "dua belas")]
    [InlineData("Int32", "5000000000")]
    [InlineData("Int32", "1.5")]
    [InlineData("Boolean", "ya")]
    [InlineData("Decimal", "Rp 5")]
    [InlineData("DateTime", "kemarin")]
    [InlineData("TimeSpan", "sejam")]
    [InlineData("Guid", "123")]
    [InlineData("ObjectDictionary", "bukan JSON")]
    [InlineData("JsonObject", "[1]")]
    public void A_default_that_does_not_fit_is_refused(string type, string value)
    {
        var finding = Assert.Single(Validate(type, value));
        Assert.Equal((Severity.Error, "variabel-nilai-salah"), (finding.Severity, finding.Code));
        Assert.Contains("'x'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bilangan")]
    [InlineData("String[]")]
    [InlineData("ICollection<String>")]
    public void An_unknown_type_is_refused(string type) => Assert.Equal("variabel-tipe-tidak-dikenal", Assert.Single(Validate(type, null)).Code);

    [Theory]
    [InlineData("[1, 2]", true)]
    [InlineData("1", false)]
    [InlineData("", true)]
    public void A_default_of_an_array_is_one(string value, bool isFine)
    {
        var variable = Flows.Variable("x", "Int32", value).Replace("\"name\"", "\"isArray\":true,\"name\"", StringComparison.Ordinal);
        Assert.Equal(isFine, Flows.Flowchart(Flows.Plain("a"), "", variable).Validate().Count == 0);
    }

    [Fact]
    public void A_default_that_is_not_written_as_text_is_refused() => Assert.Contains(
        "teks", Assert.Single(Flows.Flowchart(Flows.Plain("a"), "", """{"id":"x","name":"x","typeName":"Int32","value":5}""").Validate()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_variable_without_a_name_one_declared_twice_and_one_that_is_not_there_are_refused()
    {
        var findings = Flows.Flowchart(Flows.Set("isi", "y", "1"), "", $$"""{{Flows.Variable("x", "String")}},{{Flows.Variable("x", "String")}},{"id":"v","typeName":"String"}""").Validate();
        Assert.Equal(["variabel-ganda", "variabel-tanpa-nama", "variabel-tidak-ada"], findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_variable_of_a_nested_container_is_checked_too()
    {
        var inner = $$"""{"id":"urut","type":"Elsa.Sequence","variables":[{{Flows.Variable("n", "Int32", "x")}}],"activities":[{{Flows.Set("isi", "n", "1")}}]}""";
        Assert.Equal("Workflow1:F:urut", Assert.Single(Flows.Flowchart(inner, "").Validate()).NodeId);
    }

    [Fact]
    public void Inputs_and_outputs_of_an_unknown_type_are_refused()
    {
        var json = """{"inputs":[{"name":"a","type":"Anu"},{"name":"b","type":"String"}],"outputs":[{"name":"c","type":"Itu"},{"name":"d","type":"ICollection<String>"},{"name":"e","type":"Int32[]"}],"root":{"id":"w","type":"Elsa.WriteLine"}}""";
        Assert.Equal(2, Flows.Compile(json).Validate().Count(finding => finding.Code == "variabel-tipe-tidak-dikenal"));
    }

    private static IReadOnlyList<Finding> Validate(string type, string? value) => Flows.Flowchart(Flows.Plain("a"), "", Flows.Variable("x", type, value)).Validate();
}
