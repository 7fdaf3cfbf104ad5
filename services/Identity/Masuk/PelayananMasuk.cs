using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Sandi;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Masuk;

/// <summary>The login, page after page: password, second factor, a new password where one is due, a second factor where none is; then a session.</summary>
internal sealed class PelayananMasuk(
    IdentityDb db, Penyandi penyandi, PenjagaPercobaan penjaga, PelayananSesi sesi, Pelindung pelindung, SetelanIdentitas setelan, JurnalAudit jurnal,
    TimeProvider time, ILogger<PelayananMasuk> log)
{
    /// <summary>The user when name and password are right and the account is not locked. Which of these it was, nobody is told.</summary>
    public async Task<Akun?> SandiAsync(HttpContext http, string namaPengguna, string sandi)
    {
        var cancellationToken = http.RequestAborted;
        var akun = await db.Akun.Include(a => a.Peran).SingleOrDefaultAsync(a => a.NamaPengguna == namaPengguna, cancellationToken);
        var boleh = akun is not null && await PenjagaPercobaan.HitungAsync(db, akun.Id, time.GetUtcNow(), cancellationToken);
        // The hash is computed in every case: a quick answer would tell that there is no such user, or that it is locked.
        var cocok = penyandi.Cocok(akun, sandi);
        if (boleh && cocok && setelan.Boleh(akun!))
        {
            await PenjagaPercobaan.KembalikanAsync(db, akun!.Id, cancellationToken);
            return akun;
        }
        log.LogInformation("Login refused from {Address}", PelayananSesi.Alamat(http));
        // What was typed as a name may be anything, a password too: only a user that there is is named.
        Catat("masuk.ditolak", akun);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Whether this address may try at all.</summary>
    public bool BolehDari(HttpContext http) => penjaga.BolehDari(PelayananSesi.Alamat(http));

    /// <summary>Whether a code of the app, or a recovery code, is right; each counts once.</summary>
    public async Task<bool> KodeAsync(Akun akun, string kode, CancellationToken cancellationToken)
    {
        if (!await PenjagaPercobaan.HitungAsync(db, akun.Id, time.GetUtcNow(), cancellationToken)) return false;
        if (akun.TotpTersegel is { } rahasia
            && FaktorKedua.Totp.Cocok(pelindung.BukaKolom<byte[]>(rahasia), kode, time.GetUtcNow(), akun.TotpTerakhir) is { } langkah)
        {
            // Two who use one code at the same moment: one of them finds the row.
            return await db.Akun.Where(a => a.Id == akun.Id && a.TotpTerakhir < langkah)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.TotpTerakhir, langkah), cancellationToken) == 1;
        }
        var hash = KodeAkses.Hash(kode);
        var pemulihan = await db.KodePemulihan.Where(k => k.AkunId == akun.Id && k.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
        Catat(pemulihan ? "masuk.kode-pemulihan" : "masuk.kode-ditolak", akun);
        await db.SaveChangesAsync(cancellationToken);
        return pemulihan;
    }

    /// <summary>The user of the half cookie.</summary>
    public async Task<Akun?> SeparuhAsync(HttpContext http)
    {
        if (!Guid.TryParse(http.User.FindFirstValue(ClaimNames.Subject), out var id)) return null;
        var akun = await db.Akun.Include(a => a.Peran).SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted);
        return akun is not null && setelan.Boleh(akun) ? akun : null;
    }

    /// <summary>Remembers how far the login has come.</summary>
    public static Task CatatSeparuhAsync(HttpContext http, Akun akun, bool faktorKedua)
    {
        List<Claim> klaim = [new(ClaimNames.Subject, akun.Id.ToString())];
        if (faktorKedua) klaim.Add(new(Skema.FaktorKeduaSudah, "ya"));
        return http.SignInAsync(Skema.Separuh, new ClaimsPrincipal(new ClaimsIdentity(klaim, Skema.Separuh)));
    }

    /// <summary>Where the login goes on; null when nothing is left to ask.</summary>
    public string? Berikut(Akun akun, bool faktorKedua)
    {
        if (akun.TotpAktif && !faktorKedua) return "/masuk/kode";
        if (akun.HarusGantiSandi) return "/masuk/sandi";
        return setelan.PerluFaktorKedua(akun) && !akun.TotpAktif ? "/masuk/faktor-kedua" : null;
    }

    /// <summary>Opens the session.</summary>
    public async Task BukaSesiAsync(HttpContext http, Akun akun)
    {
        var baru = sesi.Buka(akun, http);
        Catat("masuk.berhasil", akun, baru.Id.ToString());
        await db.SaveChangesAsync(http.RequestAborted);
        await PenjagaPercobaan.BersihkanAsync(db, akun.Id, http.RequestAborted);
        await http.SignOutAsync(Skema.Separuh);
        await http.SignInAsync(Skema.Sesi, PelayananSesi.Principal(akun, baru.Id, Skema.Sesi));
    }

    /// <summary>Sets a new password; a refusal in words, or null. Other sessions end: who had the old password is out.</summary>
    public async Task<string?> GantiSandiAsync(Akun akun, string baru, Guid? kecuali, CancellationToken cancellationToken)
    {
        if (AturanSandi.Tolak(baru, setelan.SandiTerpendek, akun.NamaPengguna, akun.Nama, akun.Kantor) is { } tolak) return tolak;
        if (penyandi.Cocok(akun, baru)) return "Sandi baru harus berbeda dari sandi sekarang.";
        akun.SandiHash = penyandi.Hash(baru);
        akun.HarusGantiSandi = false;
        akun.Versi++;
        Catat("sandi.ganti", akun);
        await db.SaveChangesAsync(cancellationToken);
        await sesi.CabutAsync(akun.Id, null, kecuali, cancellationToken);
        return null;
    }

    /// <summary>Confirms a new second factor with its first code and gives recovery codes; null when the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> AktifkanAsync(Akun akun, byte[] rahasia, string kode, CancellationToken cancellationToken)
    {
        if (FaktorKedua.Totp.Cocok(rahasia, kode, time.GetUtcNow(), 0) is not { } langkah) return null;
        akun.TotpTersegel = pelindung.SegelKolom(rahasia);
        akun.TotpAktif = true;
        akun.TotpTerakhir = langkah;
        akun.Versi++;
        Catat("faktor-kedua.pasang", akun);
        return await KodePemulihanBaruAsync(akun, cancellationToken);
    }

    /// <summary>New recovery codes; the old ones are worth nothing any more.</summary>
    public async Task<IReadOnlyList<string>> KodePemulihanBaruAsync(Akun akun, CancellationToken cancellationToken)
    {
        var kode = Enumerable.Range(0, Pengguna.KodePemulihan.Banyak).Select(_ => KodeAkses.Pemulihan()).ToList();
        db.RemoveRange(await db.KodePemulihan.Where(k => k.AkunId == akun.Id).ToListAsync(cancellationToken));
        db.AddRange(kode.Select(k => new KodePemulihan { AkunId = akun.Id, Hash = KodeAkses.Hash(k) }));
        Catat("kode-pemulihan.buat", akun);
        await db.SaveChangesAsync(cancellationToken);
        return kode;
    }

    // Before a session is open the request has no caller yet: it is the user of the account.
    private void Catat(string tindakan, Akun? akun, string? objek = null) => jurnal.Catat(
        tindakan, objek: objek ?? akun?.Id.ToString(), tujuan: "MASUK",
        pelaku: akun is null ? null : new Petugas(akun.Id.ToString(), akun.Nama, akun.Kantor, akun.Peran.Select(p => p.Kode).ToHashSet(StringComparer.Ordinal), new HashSet<string>()));
}
