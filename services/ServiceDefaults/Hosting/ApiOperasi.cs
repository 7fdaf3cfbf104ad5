using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>What every operation says in the OpenAPI document besides its own answers: headers it needs, whether it asks for a token, and how it refuses.</summary>
internal static class ApiOperasi
{
    private const string IfMatchWajib = "428", SkemaMasalah = "ProblemDetails", JenisMasalah = "application/problem+json";

    public static Task LengkapiAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p is { In: ParameterLocation.Query, Name: not null }))
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        if (metadata.OfType<IAllowAnonymous>().Any()) operation.Security = [];
        if (metadata.OfType<MethodInfo>().Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(Idempotensi))))
            Tambah(operation, Idempotensi.Header, "Kunci permintaan, 1 sampai 200 karakter ASCII tanpa spasi; permintaan yang sama diulang mendapat jawaban pertama.");
        if (operation.Responses.ContainsKey(IfMatchWajib)) Tambah(operation, "If-Match", "ETag yang terakhir dibaca.");
        operation.OperationId = Nama(context.Description.HttpMethod!, context.Description.RelativePath!);
        operation.Responses["default"] = Penolakan(metadata.OfType<BentukPenolakan>().FirstOrDefault(), context.Document);
        return Task.CompletedTask;
    }

    // What generated clients call it: getPermohonanWithIdKonsepWithVersi.
    private static string Nama(string metode, string jalur)
    {
        var bagian = jalur.Split('/', '-', '.').Where(b => b.Length > 0 && b is not ("api" or "v1"))
            .Select(b => b[0] == '{' ? "With" + Besar(b.Trim('{', '}').Split(':')[0]) : Besar(b));
        return metode.ToLowerInvariant() + string.Concat(bagian);

        static string Besar(string teks) => char.ToUpperInvariant(teks[0]) + teks[1..];
    }

    // One answer for all refusals: their statuses and types are the same everywhere (docs/api.md).
    private static OpenApiResponse Penolakan(BentukPenolakan? lain, OpenApiDocument? document) => new()
    {
        Description = lain?.Keterangan ?? "Penolakan (RFC 9457)",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [JenisMasalah] = lain is null ? new() { Schema = new OpenApiSchemaReference(SkemaMasalah, document) } : new(),
        },
    };

    private static void Tambah(OpenApiOperation operation, string header, string description) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = header,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });
}
