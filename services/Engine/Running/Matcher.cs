using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Running;

/// <summary>Finds the bookmarks a stimulus resumes.</summary>
internal static class Matcher
{
    public static List<Bookmark> Find(InstanceState state, Stimulus stimulus) => stimulus switch
    {
        TaskCompleted task => One(state, bookmark => bookmark.TaskId is { } id && id == task.TaskId),
        TimerDue timer => One(state, bookmark => bookmark.Id == timer.BookmarkId && bookmark.DueAt is not null),
        BookmarkResumed resumed => One(state, bookmark => bookmark.Id == resumed.BookmarkId),
        ChildFinished child => One(state, bookmark => bookmark.Name is "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow" && bookmark.Subject == child.ChildInstanceId),
        EventPublished published when published.CorrelationId is null || published.CorrelationId == state.CorrelationId =>
            state.BookmarkList.FindAll(bookmark =>
                bookmark.Name == "Elsa.Event" && bookmark.Subject == published.EventName && (published.BookmarkId ?? bookmark.Id) == bookmark.Id),
        _ => [],
    };

    /// <summary>Whether a task may be completed this way.</summary>
    public static BurstOutcome Check(CompiledWorkflow workflow, Bookmark bookmark, Stimulus stimulus)
    {
        var node = workflow.FindNode(bookmark.NodeId);
        if (node?.Kind is not HumanTask)
            return BurstOutcome.Applied;
        // A human task goes on by an outcome only; a plain resume says none.
        if (stimulus is not TaskCompleted { Outcome: { } outcome } || !node.Kind.Outcomes!.Contains(outcome))
            return BurstOutcome.OutcomeNotPossible;
        return node.OfferedOutcomes.Contains(outcome) ? BurstOutcome.Applied : BurstOutcome.OutcomeNotConnected;
    }

    private static List<Bookmark> One(InstanceState state, Predicate<Bookmark> isMeant) => state.BookmarkList.Find(isMeant) is { } found ? [found] : [];
}
