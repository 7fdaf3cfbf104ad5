using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Validation;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Definitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Workflow.Definitions;

/// <summary>A refusal in Elsa's own shape, which Studio shows: <c>errors.generalErrors</c>. Studio shows it for status 400 only.</summary>
public sealed record ElsaProblem(int StatusCode, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors, IReadOnlyList<Finding>? Findings = null);

/// <summary>Answers of the definitions API.</summary>
internal static class ElsaAnswers
{
    /// <summary>400 with reasons for a person of the office.</summary>
    public static JsonHttpResult<ElsaProblem> Refused(string message, IReadOnlyList<string> reasons, IReadOnlyList<Finding>? findings = null) => TypedResults.Json(
        new ElsaProblem(StatusCodes.Status400BadRequest, message, new Dictionary<string, IReadOnlyList<string>> { ["generalErrors"] = reasons }, findings is { Count: > 0 } ? findings : null),
        contentType: "application/problem+json", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>403 with a reason: the role allows to edit, not to publish.</summary>
    public static JsonHttpResult<ElsaProblem> NotPublisher() => TypedResults.Json(
        new ElsaProblem(StatusCodes.Status403Forbidden, Tertolak.Terbit, new Dictionary<string, IReadOnlyList<string>> { ["generalErrors"] = [Tertolak.Terbit] }),
        contentType: "application/problem+json", statusCode: StatusCodes.Status403Forbidden);

    /// <summary>404.</summary>
    public static ProblemHttpResult NotFound() => Masalah.TidakDitemukan("Definisi alur kerja");

    /// <summary>JSON of a definition: any depth, everything that was in it.</summary>
    public static ContentHttpResult Json(JsonNode json) =>
        TypedResults.Content(System.Text.Encoding.UTF8.GetString(CanonicalDefinition.Bytes(json)), "application/json");

    /// <summary>Not found, refused, or what <paramref name="done"/> makes of the version.</summary>
    public static IResult Of(DefinitionOutcome outcome, string refusal, Func<DefinitionVersion, IResult> done) =>
        outcome.IsNotFound ? NotFound()
        : outcome.Version is { } version && outcome.Refused.Count == 0 ? done(version)
        : Refused(refusal, outcome.Refused, outcome.Findings);

    /// <summary>Answer to save and publish, with the warnings.</summary>
    public static IResult Saved(DefinitionOutcome outcome, ClaimsPrincipal user, int consumers) => Of(outcome, "Definisi tidak dapat disimpan atau diterbitkan.", version =>
    {
        var answer = new JsonObject
        {
            ["workflowDefinition"] = DefinitionAnswers.Model(version, user),
            ["alreadyPublished"] = outcome.AlreadyPublished,
            ["consumingWorkflowCount"] = consumers,
        };
        if (outcome.Findings.Count > 0) answer["findings"] = JsonSerializer.SerializeToNode(outcome.Findings, ApiJson.Options);
        return Json(answer);
    });
}
