using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Workflow.Elsa;

/// <summary>JSON as Elsa's API speaks it: camelCase, what is null left out, and members we do not know passed over, because Studio sends many.</summary>
internal static class ElsaJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 256,
    };

    public static JsonHttpResult<T> Answer<T>(T value) => TypedResults.Json(value, Options);

    /// <summary>The body; an empty one counts as an empty object.</summary>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : new()
    {
        using var text = new StreamReader(request.Body);
        var body = await text.ReadToEndAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(body) ? new T() : JsonSerializer.Deserialize<T>(body, Options) ?? new T();
    }
}

/// <summary>A refusal in Elsa's own shape: what Studio shows is <c>errors.generalErrors</c>, and it shows it for status 400 only.</summary>
internal sealed record ElsaRefusal(int StatusCode, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    public static JsonHttpResult<ElsaRefusal> Of(params string[] reasons) => In("generalErrors", reasons);

    public static JsonHttpResult<ElsaRefusal> In(string field, params string[] reasons) => TypedResults.Json(
        new ElsaRefusal(StatusCodes.Status400BadRequest, "Permintaan ditolak.", new Dictionary<string, IReadOnlyList<string>> { [field] = reasons }),
        ElsaJson.Options, "application/problem+json", StatusCodes.Status400BadRequest);
}
