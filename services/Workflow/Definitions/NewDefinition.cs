using System.Text.Json.Nodes;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Definitions.Reading;

namespace Dukcapil.Workflow.Definitions;

/// <summary>
/// What Studio has just created gets what a definition of this office begins with: the facts of an application as variables, and the incident strategy
/// under which a fault ends nothing.
/// </summary>
internal static class NewDefinition
{
    private const string ContinueWithIncidents = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";

    /// <summary>Only one that is new and says nothing of variables: null, as Studio's dialog sends it. A list, even an empty one, stays.</summary>
    public static void Fill(JsonObject model)
    {
        if (CanonicalDefinition.Text(model, "definitionId") is not null || model["variables"] is not null) return;
        model["variables"] = FaktaPermohonan.Variables();
        if (model["options"] is null) model["options"] = new JsonObject { ["incidentStrategyType"] = ContinueWithIncidents };
        else if (model["options"] is JsonObject options) options["incidentStrategyType"] ??= ContinueWithIncidents;
    }
}
