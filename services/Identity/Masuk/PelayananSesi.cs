using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Pengguna;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Masuk;

/// <summary>Opens, checks and revokes sessions.</summary>
internal sealed class PelayananSesi(IdentityDb db, SetelanIdentitas setelan, TimeProvider time)
{
    private const int PerambanTerpanjang = 200;

    /// <summary>A new session after a complete login, not yet saved; its id is new, so an id planted before the login is worth nothing.</summary>
    public Sesi Buka(Akun akun, HttpContext http)
    {
        var now = time.GetUtcNow();
        var peramban = http.Request.Headers.UserAgent.ToString();
        var sesi = new Sesi
        {
            Id = Guid.NewGuid(),
            AkunId = akun.Id,
            DibuatPada = now,
            BerakhirPada = now + Sesi.Umur,
            Alamat = Alamat(http),
            Peramban = peramban.Length > PerambanTerpanjang ? peramban[..PerambanTerpanjang] : peramban,
        };
        db.Add(sesi);
        return sesi;
    }

    /// <summary>The user of a session that still stands, with the roles of now; null when it was revoked, has ended, or the user may not.</summary>
    public async Task<Akun?> HidupAsync(Guid sesi, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var akun = await db.Akun.AsNoTracking().Include(a => a.Peran)
            .Where(a => db.Sesi.Any(s => s.Id == sesi && s.AkunId == a.Id && s.DicabutPada == null && s.BerakhirPada > now))
            .SingleOrDefaultAsync(cancellationToken);
        return akun is not null && setelan.Boleh(akun) ? akun : null;
    }

    /// <summary>Sessions of a user that still stand, the newest first.</summary>
    public async Task<IReadOnlyList<Sesi>> DaftarAsync(Guid akunId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Sesi.AsNoTracking().Where(s => s.AkunId == akunId && s.DicabutPada == null && s.BerakhirPada > now)
            .OrderByDescending(s => s.DibuatPada).ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session of a user, or all but one. How many.</summary>
    public Task<int> CabutAsync(Guid akunId, Guid? sesi, Guid? kecuali, CancellationToken cancellationToken) =>
        db.Sesi.Where(s => s.AkunId == akunId && s.DicabutPada == null && (sesi == null || s.Id == sesi) && (kecuali == null || s.Id != kecuali))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.DicabutPada, time.GetUtcNow()), cancellationToken);

    /// <summary>What a session says of its user.</summary>
    public static ClaimsPrincipal Principal(Akun akun, Guid sesi, string skema) => new(new ClaimsIdentity(
        [
            new(ClaimNames.Subject, akun.Id.ToString()), new(ClaimNames.Name, akun.Nama), new(ClaimNames.Kantor, akun.Kantor),
            new(ClaimNames.Sesi, sesi.ToString()), .. akun.Peran.Select(p => new Claim(ClaimNames.Peran, p.Kode)),
        ],
        skema, ClaimNames.Name, ClaimNames.Peran));

    /// <summary>Address of the caller.</summary>
    public static string Alamat(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
