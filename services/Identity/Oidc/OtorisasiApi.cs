using System.Security.Claims;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Tampilan;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Dukcapil.Identity.Oidc;

/// <summary>The authorization endpoint and the end of the session. OpenIddict has checked client, address and PKCE before we are asked.</summary>
internal static class OtorisasiApi
{
    private const string Skema = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private static readonly string[] Diteruskan =
        [OpenIddictConstants.Parameters.ClientId, OpenIddictConstants.Parameters.PostLogoutRedirectUri, OpenIddictConstants.Parameters.State, OpenIddictConstants.Parameters.IdTokenHint];

    public static void MapOtorisasi(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], OtorisasiAsync)
            .Terbuka("klien terdaftar, alamat kembali terdaftar, PKCE S256; lalu masuk").ExcludeFromDescription();
        app.MapMethods("/connect/keluar", [HttpMethods.Get, HttpMethods.Post], KeluarAsync)
            .Terbuka("mengakhiri sesi peramban itu sendiri, setelah ditanya").ExcludeFromDescription();
    }

    // Any page can send a browser here: who is logged in is asked (OpenID Connect RP-Initiated Logout 1.0, section 2), and answers with a sealed form.
    private static async Task<IResult> KeluarAsync(HttpContext http, PelayananSesi sesi, IAntiforgery segel)
    {
        var masuk = await http.AuthenticateAsync(Masuk.Skema.Sesi);
        if (!masuk.Succeeded) return TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/masuk" }, [Skema]);
        // The seal is bound to who is logged in.
        http.User = masuk.Principal;
        var permintaan = http.GetOpenIddictServerRequest()!;
        if (HttpMethods.IsPost(http.Request.Method) && await segel.IsRequestValidAsync(http))
        {
            await PenutupSesi.TutupAsync(http, sesi);
            return Halaman.Lanjut(http, "/connect/keluar" + Kueri(permintaan));
        }
        var bagian = permintaan.GetParameters().Where(p => Diteruskan.Contains(p.Key))
            .Select(p => Html.Dari($"""<input type="hidden" name="{p.Key}" value="{(string?)p.Value}">"""));
        return Halaman.Buat(http, "Keluar", Html.Dari(
            $"""
            <p>Akhiri sesi {masuk.Principal.Identity?.Name} pada peramban ini?</p>
            <form method="post" action="/connect/keluar">
            {Halaman.Segel(http)}
            {Html.Gabung(bagian)}
            <button type="submit">Keluar</button>
            </form>
            <p><a href="/akun">Tetap masuk</a></p>
            """));
    }

    private static async Task<IResult> OtorisasiAsync(HttpContext http, PenerbitToken penerbit, PelayananSesi sesi)
    {
        var permintaan = http.GetOpenIddictServerRequest()!;
        var masuk = await http.AuthenticateAsync(Masuk.Skema.Sesi);
        if (!masuk.Succeeded || permintaan.HasPromptValue(OpenIddictConstants.PromptValues.Login))
        {
            if (permintaan.HasPromptValue(OpenIddictConstants.PromptValues.None)) return Tolak(OpenIddictConstants.Errors.LoginRequired, "Pengguna belum masuk.");
            return TypedResults.LocalRedirect("/masuk?kembali=" + Uri.EscapeDataString("/connect/authorize" + Kueri(permintaan)));
        }
        var id = Guid.Parse(masuk.Principal.FindFirstValue(ClaimNames.Sesi)!);
        return await sesi.HidupAsync(id, http.RequestAborted) is { } akun
            ? TypedResults.SignIn(PrincipalToken.Untuk(akun, id, permintaan.GetScopes(), penerbit.Audience), authenticationScheme: Skema)
            : Tolak(OpenIddictConstants.Errors.LoginRequired, "Sesi telah berakhir.");
    }

    private static ForbidHttpResult Tolak(string kode, string keterangan) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = kode,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = keterangan,
        }),
        [Skema]);

    // The same request after the login; it has been asked once by then, so "prompt=login" is done.
    private static string Kueri(OpenIddictRequest permintaan) => QueryString.Create(
        permintaan.GetParameters().Where(p => p.Key is not (OpenIddictConstants.Parameters.Prompt or "__RequestVerificationToken")).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).ToString();
}

/// <summary>What our tokens say of an officer.</summary>
internal static class PrincipalToken
{
    public static ClaimsPrincipal Untuk(Akun akun, Guid sesi, IEnumerable<string> lingkup, string audience)
    {
        var identity = new ClaimsIdentity("token", ClaimNames.Name, ClaimNames.Peran);
        identity.SetClaim(ClaimNames.Subject, akun.Id.ToString()).SetClaim(ClaimNames.Name, akun.Nama).SetClaim(ClaimNames.Kantor, akun.Kantor)
            .SetClaims(ClaimNames.Peran, [.. akun.Peran.Select(p => p.Kode)]).SetClaim(ClaimNames.Sesi, sesi.ToString());
        // Scopes of systems are never an officer's.
        identity.SetScopes(lingkup.Except(Lingkup.Semua)).SetResources(audience);
        identity.SetDestinations(klaim => klaim.Type is ClaimNames.Subject or ClaimNames.Name
            ? [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken]
            : [OpenIddictConstants.Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>A client system: its scopes, no roles and no office.</summary>
    public static ClaimsPrincipal UntukSistem(string id, string nama, IEnumerable<string> lingkup, string audience)
    {
        var identity = new ClaimsIdentity("token", ClaimNames.Name, ClaimNames.Peran);
        identity.SetClaim(ClaimNames.Subject, id).SetClaim(ClaimNames.Name, nama).SetScopes(lingkup).SetResources(audience);
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }
}
