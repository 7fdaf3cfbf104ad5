using Dukcapil.ServiceDefaults.Auth;

namespace Dukcapil.Identity.Oidc;

/// <summary>Answer of the userinfo endpoint (OpenID Connect Core section 5.3).</summary>
/// <param name="Sub">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Kantor">Office code.</param>
/// <param name="Peran">Role codes.</param>
public sealed record InfoPengguna(string Sub, string Name, string Kantor, IReadOnlyList<string> Peran);

/// <summary>What a program may know of the officer whose access token it holds; nothing that the token does not say.</summary>
internal static class InfoPenggunaApi
{
    public static void MapInfoPengguna(this IEndpointRouteBuilder app) =>
        app.MapMethods("/connect/userinfo", [HttpMethods.Get, HttpMethods.Post], (HttpContext http) =>
        {
            var petugas = Petugas.Dari(http.User);
            return TypedResults.Ok(new InfoPengguna(petugas.Id, petugas.Nama, petugas.Kantor, [.. petugas.Peran.Order(StringComparer.Ordinal)]));
        }).RequireAuthorization(Izin.SetiapPetugas).ExcludeFromDescription();
}
