using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Validation;

/// <summary>A circle of connections on which nothing ever waits: if its condition never changes, it runs into the step limit.</summary>
internal static class CycleCheck
{
    public static IEnumerable<Finding> Find(ControlFlow flow)
    {
        // 0 not seen, 1 on the way, 2 done; an explicit stack, as a definition may be deep.
        var colour = new byte[flow.Count];
        var named = new HashSet<int>();
        for (var start = 0; start < flow.Count; start++)
        {
            if (colour[start] != 0 || !flow.Reachable[start])
                continue;
            var stack = new Stack<(int Place, int Next)>([(start, 0)]);
            colour[start] = 1;
            while (stack.TryPop(out var at))
            {
                var steps = Waits(flow, at.Place) ? [] : flow.StepsFrom(at.Place);
                if (at.Next == steps.Count)
                {
                    colour[at.Place] = 2;
                    continue;
                }
                stack.Push((at.Place, at.Next + 1));
                var step = steps[at.Next];
                if (colour[step.Target] == 1 && step.Outcome is not null && named.Add(step.Target))
                {
                    var node = flow.NodeAt(step.Target);
                    yield return new(Severity.Warning, node.NodeId, "putaran-tanpa-tunggu",
                        $"Alur dapat kembali ke '{WorkflowValidator.Title(node)}' tanpa pernah menunggu tugas, waktu, atau peristiwa.");
                }
                if (colour[step.Target] != 0)
                    continue;
                colour[step.Target] = 1;
                stack.Push((step.Target, 0));
            }
        }
    }

    private static bool Waits(ControlFlow flow, int place) => flow.NodeAt(place) is var node
        && (node.Kind is RunTask or HumanTask or Event or Delay or Activities.Timer or Cron or StartAt
            || (node.Kind is DispatchWorkflow && node.Inputs[3].Expression is not (null or LiteralExpression { Value: null or false or "" or "False" or "false" })));
}
