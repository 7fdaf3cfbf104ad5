using System.Globalization;
using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Sandi;
using Dukcapil.Identity.Tampilan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.AkunSaya;

/// <summary>What a user does with the own account: sessions, password, second factor.</summary>
internal static class HalamanAkun
{
    public static void MapAkunSaya(this IEndpointRouteBuilder app)
    {
        // A user without any role may still change the password and see the own sessions.
        var group = app.MapGroup("/akun").DenganSegel().ExcludeFromDescription().PerluSesi(Izin.SetiapPetugas with { BolehPeran = _ => true })
            .PerubahanDicatat("akun.kelola", "MASUK");

        group.MapGet("", (HttpContext http, IdentityDb db, PelayananSesi sesi) => RingkasanAsync(http, db, sesi, null));

        group.MapPost("/sesi/cabut", async (HttpContext http, IdentityDb db, PelayananSesi sesi) =>
        {
            var saya = Saya(http);
            if (http.Request.Form["semua"].Count > 0) await sesi.CabutAsync(saya, null, SesiSaya(http), http.RequestAborted);
            else if (Guid.TryParse(http.Request.Form["sesi"], out var id)) await sesi.CabutAsync(saya, id, null, http.RequestAborted);
            return await RingkasanAsync(http, db, sesi, "Sesi diakhiri.");
        });

        group.MapGet("/sandi", (HttpContext http, SetelanIdentitas setelan) => GantiSandi(http, setelan, null));
        group.MapPost("/sandi", async (HttpContext http, IdentityDb db, PelayananMasuk masuk, PelayananSesi sesi, Penyandi penyandi, SetelanIdentitas setelan, TimeProvider time) =>
        {
            var isi = http.Request.Form;
            var akun = await db.Akun.SingleAsync(a => a.Id == Saya(http), http.RequestAborted);
            // Guessing goes on the same count as at the login: an unattended browser must not be a place to guess.
            if (!await PenjagaPercobaan.HitungAsync(db, akun.Id, time.GetUtcNow(), http.RequestAborted) || !penyandi.Cocok(akun, isi["lama"].ToString()))
                return GantiSandi(http, setelan, "Sandi sekarang salah, atau akun sedang terkunci.");
            var tolak = isi["baru"] != isi["ulang"]
                ? "Kedua isian sandi tidak sama."
                : await masuk.GantiSandiAsync(akun, isi["baru"].ToString(), SesiSaya(http), http.RequestAborted);
            if (tolak is not null) return GantiSandi(http, setelan, tolak);
            await PenjagaPercobaan.BersihkanAsync(db, akun.Id, http.RequestAborted);
            return await RingkasanAsync(http, db, sesi, "Sandi diganti; sesi lain diakhiri.");
        });

        group.MapPost("/kode-pemulihan", async (HttpContext http, IdentityDb db, PelayananMasuk masuk) =>
        {
            var akun = await db.Akun.SingleAsync(a => a.Id == Saya(http), http.RequestAborted);
            return PendaftaranFaktorKedua.Selesai(http, await masuk.KodePemulihanBaruAsync(akun, http.RequestAborted), "/akun");
        });

        group.MapGet("/faktor-kedua", async (HttpContext http, IdentityDb db, PendaftaranFaktorKedua daftar) =>
            await TanpaFaktorKeduaAsync(http, db) is { } akun ? daftar.Halaman(http, akun, null) : SudahTerpasang(http));
        group.MapPost("/faktor-kedua", async (HttpContext http, IdentityDb db, PendaftaranFaktorKedua daftar) =>
        {
            if (await TanpaFaktorKeduaAsync(http, db) is not { } akun) return SudahTerpasang(http);
            var (halaman, kode) = await daftar.TerimaAsync(http, akun);
            return halaman ?? PendaftaranFaktorKedua.Selesai(http, kode!, "/akun");
        });
    }

    private static async Task<ContentHttpResult> RingkasanAsync(HttpContext http, IdentityDb db, PelayananSesi sesi, string? baik)
    {
        var akun = await db.Akun.AsNoTracking().Include(a => a.Peran).SingleAsync(a => a.Id == Saya(http), http.RequestAborted);
        var daftar = await sesi.DaftarAsync(akun.Id, http.RequestAborted);
        return Halaman.Buat(http, "Akun saya", Html.Dari(
            $"""
            {(baik is null ? Html.Kosong : Html.Dari($"""<p class="baik" role="status">{baik}</p>"""))}
            <p>{akun.Nama} ({akun.NamaPengguna}), kantor {akun.Kantor}, peran {(akun.Peran.Count == 0 ? "belum ada" : string.Join(", ", akun.Peran.Select(p => p.Kode)))}</p>
            <nav><a href="/akun/sandi">Ganti sandi</a>{(akun.TotpAktif ? Html.Kosong : Html.Dari($"""<a href="/akun/faktor-kedua">Pasang faktor kedua</a>"""))}
            {(akun.Peran.Any(p => p.Kode == Peran.AdminIdentitas) ? Html.Dari($"""<a href="/kelola">Kelola pengguna</a>""") : Html.Kosong)}</nav>
            {(akun.TotpAktif ? Html.Dari($"""<form method="post" action="/akun/kode-pemulihan">{Halaman.Segel(http)}<button class="lunak" type="submit">Buat kode pemulihan baru</button></form>""") : Html.Kosong)}
            <h2>Sesi yang terbuka</h2>
            <table><thead><tr><th>Masuk (UTC)</th><th>Alamat</th><th>Peramban</th><th></th></tr></thead><tbody>
            {Html.Gabung(daftar.Select(s => Html.Dari(
                $"""
                <tr><td>{s.DibuatPada.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}</td><td>{s.Alamat}</td><td>{s.Peramban}</td>
                <td>{(s.Id == SesiSaya(http) ? Html.Dari($"sesi ini") : Html.Dari($"""<form method="post" action="/akun/sesi/cabut">{Halaman.Segel(http)}<input type="hidden" name="sesi" value="{s.Id}"><button class="lunak" type="submit">Akhiri</button></form>"""))}</td></tr>
                """)))}
            </tbody></table>
            <form method="post" action="/akun/sesi/cabut">{Halaman.Segel(http)}<input type="hidden" name="semua" value="ya"><button class="lunak" type="submit">Akhiri semua sesi lain</button></form>
            <form method="post" action="/masuk/keluar">{Halaman.Segel(http)}<button type="submit">Keluar</button></form>
            """));
    }

    private static ContentHttpResult GantiSandi(HttpContext http, SetelanIdentitas setelan, string? salah) => Halaman.Buat(
        http, "Ganti sandi", Html.Dari(
            $"""
            {Halaman.Salah(salah)}
            <form method="post" action="/akun/sandi">
            {Halaman.Segel(http)}
            <label for="lama">Sandi sekarang</label>
            <input id="lama" name="lama" type="password" autocomplete="current-password" required>
            {HalamanMasuk.IsianSandiBaru(setelan)}
            <div><button type="submit">Simpan</button></div>
            </form>
            """),
        salah is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    // Replacing a second factor needs an administrator, or a stolen browser could do it.
    private static Task<Akun?> TanpaFaktorKeduaAsync(HttpContext http, IdentityDb db) =>
        db.Akun.SingleOrDefaultAsync(a => a.Id == Saya(http) && !a.TotpAktif, http.RequestAborted);

    private static ContentHttpResult SudahTerpasang(HttpContext http) => Halaman.Buat(
        http, "Faktor kedua", Html.Dari($"<p>Faktor kedua sudah terpasang. Untuk menggantinya, mintalah admin menghapusnya lebih dahulu.</p>"),
        StatusCodes.Status409Conflict);

    private static Guid Saya(HttpContext http) => Guid.Parse(http.User.FindFirstValue(ClaimNames.Subject)!);

    private static Guid SesiSaya(HttpContext http) => Guid.Parse(http.User.FindFirstValue(ClaimNames.Sesi)!);
}
