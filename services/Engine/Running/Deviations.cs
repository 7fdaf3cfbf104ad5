namespace Dukcapil.Engine.Running;

/// <summary>
/// Where stock Elsa 3.7.1 loses work and this engine does not follow it. Each rule is named here once: what Elsa does, what we do
/// and why. The burst records a rule when it takes effect, so that it is recognisable in any trace; and with the rule turned
/// off the burst does what Elsa does, so that a trace can be shown to differ by this rule and nothing else.
/// </summary>
[Flags]
public enum Deviations
{
    /// <summary>As Elsa does.</summary>
    None = 0,

    /// <summary>
    /// Elsa leaves an instance Suspended that waits for nothing: a join or merge whose other branch was not taken, a For without a
    /// body. We raise an incident that names the waiting node, because otherwise nobody would ever learn of it.
    /// </summary>
    NeverWaitsForNothing = 1,

    /// <summary>
    /// When a WaitAny join (or mergeMode Race) cancels the other branches, Elsa may complete flowchart and workflow before the join
    /// has run; a task behind the join can then never be completed, and where what the join stands for waits itself, Elsa throws the whole
    /// burst away ("lost an owner context"), the completion that caused it included, each time again. We complete them after the
    /// join's successors, as the graph says, and keep what the burst did.
    /// </summary>
    RaceRunsToItsEnd = 2,

    /// <summary>
    /// Cancelling an instance leaves Elsa's bookmarks and its executions as they were. We cancel every execution still running, with its
    /// journal record, and remove every bookmark, because a cancelled instance must not look as if it waited.
    /// </summary>
    CancelClears = 4,

    /// <summary>
    /// A Switch whose branch was suspended faults in Elsa when the branch completes, because its list of branches comes back from
    /// storage as another type. We go on.
    /// </summary>
    SwitchOutlivesSuspension = 8,

    /// <summary>
    /// A sub-flow that is cancelled takes away in Elsa the bookmarks of every execution of the same node. We take only its own.
    /// </summary>
    CancelTakesOwnBookmarks = 16,

    /// <summary>
    /// Elsa runs the child of an ExecuteWorkflow inside the parent's burst and saves both on their own, so that a crash in between leaves a
    /// child without its parent; and when such a child ends later, the parent's variable loses what it told. We start it after the
    /// parent is committed and tell how it ended in the same way whenever it does. Without WaitForCompletion the parent learns nothing.
    /// </summary>
    SubWorkflowsAfterCommit = 32,

    /// <summary>
    /// NaN or an infinity in a variable or output makes Elsa's commit throw: what the burst did is lost or torn. We keep it; JSON that
    /// leaves the engine has null in its place.
    /// </summary>
    KeepsNonFiniteNumbers = 64,

    /// <summary>All of them: how the engine runs.</summary>
    All = NeverWaitsForNothing | RaceRunsToItsEnd | CancelClears | SwitchOutlivesSuspension | CancelTakesOwnBookmarks | SubWorkflowsAfterCommit
        | KeepsNonFiniteNumbers,
}
