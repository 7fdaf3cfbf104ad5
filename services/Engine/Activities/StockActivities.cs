namespace Dukcapil.Engine.Activities;

/// <summary>The Elsa activities the engine runs, by type.</summary>
internal static class StockActivities
{
    public static readonly IReadOnlyDictionary<string, ActivityKind> ByType = new Dictionary<string, ActivityKind>(StringComparer.Ordinal)
    {
        ["Elsa.Flowchart"] = new Flowchart(),
        ["Elsa.Start"] = new Start(),
        ["Elsa.End"] = new End(),
        ["Elsa.Finish"] = new Finish(),
        ["Elsa.Complete"] = new Complete(),
        ["Elsa.FlowDecision"] = new FlowDecision(),
        ["Elsa.FlowSwitch"] = new FlowSwitch(),
        ["Elsa.FlowFork"] = new FlowFork(),
        ["Elsa.FlowJoin"] = new FlowJoin(),
        ["Elsa.RunTask"] = new RunTask(),
        ["Elsa.SetVariable"] = new SetVariable(),
        ["Elsa.SetOutput"] = new SetOutput(),
        ["Elsa.SetName"] = new SetName(),
        ["Elsa.Correlate"] = new Correlate(),
        ["Elsa.WriteLine"] = new WriteLine(),
        ["Elsa.Fault"] = new Fault(),
        ["Elsa.Sequence"] = new Sequence(),
        ["Elsa.Parallel"] = new Parallel(),
        ["Elsa.If"] = new If(),
        ["Elsa.Switch"] = new Switch(),
        ["Elsa.While"] = new While(),
        ["Elsa.For"] = new For(),
        ["Elsa.ForEach"] = new ForEach(),
        ["Elsa.ParallelForEach"] = new ParallelForEach(),
        ["Elsa.Break"] = new Break(),
        ["Elsa.RunJavaScript"] = new RunJavaScript(),
        ["Elsa.Event"] = new Event(),
        ["Elsa.PublishEvent"] = new PublishEvent(),
        ["Elsa.Delay"] = new Delay(),
        ["Elsa.Timer"] = new Timer(),
        ["Elsa.Cron"] = new Cron(),
        ["Elsa.StartAt"] = new StartAt(),
        ["Elsa.DispatchWorkflow"] = new DispatchWorkflow(isExecute: false),
        ["Elsa.ExecuteWorkflow"] = new DispatchWorkflow(isExecute: true),
    };
}
