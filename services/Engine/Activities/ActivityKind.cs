using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>An input an activity type declares.</summary>
/// <param name="Name">Name as Elsa shows it; its JSON property is the same in camel case.</param>
/// <param name="Shape">What its value is converted to.</param>
/// <param name="Default">Its value when the definition says nothing.</param>
/// <param name="IsEvaluatedBefore">Whether it is evaluated before the activity runs; otherwise the activity evaluates it itself.</param>
/// <param name="IsConvertedAtUse">Whether the activity converts what a variable or an input holds itself, when it comes to it.</param>
internal sealed record InputSpec(string Name, ValueShape Shape, object? Default = null, bool IsEvaluatedBefore = true, bool IsConvertedAtUse = false);

/// <summary>Signals an activity sends to itself and its ancestors, innermost first.</summary>
internal enum Signal
{
    Break,
    Canceled,
    CompleteComposite,
}

/// <summary>How activities of one type behave. Stateless: one object serves every instance.</summary>
internal abstract class ActivityKind
{
    /// <summary>Declared inputs, in order of evaluation.</summary>
    public virtual IReadOnlyList<InputSpec> Inputs => [];

    /// <summary>Declared outputs.</summary>
    public virtual IReadOnlyList<string> Outputs => [];

    /// <summary>JSON properties that hold one child activity each.</summary>
    public virtual IReadOnlyList<string> Ports => [];

    /// <summary>Whether the activity holds child activities and variables (Flowchart, Sequence, Parallel).</summary>
    public virtual bool IsContainer => false;

    /// <summary>Whether it ends the container it stands in (End, Finish, Complete, Break).</summary>
    public virtual bool IsTerminal => false;

    /// <summary>Whether it completes by itself after running, unless it waits on a bookmark.</summary>
    public virtual bool CompletesItself => false;

    /// <summary>Outcomes it can end with, null when they depend on the definition or are just Done.</summary>
    public virtual IReadOnlyList<string>? Outcomes => null;

    /// <summary>Runs the activity.</summary>
    public virtual void Execute(Burst burst, ActivityContext context)
    {
    }

    /// <summary>Goes on after the bookmark it waited on was resumed; <paramref name="stimulus"/> is null for a plain resume.</summary>
    public virtual void Resume(Burst burst, ActivityContext context, Bookmark bookmark, Stimulus stimulus) => burst.Complete(context);

    /// <summary>A child this activity scheduled has completed.</summary>
    public virtual void ChildCompleted(Burst burst, ActivityContext context, ActivityContext child, IReadOnlyList<string>? outcomes) =>
        burst.Complete(context);

    /// <summary>Receives a signal; true stops it from going further up.</summary>
    public virtual bool Receive(Burst burst, Signal signal, ActivityContext context, ActivityContext sender, IReadOnlyList<string>? outcomes) => false;
}
