using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// Outputs of activities as scripts ask for them: of an activity of the same container, by id or name, as set in this burst.
/// An output of an earlier burst is gone, as in Elsa; a variable keeps it.
/// </summary>
internal static class OutputRegister
{
    public static object? Find(Burst burst, ActivityContext context, string idOrName, string? output)
    {
        var node = Siblings(context).Find(sibling => sibling.Name == idOrName || sibling.Id == idOrName)
            ?? throw new EngineFaultException("Activity not found.", "System.InvalidOperationException");
        return burst.OutputOf(context, node, output ?? "Result");
    }

    public static IEnumerable<CompiledNode> Named(ActivityContext context) =>
        Siblings(context).Where(sibling => !string.IsNullOrWhiteSpace(sibling.Name) && sibling.OutputNames.Length > 0);

    private static List<CompiledNode> Siblings(ActivityContext context)
    {
        var container = context.Node;
        while (!container.Kind.IsContainer && container.Parent is { } parent)
            container = parent;
        return container.Children;
    }
}
