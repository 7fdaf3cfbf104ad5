using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Masuk;

/// <summary>
/// The cookies: <see cref="Sesi"/> of a complete login, bound to a row that can be revoked; <see cref="Separuh"/> between password and second factor, which
/// opens nothing but the next page of the login. HttpOnly, SameSite Lax (the way back from a client is a navigation), Secure and <c>__Host-</c> over TLS.
/// </summary>
internal static class Skema
{
    public const string Sesi = "sesi", Separuh = "separuh";

    /// <summary>Claim of the half cookie: the second factor was given.</summary>
    public const string FaktorKeduaSudah = "faktor-kedua";

    private static readonly TimeSpan UmurSeparuh = TimeSpan.FromMinutes(10);

    public static void AddCookieMasuk(this IServiceCollection services, bool https)
    {
        services.AddAuthentication()
            .AddCookie(Sesi, options =>
            {
                Amankan(options.Cookie, "sesi", https);
                options.ExpireTimeSpan = Masuk.Sesi.Umur;
                options.SlidingExpiration = false;
                options.Events.OnValidatePrincipal = PeriksaAsync;
                options.Events.OnRedirectToLogin = context =>
                {
                    context.Response.Redirect("/masuk?kembali=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
                    return Task.CompletedTask;
                };
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            .AddCookie(Separuh, options =>
            {
                Amankan(options.Cookie, "masuk", https);
                options.ExpireTimeSpan = UmurSeparuh;
                options.SlidingExpiration = false;
                options.Events.OnRedirectToLogin = context =>
                {
                    context.Response.Redirect("/masuk");
                    return Task.CompletedTask;
                };
            });
        services.AddAntiforgery(options =>
        {
            Amankan(options.Cookie, "formulir", https);
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "segel";
            options.SuppressXFrameOptionsHeader = true; // CSP frame-ancestors says it already.
        });
    }

    /// <summary>Only with a complete login, and a role where one is given.</summary>
    public static TBuilder PerluSesi<TBuilder>(this TBuilder endpoint, Izin izin)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder(Sesi).RequireAuthenticatedUser().RequireAssertion(c => izin.Boleh(c.User)).Build())
            .WithMetadata(izin);

    /// <summary>Only between password and second factor.</summary>
    public static TBuilder PerluSeparuh<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder(Separuh).RequireAuthenticatedUser().Build())
            .WithMetadata(Izin.SiapaPun("cookie langkah sebelumnya dan segel formulir"));

    private static void Amankan(CookieBuilder cookie, string nama, bool https)
    {
        cookie.Name = https ? "__Host-" + nama : nama;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }

    // At every request: the row says whether the session still stands, and the roles are those of now.
    private static async Task PeriksaAsync(CookieValidatePrincipalContext context)
    {
        var pelayanan = context.HttpContext.RequestServices.GetRequiredService<PelayananSesi>();
        var sid = context.Principal?.FindFirstValue(ClaimNames.Sesi);
        if (Guid.TryParse(sid, out var id) && await pelayanan.HidupAsync(id, context.HttpContext.RequestAborted) is { } akun)
        {
            context.ReplacePrincipal(PelayananSesi.Principal(akun, id, Sesi));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Sesi);
    }
}
