using System.Security.Claims;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Authentication;

namespace Dukcapil.Identity.Masuk;

/// <summary>Ends the session of the browser: its row first, so that a copy of the cookie is worth nothing.</summary>
internal static class PenutupSesi
{
    public static async Task TutupAsync(HttpContext http, PelayananSesi sesi)
    {
        var masuk = await http.AuthenticateAsync(Skema.Sesi);
        if (masuk.Principal is { } user)
        {
            await sesi.CabutAsync(
                Guid.Parse(user.FindFirstValue(ClaimNames.Subject)!), Guid.Parse(user.FindFirstValue(ClaimNames.Sesi)!), null, http.RequestAborted);
        }
        await http.SignOutAsync(Skema.Sesi);
    }
}
