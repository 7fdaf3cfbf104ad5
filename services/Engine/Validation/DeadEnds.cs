namespace Dukcapil.Engine.Validation;

/// <summary>
/// The closed circles of a definition: sets of places that lead only to each other (Tarjan's algorithm over the places without a way
/// out; a set that leads on to another such set is not the one to mend).
/// </summary>
internal static class DeadEnds
{
    /// <summary>The first place of each.</summary>
    public static List<int> Find(ControlFlow flow)
    {
        var (order, low, open) = (new int[flow.Count], new int[flow.Count], new bool[flow.Count]);
        var component = new int[flow.Count];
        var first = new List<int>();
        var (stack, calls, next) = (new Stack<int>(), new Stack<(int Place, int Step)>(), 0);
        for (var start = 0; start < flow.Count; start++)
        {
            if (order[start] != 0 || !IsLost(flow, start))
                continue;
            calls.Push((start, 0));
            while (calls.TryPop(out var call))
            {
                var (place, step) = call;
                if (step == 0)
                {
                    order[place] = low[place] = ++next;
                    open[place] = true;
                    stack.Push(place);
                }
                else
                {
                    low[place] = Math.Min(low[place], low[flow.StepsFrom(place)[step - 1].Target]);
                }
                var steps = flow.StepsFrom(place);
                var child = step;
                for (; child < steps.Count; child++)
                {
                    var target = steps[child].Target;
                    if (!IsLost(flow, target))
                        continue;
                    if (order[target] == 0)
                        break;
                    if (open[target])
                        low[place] = Math.Min(low[place], order[target]);
                }
                if (child < steps.Count)
                {
                    calls.Push((place, child + 1));
                    calls.Push((steps[child].Target, 0));
                    continue;
                }
                if (low[place] == order[place])
                    Close(place, stack, open, component, first);
            }
        }
        var leads = new HashSet<int>();
        for (var place = 0; place < flow.Count; place++)
        {
            if (IsLost(flow, place) && flow.StepsFrom(place).Any(step => component[step.Target] != component[place]))
                leads.Add(component[place]);
        }
        return [.. first.Where((_, number) => !leads.Contains(number)).Order()];
    }

    private static bool IsLost(ControlFlow flow, int place) => flow.Reachable[place] && !flow.WayOut[place];

    private static void Close(int root, Stack<int> stack, bool[] open, int[] component, List<int> first)
    {
        int place;
        var least = root;
        do
        {
            place = stack.Pop();
            open[place] = false;
            component[place] = first.Count;
            least = Math.Min(least, place);
        }
        while (place != root);
        first.Add(least);
    }
}
