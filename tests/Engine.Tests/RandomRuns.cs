using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Tests;

/// <summary>What holds for any definition, whatever is completed in whatever order.</summary>
public sealed class RandomRuns
{
    private static readonly EngineLimits Tight = new() { StepsPerBurst = 150 };

    private static readonly Gen<(int[] Choices, int[] Order)> Runs = Gen.Select(Gen.Int[0, 10_000].Array[8, 60], Gen.Int[0, 10_000].Array[1, 12]);

    [Fact]
    public void A_run_is_the_same_again_and_the_same_when_the_instance_is_stored_and_read_after_every_step() =>
        Runs.Sample((choices, order) =>
        {
            var workflow = Compile(choices);
            var once = Run(workflow, order, state => state);
            Assert.Equal(once, Run(workflow, order, state => state));
            Assert.Equal(once, Run(Compile(choices), order, state => InstanceState.Read(state.ToBytes())));
        }, iter: 400);

    [Fact]
    public void A_stimulus_that_comes_twice_or_too_late_changes_nothing() =>
        Runs.Sample((choices, order) =>
        {
            var workflow = Compile(choices);
            var state = WorkflowEngine.Start(workflow, new(), World(0)).State;
            var past = new List<Stimulus>();
            for (var step = 0; step < order.Length && state.Bookmarks.Count > 0 && state.Status == WorkflowStatus.Running; step++)
            {
                var before = Text(state);
                var stimulus = StimulusOf(state.Bookmarks[order[step] % state.Bookmarks.Count]);
                var next = WorkflowEngine.Resume(workflow, state, stimulus, World(step + 1)).State;
                Assert.Equal(before, Text(state));
                state = next;
                past.Add(stimulus);
                // A step that failed keeps its bookmark and may be tried again; every other answer was taken once.
                foreach (var late in past.Where(late => !state.Bookmarks.Any(open => StimulusOf(open) == late)))
                {
                    var result = WorkflowEngine.Resume(workflow, state, late, World(100));
                    Assert.Contains(result.Outcome, new[] { BurstOutcome.NotFound, BurstOutcome.NotRunning });
                    Assert.Same(state, result.State);
                }
            }
        }, iter: 300);

    [Fact]
    public void The_journal_counts_on_without_a_gap_and_every_open_bookmark_belongs_to_a_running_or_failed_execution() =>
        Runs.Sample((choices, order) =>
        {
            var workflow = Compile(choices);
            var result = WorkflowEngine.Start(workflow, new(), World(0));
            var sequence = 0L;
            for (var step = 0; ; step++)
            {
                Assert.All(result.Journal, record => Assert.Equal(++sequence, record.Sequence));
                foreach (var bookmark in result.State.Bookmarks)
                    Assert.Contains(result.State.Contexts, context => context.Id == bookmark.ActivityInstanceId && context.Status is ActivityStatus.Running or ActivityStatus.Faulted);
                if (step >= order.Length || result.State.Bookmarks.Count == 0 || result.State.Status == WorkflowStatus.Finished)
                    return;
                result = WorkflowEngine.Resume(workflow, result.State, StimulusOf(result.State.Bookmarks[order[step] % result.State.Bookmarks.Count]), World(step + 1));
            }
        }, iter: 300);

    private static CompiledWorkflow Compile(int[] choices) => Flows.Compile(new RandomFlow(choices).Definition());

    /// <summary>Everything a run shows: the journal of every burst and the state after it.</summary>
    private static List<string> Run(CompiledWorkflow workflow, int[] order, Func<InstanceState, InstanceState> keep)
    {
        var seen = new List<string>();
        var result = WorkflowEngine.Start(workflow, new(), World(0));
        for (var step = 0; ; step++)
        {
            seen.Add(JsonSerializer.Serialize(result.Journal));
            seen.Add(Text(result.State));
            var state = keep(result.State);
            if (step >= order.Length || state.Bookmarks.Count == 0 || state.Status == WorkflowStatus.Finished)
                return seen;
            result = WorkflowEngine.Resume(workflow, state, StimulusOf(state.Bookmarks[order[step] % state.Bookmarks.Count]), World(step + 1));
        }
    }

    private static Stimulus StimulusOf(Bookmark bookmark) => bookmark switch
    {
        { TaskId: { } task } => new TaskCompleted(task),
        { DueAt: not null } => new TimerDue(bookmark.Id),
        _ => new EventPublished(bookmark.Subject ?? "", BookmarkId: bookmark.Id),
    };

    private static string Text(InstanceState state) => Encoding.UTF8.GetString(state.ToBytes());

    private static BurstContext World(int step)
    {
        var ids = 0;
        return new(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero).AddMinutes(step), () => string.Create(CultureInfo.InvariantCulture, $"{step:x2}-{++ids:x4}")) { Limits = Tight };
    }
}
