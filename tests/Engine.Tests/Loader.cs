using System.Text;
using System.Text.Json;
using CsCheck;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;

namespace Dukcapil.Engine.Tests;

public sealed class Loader
{
    private static readonly string[] Replacements = ["null", "[]", "{}", "\"x\"", "-1", "true", "1e400"];

    [Theory]
    [InlineData("", "bukan-json")]
    [InlineData("{", "bukan-json")]
    [InlineData("[]", "bukan-objek")]
    [InlineData("{}", "tanpa-root")]
    [InlineData("""{"root":{"id":"x","type":"Elsa.TidakAda"}}""", "tipe-tidak-dikenal")]
    [InlineData("""{"root":{"type":"Elsa.Start"}}""", "tanpa-id")]
    [InlineData("""{"root":{"id":"F","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.Start"},{"id":"a","type":"Elsa.End"}]}}""", "id-ganda")]
    [InlineData("""{"root":{"id":"F","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.Start"}],"connections":[{"source":{"activity":"a"},"target":{"activity":"b"}}]}}""", "sambungan-putus")]
    public void What_is_wrong_is_named(string json, string code)
    {
        var workflow = Flows.Compile(json);
        Assert.Contains(workflow.Problems, problem => problem.Code == code);
        Assert.Contains(workflow.Validate(), finding => finding.Code == code);
    }

    [Fact]
    public void A_definition_that_is_too_large_is_refused_unread() =>
        Assert.Equal("definisi-terlalu-besar", Assert.Single(Flows.Compile(new string(' ', WorkflowCompiler.MaxBytes + 1)).Problems).Code);

    [Fact]
    public void More_activities_than_allowed_are_a_problem_and_not_a_crash()
    {
        var activities = string.Join(',', Enumerable.Range(0, WorkflowCompiler.MaxNodes + 5).Select(i => Flows.Plain($"n{i}")));
        var workflow = Flows.Compile(Flows.Text(activities, ""));
        Assert.Contains(workflow.Problems, problem => problem.Code == "terlalu-banyak");
        workflow.Validate();
    }

    [Fact]
    public void A_long_chain_of_ten_thousand_steps_compiles_and_validates_in_reasonable_time()
    {
        var activities = string.Join(',', Enumerable.Range(0, 9_000).Select(i => Flows.Plain($"n{i}")));
        var connections = string.Join(' ', Enumerable.Range(0, 8_999).Select(i => $"n{i}.Done>n{i + 1}"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var workflow = Flows.Compile(Flows.Text(activities, connections));
        Assert.DoesNotContain(workflow.Validate(), finding => finding.Severity == Validation.Severity.Error);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void A_dense_graph_of_choices_and_joins_is_compiled_and_validated_in_bounded_time()
    {
        const int Count = 400;
        var activities = string.Join(',', Enumerable.Range(0, Count).Select(i => i % 2 == 0 ? Flows.Decide($"n{i}", "true") : Flows.Join($"n{i}", "WaitAll")));
        var connections = string.Join(' ', Enumerable.Range(0, Count).SelectMany(i => Enumerable.Range(0, 40).Select(k => $"n{i}.{(i % 2 == 0 ? "True" : "Done")}>n{(i + (k * 7) + 1) % Count}")));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Flows.Compile(Flows.Text(activities, connections)).Validate();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void Deep_nesting_is_a_problem_and_not_a_stack_overflow()
    {
        var json = string.Concat(Enumerable.Range(0, 110).Select(i => $$"""{"id":"s{{i}}","type":"Elsa.Sequence","activities":["""))
            + string.Concat(Enumerable.Repeat("]}", 110));
        Assert.Contains(Flows.Compile(Flows.Definition(json)).Problems, problem => problem.Code is "terlalu-banyak" or "bukan-json");
    }

    [Fact]
    public void An_unknown_activity_is_kept_as_it_is()
    {
        var workflow = Flows.Compile("""{"root":{"id":"x","type":"Lain.Sesuatu","version":3,"aneh":{"a":[1]}}}""");
        Assert.False(workflow.Nodes[1].IsKnown);
        Assert.Equal("""{"a":[1]}""", workflow.Nodes[1].Json.GetProperty("aneh").GetRawText());
    }

    [Fact]
    public void Any_JSON_loads_validates_and_runs_without_an_exception()
    {
        var golden = Directory.EnumerateFiles(Golden.Folder).Select(File.ReadAllText).Select(text => JsonElement.Parse(text).GetProperty("definition").GetRawText()).ToArray();
        Gen.Select(Gen.Int[0, golden.Length - 1].Select(i => golden[i]), Gen.Int[0, 1_000_000], Gen.Int[0, 6], Gen.Int[0, 6].Select(i => Replacements[i])).Sample((text, at, size, put) =>
        {
            // Cut a value out of a real definition and put something else in its place.
            var colon = text.IndexOf(':', at % text.Length);
            if (colon < 0)
                return;
            var end = Math.Min(text.Length, text.IndexOfAny([',', '}', ']'], colon));
            var broken = end < 0 ? text[..colon] : string.Concat(text.AsSpan(0, colon + 1), put, text.AsSpan(Math.Min(text.Length, end + (size / 6))));
            var workflow = WorkflowCompiler.Compile(Encoding.UTF8.GetBytes(broken), Kk.Catalogue);
            workflow.Validate();
            if (workflow.Nodes.Count > 1)
                WorkflowEngine.Start(workflow, new(), Flows.World(new() { StepsPerBurst = 500, ExpressionTime = TimeSpan.FromMilliseconds(300) }));
        }, iter: 2000);
    }
}
