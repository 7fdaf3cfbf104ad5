using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Masuk;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Dukcapil.Identity.Oidc;

/// <summary>
/// The demonstration's way to a token without a browser: a client that holds the grant asks for the example officer of a role, or for a client system of
/// any name. Real users cannot be had this way, and nothing can where example officers are not allowed.
/// </summary>
internal sealed class PetugasContohGrant(IdentityDb db, PelayananSesi sesi, SetelanIdentitas setelan)
{
    /// <summary><c>grant_type</c>.</summary>
    public const string Nama = "urn:dukcapil:petugas-contoh";

    private const string AwalanSistem = "contoh:";
    private static readonly TimeSpan Umur = TimeSpan.FromHours(12);

    /// <summary>Parameter <c>peran</c> or <c>sistem</c>; null when there is no such officer.</summary>
    public async Task<ClaimsPrincipal?> UntukAsync(OpenIddictRequest permintaan, string audience, HttpContext http)
    {
        if (!setelan.PetugasContoh) return null;
        if ((string?)permintaan["sistem"] is { Length: > 0 and <= 100 } sistem)
            return PrincipalToken.UntukSistem(AwalanSistem + sistem, sistem, [Lingkup.Permohonan, Lingkup.Dokumen, Lingkup.Buku], audience).SetAccessTokenLifetime(Umur);
        var peran = (string?)permintaan["peran"];
        var akun = await db.Akun.Include(a => a.Peran).SingleOrDefaultAsync(a => a.Contoh && a.Peran.Any(p => p.Kode == peran), http.RequestAborted);
        if (akun is null || !setelan.Boleh(akun)) return null;
        var buka = sesi.Buka(akun, http);
        await db.SaveChangesAsync(http.RequestAborted);
        return PrincipalToken.Untuk(akun, buka.Id, [], audience).SetAccessTokenLifetime(Umur);
    }
}
