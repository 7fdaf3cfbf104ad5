using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Benchmarks.Engine;

/// <summary>The engine alone: one completed task of the SOP, from state to state, without any store.</summary>
/// <remarks>In this process: BenchmarkDotNet finds a project to build by its assembly's name, and ours have the product's name before theirs.</remarks>
[MemoryDiagnoser, InProcess]
public class BurstBenchmark
{
    private readonly BurstContext world = new(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), NewIds());
    private CompiledWorkflow workflow = null!;
    private InstanceState waiting = null!;
    private byte[] stored = [];
    private string task = "";

    /// <summary>Runs it; 1 when something was not measured.</summary>
    public static int Run(string[] args)
    {
        var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
        var summaries = BenchmarkSwitcher.FromTypes([typeof(BurstBenchmark)]).Run(args.Length > 0 ? args : ["--filter", "*"], config).ToList();
        return summaries.Count > 0 && summaries.All(s => s.BenchmarksCases.Length > 0 && s.BenchmarksCases.All(c => s[c] is { Success: true })) ? 0 : 1;
    }

    /// <summary>An instance that waits for Loket's check of completeness.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var catalogue = new ActivityCatalogue(HumanTaskType.ReadAll(JsonElement.Parse(Read("aktivitas-dukcapil.json"))));
        workflow = WorkflowCompiler.Compile(Read("kartu-keluarga.json"), catalogue);
        var filed = WorkflowEngine.Start(workflow, new StartRequest { CorrelationId = "p" }, world);
        var result = WorkflowEngine.Resume(workflow, filed.State, new TaskCompleted(filed.TaskRequests[0].TaskId, "Diajukan"), world);
        (waiting, task, stored) = (result.State, result.TaskRequests[0].TaskId, result.State.ToBytes());
        Console.WriteLine($"State of a waiting instance: {stored.Length} bytes.");
    }

    /// <summary>One burst: task completed → next task.</summary>
    [Benchmark]
    public BurstResult Burst() => WorkflowEngine.Resume(workflow, waiting, new TaskCompleted(task, "Lengkap"), world);

    /// <summary>The same from stored bytes to stored bytes.</summary>
    [Benchmark]
    public byte[] FromStoreToStore() => WorkflowEngine.Resume(workflow, InstanceState.Read(stored), new TaskCompleted(task, "Lengkap"), world).State.ToBytes();

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file));

    private static Func<string> NewIds()
    {
        var number = 0;
        return () => $"1.{++number}";
    }
}
