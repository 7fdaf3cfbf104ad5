using System.Text.Json.Nodes;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Elsa;

namespace Dukcapil.Workflow.Catalogue;

/// <summary>What the designer asks for besides definitions: activity types, expressions, variable types, strategies, completions.</summary>
internal static class DesignerApi
{
    /// <summary>Lists of <c>workflows/perancang.json</c> that real Elsa counts.</summary>
    private static readonly string[] Counted =
    [
        "expression-descriptors", "commit-strategies/workflows", "commit-strategies/activities", "log-persistence-strategies", "incident-strategies",
        "workflow-activation-strategies",
    ];

    private static readonly string[] Uncounted = ["storage-drivers", "variables"];

    /// <summary>Maps <c>/elsa/api/descriptors</c> and what goes with it.</summary>
    public static void MapDesigner(this IEndpointRouteBuilder app)
    {
        var api = app.MapElsa("Perancang", Izin.MelihatAlur);
        var lists = JsonNode.Parse(WorkflowFiles.Read("perancang.json"))!.AsObject();
        foreach (var name in Counted) api.MapGet($"/descriptors/{name}", Fixed(List(lists, name, counted: true))).WithSummary("Daftar pilihan perancang");
        foreach (var name in Uncounted) api.MapGet($"/descriptors/{name}", Fixed(List(lists, name, counted: false))).WithSummary("Daftar pilihan perancang");
        api.MapGet("/features/installed", Fixed(List(lists, "features", counted: true))).WithSummary("Kemampuan yang ada");
        api.MapGet("/package/version", Fixed("""{"packageVersion":"3.7.1"}""")).WithSummary("Versi Elsa yang diikuti");
        api.MapGet("/resilience/strategies", Fixed("""{"items":[],"count":0}""")).WithSummary("Percobaan ulang otomatis: tidak ada");
        api.MapGet("/descriptors/output-converters", Fixed("""{"items":[]}""")).WithSummary("Pengubah keluaran: tidak ada");

        api.MapGet("/descriptors/activities", async (DesignerDescriptors descriptors, WorkflowDb db, CancellationToken token) =>
            TypedResults.Bytes(await descriptors.AllAsync(db, token), "application/json")).WithSummary("Semua jenis langkah");

        api.MapGet("/descriptors/activities/{type}", async (string type, int? version, WorkflowDb db, CancellationToken token) =>
            await DesignerDescriptors.FindAsync(db, type, version, token) is { } found ? (IResult)ElsaAnswers.Json(found) : TypedResults.NotFound()).WithSummary("Satu jenis langkah");

        api.MapPost("/descriptors/activities/{type}/options/{input}", async (string type, string input, WorkflowDb db, CancellationToken token) =>
        {
            var found = await DesignerDescriptors.FindAsync(db, type, version: null, token);
            return found?["inputs"]!.AsArray().FirstOrDefault(i => (string?)i!["name"] == input) is { } declared
                ? (IResult)ElsaAnswers.Json(new JsonObject { ["items"] = declared["uiSpecifications"]?.DeepClone() ?? new JsonObject() })
                : TypedResults.NotFound();
        }).WithSummary("Pilihan sebuah isian");

        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", async (string definitionId, WorkflowDb db, CompiledDefinitions compiled, CancellationToken token) =>
            await DefinitionReadingApi.FindAsync(db, definitionId, VersionOptions.Latest, token) is { } version
                ? (IResult)TypedResults.File(ScriptTypes.Of(compiled.Compile(version.Json)), "application/x-typescript", $"elsa.{definitionId}.d.ts")
                : ElsaAnswers.NotFound()).WithSummary("Tipe untuk pelengkapan JavaScript");

        api.MapPost("/tests/activities", () => ElsaRefusal.Of(
            "Langkah tidak dijalankan terpisah dari permohonannya. Terbitkan alurnya, lalu ajukan permohonan contoh.")).RequireAuthorization(Izin.MenyuntingAlur)
            .WithSummary("Uji satu langkah: tidak ditawarkan");

        api.MapPost("/actions/workflow-definitions/reload", () => TypedResults.Ok()).RequireAuthorization(Izin.MenyuntingAlur)
            .WithSummary("Muat ulang: tidak perlu, setiap salinan membaca yang terbit");
        api.MapPost("/actions/workflow-definitions/refresh", async (HttpRequest request, WorkflowDb db, CancellationToken token) =>
        {
            var asked = (await ElsaJson.ReadAsync<Asked>(request, token)).DefinitionIds ?? [];
            var known = asked.Count == 0 ? [] : db.Definitions.Where(d => asked.Contains(d.DefinitionId)).Select(d => d.DefinitionId).Distinct().ToList();
            return ElsaJson.Answer(new { Refreshed = known, NotFound = asked.Except(known) });
        }).RequireAuthorization(Izin.MenyuntingAlur).WithSummary("Segarkan pemicu: tidak perlu, mengikuti yang terbit");
    }

    private static Func<IResult> Fixed(string json) => () => TypedResults.Content(json, "application/json");

    private static string List(JsonObject lists, string name, bool counted)
    {
        var items = lists[name]!.DeepClone().AsArray();
        var answer = new JsonObject { ["items"] = items };
        if (counted) answer["count"] = items.Count;
        return answer.ToJsonString();
    }

    private sealed record Asked
    {
        public IReadOnlyList<string>? DefinitionIds { get; init; }
    }
}
