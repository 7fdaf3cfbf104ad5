using System.Collections.Concurrent;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>What the OpenAPI document of every service says besides its operations: its name, and how a caller authenticates.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    private static readonly Dictionary<string, string> Titles = new()
    {
        [Contracts.ServiceNames.Intake] = "Permohonan (langkah 1 dan 2)",
        [Contracts.ServiceNames.Approval] = "Tugas dan persetujuan (langkah 3, 4 dan 6)",
        [Contracts.ServiceNames.Registry] = "Registri (langkah 5, 7 dan 8)",
        [Contracts.ServiceNames.Workflow] = "Alur kerja",
        [Contracts.ServiceNames.Identity] = "Identitas: pengguna, kantor, sistem klien, kunci",
    };

    public static void Describe(this OpenApiOptions options, string service)
    {
        // Two types of one name would share a schema, and the document would be wrong of one of them.
        var names = new ConcurrentDictionary<string, Type>();
        options.CreateSchemaReferenceId = json =>
        {
            // A type without a name gets none here either; it stands where it is used.
            if (json.Type.Name.StartsWith("<>", StringComparison.Ordinal)) return null;
            var (name, type) = (OpenApiOptions.CreateDefaultSchemaReferenceId(json), Nullable.GetUnderlyingType(json.Type) ?? json.Type);
            return name is null || names.GetOrAdd(name, type) == type ? name : throw new InvalidOperationException($"{names[name]} and {type} are both {name} in the API.");
        };
        options.AddSchemaTransformer(ApiSkema.BeriContohAsync)
            .AddOperationTransformer(ApiOperasi.LengkapiAsync)
            .AddDocumentTransformer((document, _, _) => Lengkapi(document, service));
    }

    private static Task Lengkapi(OpenApiDocument document, string service)
    {
        document.Info = new OpenApiInfo { Title = Titles.GetValueOrDefault(service, service), Version = "v1" };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["ProblemDetails"] = ApiSkema.Masalah();
        foreach (var schema in document.Components.Schemas.Values) ApiSkema.Longgarkan(schema);
        ApiContoh.Lengkapi(document);
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT" };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }
}
