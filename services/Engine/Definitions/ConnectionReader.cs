using Dukcapil.Engine.Activities;

namespace Dukcapil.Engine.Definitions;

/// <summary>Resolves the connections of a flowchart and where it starts.</summary>
internal static class ConnectionReader
{
    public static void Read(CompiledNode flowchart, List<LoadProblem> problems)
    {
        var byId = new Dictionary<string, CompiledNode>(StringComparer.Ordinal);
        foreach (var child in flowchart.Children)
            byId.TryAdd(child.Id, child);
        var (connections, count) = (new List<FlowConnection>(), 0);
        foreach (var json in flowchart.Json.Items("connections"))
        {
            var (source, target) = (json.Get("source").Text("activity") ?? "", json.Get("target").Text("activity") ?? "");
            if (count++ == WorkflowCompiler.MaxConnections)
            {
                problems.Add(new(flowchart.NodeId, "terlalu-banyak", $"Alur melebihi {WorkflowCompiler.MaxConnections} sambungan."));
                break;
            }
            if (byId.TryGetValue(source, out var from) && byId.TryGetValue(target, out var to))
                connections.Add(new(from.Index, json.Get("source").Text("port") ?? "Done", to.Index));
            else
                problems.Add(new(flowchart.NodeId, "sambungan-putus", $"Sambungan dari '{Brief.Of(source)}' ke '{Brief.Of(target)}' menunjuk langkah yang tidak ada."));
        }
        flowchart.Flow = new(connections, FindStart(flowchart, connections)?.Index ?? -1);
        foreach (var child in flowchart.Children)
        {
            var outbound = flowchart.Flow.Outbound(child.Index);
            child.ConnectedOutcomes = [.. outbound.Select(connection => connection.Outcome).Distinct()];
            child.OfferedOutcomes = child.Kind.Outcomes is { } possible ? [.. possible.Where(child.ConnectedOutcomes.Contains)] : child.ConnectedOutcomes;
        }
    }

    private static CompiledNode? FindStart(CompiledNode flowchart, List<FlowConnection> connections)
    {
        var targets = connections.Select(connection => connection.Target).ToHashSet();
        return flowchart.Children.Find(child => child.Kind is Start)
            ?? flowchart.Children.Find(child => child.CanStartWorkflow)
            ?? flowchart.Children.Find(child => !targets.Contains(child.Index))
            ?? flowchart.Children.FirstOrDefault();
    }
}
