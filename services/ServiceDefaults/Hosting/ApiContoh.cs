using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>
/// Examples for everything in the OpenAPI document: of each field and parameter by its name (<c>contoh-isian.json</c>) or format, and of each answer put
/// together from those. A type with an example of its own (<c>contoh-api.json</c>) keeps it.
/// </summary>
internal static class ApiContoh
{
    private const string Json = "application/json";
    private const int Terdalam = 8;

    private static readonly JsonObject Isian = Baca();

    public static void Lengkapi(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components!.Schemas!)
        {
            Beri(JsonNamingPolicy.CamelCase.ConvertName(name), schema);
            foreach (var (field, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                Beri(field, property);
                if (property.Items is { } item) Beri(field, item);
            }
        }
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations ?? []).Select(o => o.Value))
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                if (parameter.Schema is not { } schema) continue;
                parameter.Example ??= Nilai(parameter.Name!, schema) ?? (schema.Items is { } item && Nilai(parameter.Name!, item) is { } one ? new JsonArray(one) : null);
            }
            // Refusals are alike; what they look like stands with their type.
            foreach (var (_, answer) in (operation.Responses ?? []).Where(r => r.Key != "default"))
            {
                if (answer.Content?.TryGetValue(Json, out var media) == true && media.Schema is { } schema) media.Example ??= Susun(schema, document, 0);
            }
        }
    }

    private static void Beri(string name, IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Examples: null or { Count: 0 }, Enum: null or { Count: 0 } } own && Nilai(name, own) is { } value) own.Examples = [value];
    }

    private static JsonNode? Susun(IOpenApiSchema schema, OpenApiDocument document, int dalam)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id }) schema = document.Components!.Schemas![id];
        if (schema.Examples is [{ } contoh, ..]) return contoh.DeepClone();
        if (schema.Enum is [{ } pertama, ..]) return pertama.DeepClone();
        if (dalam > Terdalam) return null;
        if ((schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(s => s.Type != JsonSchemaType.Null) is { } pilihan) return Susun(pilihan, document, dalam + 1);
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Array)) return schema.Items is { } butir && Susun(butir, document, dalam + 1) is { } satu ? new JsonArray(satu) : new JsonArray();
        if (schema.Properties is not { Count: > 0 } isi) return schema.Type?.HasFlag(JsonSchemaType.Object) == true ? new JsonObject() : Nilai("", schema);
        var objek = new JsonObject();
        foreach (var (name, property) in isi)
        {
            if (Susun(property, document, dalam + 1) is { } nilai) objek[name] = nilai;
        }
        return objek;
    }

    private static JsonNode? Nilai(string name, IOpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null, schema.Format) switch
    {
        (JsonSchemaType.String, "uuid") => "0199f0c4-a1d2-7c3e-8f10-2b6d9e4a7c11",
        (JsonSchemaType.String, "date-time") => "2026-11-27T02:15:00Z",
        (JsonSchemaType.String, "date") => "2026-11-27",
        (JsonSchemaType.String, _) => Isian[name] is JsonValue teks && teks.TryGetValue<string>(out _) ? teks.DeepClone() : null,
        (JsonSchemaType.Integer or JsonSchemaType.Number, _) => Isian[name] is JsonValue angka && angka.TryGetValue<int>(out _) ? angka.DeepClone() : 1,
        (JsonSchemaType.Boolean, _) => true,
        _ => null,
    };

    private static JsonObject Baca()
    {
        using var stream = typeof(ApiContoh).Assembly.GetManifestResourceStream("contoh-isian.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
