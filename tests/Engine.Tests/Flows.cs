using System.Globalization;
using System.Text;
using System.Text.Json;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;

namespace Dukcapil.Engine.Tests;

/// <summary>Small definitions written in one line: activities as JSON, connections as <c>a.Done>b</c>.</summary>
internal static class Flows
{
    public static CompiledWorkflow Flowchart(string activities, string connections, string variables = "", bool continues = true) =>
        Compile(Text(activities, connections, variables, continues));

    public static string Text(string activities, string connections, string variables = "", bool continues = true)
    {
        var links = connections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(link =>
        {
            var (from, to) = (link[..link.IndexOf('>', StringComparison.Ordinal)], link[(link.IndexOf('>', StringComparison.Ordinal) + 1)..]);
            var dot = from.IndexOf('.', StringComparison.Ordinal);
            return $$$"""{"source":{"activity":"{{{from[..dot]}}}","port":"{{{from[(dot + 1)..]}}}"},"target":{"activity":"{{{to}}}","port":"In"}}""";
        });
        return Definition($$$"""{"id":"F","type":"Elsa.Flowchart","activities":[{{{activities}}}],"connections":[{{{string.Join(',', links)}}}]}""", variables, continues);
    }

    public static string Definition(string root, string variables = "", bool continues = true)
    {
        var strategy = continues ? "\"incidentStrategyType\":\"Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core\"" : "";
        return $$"""{"definitionId":"d","version":1,"variables":[{{variables}}],"options":{ {{strategy}} },"root":{{root}}}""";
    }

    public static CompiledWorkflow Compile(string json, ActivityCatalogue? catalogue = null) =>
        WorkflowCompiler.Compile(Encoding.UTF8.GetBytes(json), catalogue ?? ActivityCatalogue.Stock);

    public static string Variable(string name, string type, string? value = null) =>
        $$"""{"id":"v-{{name}}","name":"{{name}}","typeName":"{{type}}","value":{{JsonSerializer.Serialize(value)}},"storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}""";

    public static string Set(string id, string variable, string script) =>
        $$$$"""{"id":"{{{{id}}}}","type":"Elsa.SetVariable","variable":{"id":"v-{{{{variable}}}}"},"value":{{{{Script(script)}}}}}""";

    public static string Decide(string id, string script) => $$"""{"id":"{{id}}","type":"Elsa.FlowDecision","condition":{{Script(script)}}}""";

    public static string Task(string id) => $$$$"""{"id":"{{{{id}}}}","type":"Elsa.RunTask","taskName":{"typeName":"String","expression":{"type":"Literal","value":"{{{{id}}}}"}}}""";

    public static string Plain(string id, string type = "WriteLine") => $$"""{"id":"{{id}}","type":"Elsa.{{type}}"}""";

    public static string Join(string id, string mode) => $$$$"""{"id":"{{{{id}}}}","type":"Elsa.FlowJoin","mode":{"typeName":"FlowJoinMode","expression":{"type":"Literal","value":"{{{{mode}}}}"}}}""";

    public static string Script(string source) => $$$$"""{"typeName":"Object","expression":{"type":"JavaScript","value":{{{{JsonSerializer.Serialize(source)}}}}}}""";

    public static BurstContext World(EngineLimits? limits = null, DateTimeOffset? now = null)
    {
        var ids = 0;
        var prefix = Guid.NewGuid().ToString("N")[..6];
        return new(now ?? new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), () => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++ids:x6}"))
        {
            Limits = limits ?? EngineLimits.Default,
        };
    }

    public static BurstResult Start(CompiledWorkflow workflow, EngineLimits? limits = null) => WorkflowEngine.Start(workflow, new(), World(limits));

    public static BurstResult Complete(CompiledWorkflow workflow, BurstResult from, string task) => WorkflowEngine.Resume(
        workflow, from.State, new TaskCompleted(from.State.Bookmarks.First(bookmark => bookmark.Subject == task).TaskId!), World());
}
