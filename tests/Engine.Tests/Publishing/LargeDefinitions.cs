using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>
/// Whatever the shape, 10,000 activities are read and validated in bounded time and memory. The limits are generous, for a slow machine; a check
/// that grows with the square of the size does not stay below them. Processor time is measured, with no other test at the same time: what else
/// the machine does is no fault of ours.
/// </summary>
[CollectionDefinition(nameof(LargeDefinitions), DisableParallelization = true)]
[Collection(nameof(LargeDefinitions))]
public sealed class LargeDefinitions
{
    private const int Count = WorkflowCompiler.MaxNodes - 10;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static TimeSpan Used => Environment.CpuUsage.TotalTime;

    public static TheoryData<string> Shapes => ["chain", "ladder", "diamonds", "joins", "fan", "random", "corrections", "sequence"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Ten_thousand_steps_are_validated_in_bounded_time_and_memory(string shape)
    {
        var json = Make(shape);
        Assert.True(json.Length < WorkflowCompiler.MaxBytes, $"{json.Length}");
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Used);
        var workflow = WorkflowCompiler.Compile(System.Text.Encoding.UTF8.GetBytes(json), Kk.Catalogue);
        var compiled = Used - start;
        var findings = workflow.Validate(new PublishingContext(Draft.SopRoles, new Dictionary<string, KnownDefinition>()));
        var used = Used - start;
        TestContext.Current.TestOutputHelper?.WriteLine($"{shape}: {json.Length} bytes, compiled in {compiled.TotalMilliseconds:0} ms, all in {used.TotalMilliseconds:0} ms, {findings.Count} findings, {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MB");
        Assert.True(workflow.Nodes.Count > Count);
        Assert.True(used < Longest, $"{shape}: {used}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512L * 1024 * 1024);
    }

    [Fact]
    public void Ids_and_messages_stay_short_whatever_is_written_there()
    {
        var name = new string('x', 100_000) + "\n";
        var findings = Flows.Flowchart($$"""{"id":"a","type":{{JsonSerializer.Serialize(name)}}},{"id":"b","name":{{JsonSerializer.Serialize(name)}},"type":"Elsa.SetVariable"}""", "").Validate();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.InRange(finding.Message.Length, 1, 300));
        Assert.All(findings, finding => Assert.DoesNotContain('\n', finding.Message));
    }

    private static string Make(string shape)
    {
        var random = new Random(7);
        string Decide(int i) => Flows.Decide($"n{i}", "true");
        string Plain(int i) => Flows.Plain($"n{i}");
        string Join(int i) => Flows.Join($"n{i}", "WaitAll");
        return shape switch
        {
            "chain" => Flow(Plain, i => $"n{i}.Done>n{i + 1}", Count - 1),
            "ladder" => Flow(Plain, i => $"n{i}.Done>n{i + 1} n0.Done>n{i + 1}", (Count / 2) - 1),
            "diamonds" => Flow(i => i % 3 == 0 ? Decide(i) : Plain(i), i => i % 3 == 0 ? $"n{i}.True>n{i + 1} n{i}.False>n{i + 2}" : i % 3 == 1 ? $"n{i}.Done>n{i + 2}" : $"n{i}.Done>n{i + 1}", Count - 3),
            "joins" => Flow(i => i % 3 == 0 ? Join(i) : Plain(i), i => i % 3 == 0 ? $"n{i}.Done>n{i + 1} n{i}.Done>n{i + 2}" : i % 3 == 1 ? $"n{i}.Done>n{i + 2}" : $"n{i}.Done>n{i + 1}", Count - 3),
            "fan" => Flow(i => i == Count - 1 ? Join(i) : i % 2 == 0 ? Plain(i) : Decide(i), i => $"n0.Done>n{i} n{i}.{(i % 2 == 0 ? "Done" : "True")}>n{Count - 1}", Count - 2),
            "random" => Flow(i => i % 2 == 0 ? Decide(i) : i % 5 == 0 ? Join(i) : Plain(i), i => $"n{i}.{(i % 2 == 0 ? "True" : "Done")}>n{random.Next(Count)} n{i}.{(i % 2 == 0 ? "False" : "Done")}>n{random.Next(Count)}", Count - 1),
            "corrections" => Flow(
                i => i % 4 == 3 ? Flows.Plain($"n{i}") : $$$$"""{"id":"n{{{{i}}}}","type":"Dukcapil.KoreksiKonsep","pelaksana":{"typeName":"String","expression":{"type":"Literal","value":"P{{{{i % 97}}}}"}}}""",
                i => i % 4 == 3 ? $"n{i}.Done>n{i + 1}" : $"n{i}.Sesuai>n{i + 1} n{i}.TidakSesuai>n{Math.Max(0, i - random.Next(50))}", Count - 1),
            _ => Flows.Definition($$"""{"id":"F","type":"Elsa.Sequence","activities":[{{string.Join(',', Enumerable.Range(0, Count).Select(Plain))}}]}"""),
        };
    }

    private static string Flow(Func<int, string> node, Func<int, string> connect, int connected) => Flows.Text(
        string.Join(',', Enumerable.Range(0, Count).Select(node)), string.Join(' ', Enumerable.Range(0, connected).Select(connect)));
}
