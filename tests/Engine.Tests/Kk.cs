using System.Globalization;
using System.Text.Json;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

/// <summary>The shipped definition of the SOP and one instance of it, driven by its tasks.</summary>
internal sealed class Kk
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "workflows");
    private int _ids;

    public Kk(CompiledWorkflow? workflow = null)
    {
        Workflow = workflow ?? Shipped("kartu-keluarga.json");
        Take(WorkflowEngine.Start(Workflow, new() { CorrelationId = "permohonan-1" }, World()));
    }

    public static ActivityCatalogue Catalogue { get; } = new(HumanTaskType.ReadAll(JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, "aktivitas-dukcapil.json")))));

    public CompiledWorkflow Workflow { get; }

    public InstanceState State { get; private set; } = null!;

    public BurstResult Last { get; private set; } = null!;

    public List<TaskRequest> Asked { get; } = [];

    public TaskRequest Open => Asked.Single(task => State.Bookmarks.Any(bookmark => bookmark.TaskId == task.TaskId));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static CompiledWorkflow Shipped(string file) => Compile(Text(file));

    public static CompiledWorkflow Compile(string json) => WorkflowCompiler.Compile(System.Text.Encoding.UTF8.GetBytes(json), Catalogue);

    public BurstContext World() => new(new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), () => string.Create(CultureInfo.InvariantCulture, $"id{++_ids:x6}"));

    /// <summary>Completes the one open task of an activity.</summary>
    public BurstResult Do(string activityId, string outcome, IReadOnlyDictionary<string, JsonElement>? variables = null)
    {
        var task = Asked.Last(candidate => candidate.ActivityId == activityId);
        return Take(WorkflowEngine.Resume(Workflow, State, new TaskCompleted(task.TaskId, outcome, variables), World()));
    }

    public BurstResult Take(BurstResult result)
    {
        Last = result;
        State = result.State;
        Asked.AddRange(result.TaskRequests);
        return result;
    }
}
