using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using Dukcapil.Kependudukan;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>Schemas of the OpenAPI document as the JSON really is, with the examples of <c>contoh-api.json</c> beside the types they are of.</summary>
internal static class ApiSkema
{
    private static readonly ConcurrentDictionary<Assembly, JsonObject> Contoh = new();

    /// <summary>The example of a type; the schema of a property is not that of its type.</summary>
    public static Task BeriContohAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is null && Contoh.GetOrAdd(context.JsonTypeInfo.Type.Assembly, BacaContoh)[context.JsonTypeInfo.Type.Name] is { } contoh)
            schema.Examples = [contoh.DeepClone()];
        if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) == typeof(TimeOnly))
        {
            // Format "time" (RFC 3339) has an offset; a time of the office has none.
            schema.Format = null;
            schema.Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$";
        }
        if (context.JsonTypeInfo.Type == typeof(KodeWilayah))
        {
            // Written by a converter of its own, which says nothing of its form.
            schema.Type = JsonSchemaType.String;
            schema.Pattern = @"^[0-9]{2}(\.[0-9]{2}){0,2}(\.[0-9]{4})?$";
        }
        // A list that may have gaps says so only in the nullability of its property.
        if (schema.Items is OpenApiSchema butir && context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property
            && new NullabilityInfoContext().Create(property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable, Type.IsValueType: false }])
            butir.Type |= JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    /// <summary>Null is left out of an answer, so whatever may be null may be missing.</summary>
    public static void Longgarkan(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Required.Count: > 0, Properties: { } properties } terbuka)
            terbuka.Required.ExceptWith([.. terbuka.Required.Where(name => properties.TryGetValue(name, out var property) && BolehKosong(property))]);
    }

    /// <summary>A refusal (RFC 9457) with what ours carry besides.</summary>
    public static OpenApiSchema Masalah() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Teks("Jenis masalah, tetap: urn:dukcapil:masalah:…"),
            ["title"] = Teks("Judul"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Teks("Apa yang salah dan bagaimana memperbaikinya"),
            ["instance"] = Teks("Tidak dipakai"),
            ["traceId"] = Teks("Jejak untuk petugas operasi"),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Sebab menurut bagian isian",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    private static JsonObject BacaContoh(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream("contoh-api.json");
        return stream is null ? [] : JsonNode.Parse(stream)!.AsObject();
    }

    private static OpenApiSchema Teks(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static bool BolehKosong(IOpenApiSchema schema) =>
        schema.Type is { } type && type.HasFlag(JsonSchemaType.Null)
        || schema.OneOf is { Count: > 0 } oneOf && oneOf.Any(BolehKosong)
        // Anything at all: null too.
        || schema is OpenApiSchema { Type: null, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 }, AllOf: null or { Count: 0 }, Enum: null or { Count: 0 }, Properties: null or { Count: 0 } };
}
