using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Klien;
using Dukcapil.Identity.Masuk;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Dukcapil.Identity.Oidc;

/// <summary>The token endpoint. OpenIddict has checked the client's secret or key, the code with its verifier, or the refresh token before we are asked.</summary>
internal static class TokenApi
{
    private const string Skema = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapToken(this IEndpointRouteBuilder app) =>
        app.MapPost("/connect/token", TerbitkanAsync).Terbuka("rahasia atau kunci klien; kode dengan PKCE; token segar").ExcludeFromDescription();

    private static async Task<IResult> TerbitkanAsync(
        HttpContext http, PenerbitToken penerbit, PelayananSesi sesi, PetugasContohGrant contoh, IOpenIddictApplicationManager klien, PenjagaBukti penjaga, JurnalAudit jurnal,
        IdentityDb db)
    {
        var permintaan = http.GetOpenIddictServerRequest()!;
        if (permintaan.ClientAssertion is { } bukti && await penjaga.TolakAsync(bukti, http.RequestAborted) is { } sebab)
            return Tolak(sebab, OpenIddictConstants.Errors.InvalidClient);
        if (permintaan.IsClientCredentialsGrantType())
        {
            var terdaftar = await klien.FindByClientIdAsync(permintaan.ClientId!, http.RequestAborted);
            var nama = await klien.GetDisplayNameAsync(terdaftar!, http.RequestAborted) ?? permintaan.ClientId!;
            var lingkup = permintaan.GetScopes();
            var sistem = new Petugas(permintaan.ClientId!, nama, "", new HashSet<string>(), lingkup.ToHashSet(StringComparer.Ordinal));
            jurnal.Catat("token.terbit", objek: $"klien {permintaan.ClientId}", rincian: permintaan.ClientAssertion is null ? "rahasia" : "kunci", pelaku: sistem);
            await db.SaveChangesAsync(http.RequestAborted);
            return TypedResults.SignIn(PrincipalToken.UntukSistem(permintaan.ClientId!, nama, lingkup, penerbit.Audience), authenticationScheme: Skema);
        }
        if (permintaan.GrantType == PetugasContohGrant.Nama)
        {
            return await contoh.UntukAsync(permintaan, penerbit.Audience, http) is { } petugas
                ? TypedResults.SignIn(petugas, authenticationScheme: Skema)
                : Tolak("Petugas contoh itu tidak ada, atau petugas contoh tidak diizinkan pada pemasangan ini.");
        }
        // A code or a refresh token: the user and the roles are those of now, and the session must still stand.
        var lama = (await http.AuthenticateAsync(Skema)).Principal!;
        var id = Guid.Parse(lama.GetClaim(ClaimNames.Sesi)!);
        if (await sesi.HidupAsync(id, http.RequestAborted) is not { } akun) return Tolak("Sesi telah berakhir atau dicabut.");
        var baru = PrincipalToken.Untuk(akun, id, lama.GetScopes(), penerbit.Audience);
        return TypedResults.SignIn(baru, authenticationScheme: Skema);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ForbidHttpResult Tolak(string keterangan, string kode = OpenIddictConstants.Errors.InvalidGrant) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = kode,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = keterangan,
        }),
        [Skema]);
}
