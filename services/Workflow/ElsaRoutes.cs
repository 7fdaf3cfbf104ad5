using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;

namespace Dukcapil.Workflow;

/// <summary>The part of the API that is Elsa's: Studio and Elsa's clients call it, and read refusals in Elsa's shape.</summary>
internal static class ElsaRoutes
{
    private static readonly BentukPenolakan Penolakan = new("Penolakan; status 400 dari alur kerja dalam bentuk Elsa: message, errors.generalErrors");

    /// <summary>A group under <c>/elsa/api</c>.</summary>
    public static RouteGroupBuilder MapElsa(this IEndpointRouteBuilder app, string tag, Izin izin) =>
        app.MapGroup("/elsa/api").WithTags(tag).RequireAuthorization(izin).WithMetadata(Penolakan);
}
