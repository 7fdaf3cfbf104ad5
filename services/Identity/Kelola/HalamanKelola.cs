using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Tampilan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Kelola;

/// <summary>The administrator's pages: users. What REST can do, without a program; the same rules decide.</summary>
internal static class HalamanKelola
{
    private static readonly string[] PeranDikenal =
        [Peran.Loket, "KASI", "KABID", "KADIS", "SUPERVISOR", Peran.AdminAlur, Peran.PenyuntingAlur, Peran.PengamatAlur, Peran.AdminIdentitas, Peran.Ops, Peran.Auditor];

    public static void MapKelola(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/kelola").DenganSegel().ExcludeFromDescription().PerluSesi(Izin.AdminIdentitas).PerubahanDicatat("kelola.halaman");

        group.MapGet("", async (HttpContext http, IdentityDb db) => await DaftarAsync(http, db));

        group.MapGet("/pengguna/baru", async (HttpContext http, IdentityDb db) => await BaruAsync(http, db, null));
        group.MapPost("/pengguna/baru", async Task<IResult> (HttpContext http, IdentityDb db, PelayananPengguna pengguna) =>
        {
            var isi = http.Request.Form;
            var (akun, masalah) = await pengguna.BuatAsync(
                new PenggunaBaru(isi["namaPengguna"].ToString(), isi["nama"].ToString(), isi["kantor"].ToString(), PeranDari(isi)), http.RequestAborted);
            if (masalah is not null) return await BaruAsync(http, db, Pesan(masalah));
            await db.SaveChangesAsync(http.RequestAborted);
            return TypedResults.LocalRedirect($"/kelola/pengguna/{akun!.Id}");
        });

        group.MapGet("/pengguna/{id:guid}", (HttpContext http, Guid id, IdentityDb db, PelayananPengguna pengguna, PelayananSesi sesi) =>
            DenganAkunAsync(http, id, pengguna, akun => RincianAsync(http, akun, db, sesi, null, null)));
        group.MapPost("/pengguna/{id:guid}", (HttpContext http, Guid id, IdentityDb db, PelayananPengguna pengguna, PelayananSesi sesi) =>
            DenganAkunAsync(http, id, pengguna, async akun =>
            {
                var isi = http.Request.Form;
                if (isi["versi"] != akun.Versi.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    return await RincianAsync(http, akun, db, sesi, "Data ini sudah diubah admin lain. Periksa, lalu ulangi.", null);
                var masalah = await pengguna.UbahAsync(
                    akun, new UbahPengguna(isi["nama"].ToString(), isi["kantor"].ToString(), PeranDari(isi), isi["aktif"] == "ya"), Saya(http), http.RequestAborted);
                return await RincianAsync(http, akun, db, sesi, masalah is null ? null : Pesan(masalah), masalah is null ? "Tersimpan." : null);
            }));
        group.MapPost("/pengguna/{id:guid}/{tindakan}", (HttpContext http, Guid id, string tindakan, IdentityDb db, PelayananPengguna pengguna, PelayananSesi sesi) =>
            DenganAkunAsync(http, id, pengguna, async akun =>
            {
                switch (tindakan)
                {
                    case "sandi-sekali":
                        var sandi = await pengguna.SandiSekaliAsync(akun, http.RequestAborted);
                        return Halaman.Buat(http, "Sandi sekali pakai", Html.Dari(
                            $"""
                            <p>Sampaikan sandi ini kepada {akun.Nama}. Sandi ini hanya ditampilkan sekarang dan harus diganti saat masuk.</p>
                            <p class="kode">{sandi}</p><p><a href="/kelola/pengguna/{akun.Id}">Kembali</a></p>
                            """));
                    case "buka-kunci": await PenjagaPercobaan.BersihkanAsync(db, akun.Id, http.RequestAborted); break;
                    case "hapus-faktor-kedua": await pengguna.HapusFaktorKeduaAsync(akun, http.RequestAborted); break;
                    case "akhiri-sesi": await sesi.CabutAsync(akun.Id, null, null, http.RequestAborted); break;
                    default: return Halaman.Buat(http, "Tidak ditemukan", Html.Kosong, StatusCodes.Status404NotFound);
                }
                return await RincianAsync(http, akun, db, sesi, null, "Dilaksanakan.");
            }));
    }

    private static async Task<ContentHttpResult> DaftarAsync(HttpContext http, IdentityDb db)
    {
        var akun = await db.Akun.AsNoTracking().Include(a => a.Peran).OrderBy(a => a.NamaPengguna).Take(1000).ToListAsync(http.RequestAborted);
        return Halaman.Buat(http, "Pengguna", Html.Dari(
            $"""
            <nav><a href="/kelola/pengguna/baru">Pengguna baru</a><a href="/kelola/kantor">Kantor</a><a href="/kelola/klien">Klien</a><a href="/akun">Akun saya</a></nav>
            <table><thead><tr><th>Nama pengguna</th><th>Nama</th><th>Kantor</th><th>Peran</th><th>Keadaan</th></tr></thead><tbody>
            {Html.Gabung(akun.Select(a => Html.Dari(
                $"""
                <tr><td><a href="/kelola/pengguna/{a.Id}">{a.NamaPengguna}</a></td><td>{a.Nama}</td><td>{a.Kantor}</td>
                <td>{string.Join(", ", a.Peran.Select(p => p.Kode))}</td><td>{Keadaan(a)}</td></tr>
                """)))}
            </tbody></table>
            """));
    }

    private static async Task<ContentHttpResult> BaruAsync(HttpContext http, IdentityDb db, string? salah) => Halaman.Buat(
        http, "Pengguna baru", Html.Dari(
            $"""
            {Halaman.Salah(salah)}
            <form method="post" action="/kelola/pengguna/baru">
            {Halaman.Segel(http)}
            <label for="namaPengguna">Nama pengguna</label>
            <input id="namaPengguna" name="namaPengguna" type="text" required autocomplete="off">
            {await IsianAsync(http, db, "", "", [])}
            <div><button type="submit">Buat</button></div>
            </form>
            <p><a href="/kelola">Kembali</a></p>
            """),
        salah is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<ContentHttpResult> RincianAsync(HttpContext http, Akun akun, IdentityDb db, PelayananSesi sesi, string? salah, string? baik)
    {
        var terbuka = await sesi.DaftarAsync(akun.Id, http.RequestAborted);
        var alamat = $"/kelola/pengguna/{akun.Id}";
        return Halaman.Buat(http, akun.NamaPengguna, Html.Dari(
            $"""
            {Halaman.Salah(salah)}{(baik is null ? Html.Kosong : Html.Dari($"""<p class="baik" role="status">{baik}</p>"""))}
            <form method="post" action="{alamat}">
            {Halaman.Segel(http)}
            <input type="hidden" name="versi" value="{akun.Versi}">
            {await IsianAsync(http, db, akun.Nama, akun.Kantor, [.. akun.Peran.Select(p => p.Kode)])}
            <label><input type="checkbox" name="aktif" value="ya"{(akun.Aktif ? Html.Dari($" checked") : Html.Kosong)}> Boleh masuk</label>
            <div><button type="submit">Simpan</button></div>
            </form>
            <p>{Keadaan(akun)}; {terbuka.Count} sesi terbuka.</p>
            {Tombol(http, alamat + "/sandi-sekali", "Buat sandi sekali pakai")}
            {Tombol(http, alamat + "/buka-kunci", "Buka kunci")}
            {Tombol(http, alamat + "/hapus-faktor-kedua", "Hapus faktor kedua")}
            {Tombol(http, alamat + "/akhiri-sesi", "Akhiri semua sesi")}
            <p><a href="/kelola">Kembali</a></p>
            """),
            salah is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Html> IsianAsync(HttpContext http, IdentityDb db, string nama, string kantor, IReadOnlyList<string> peran)
    {
        var semua = await db.Kantor.AsNoTracking().OrderBy(k => k.Kode).ToListAsync(http.RequestAborted);
        return Html.Dari(
            $"""
            <label for="nama">Nama (seperti pada buku dan konsep)</label>
            <input id="nama" name="nama" type="text" value="{nama}" required>
            <label for="kantor">Kantor</label>
            <select id="kantor" name="kantor">{Html.Gabung(semua.Select(k => Html.Dari($"""<option value="{k.Kode}"{(k.Kode == kantor ? Html.Dari($" selected") : Html.Kosong)}>{k.Kode} {k.Nama}</option>""")))}</select>
            <fieldset><legend>Peran</legend>
            {Html.Gabung(PeranDikenal.Union(peran).Select(p => Html.Dari($"""<label><input type="checkbox" name="peran" value="{p}"{(peran.Contains(p) ? Html.Dari($" checked") : Html.Kosong)}> {p}</label>""")))}
            <label for="peranLain">Peran lain dari alur kerja (kode, dipisah koma)</label>
            <input id="peranLain" name="peranLain" type="text">
            </fieldset>
            """);
    }

    private static async Task<IResult> DenganAkunAsync(HttpContext http, Guid id, PelayananPengguna pengguna, Func<Akun, Task<ContentHttpResult>> halaman) =>
        await pengguna.CariAsync(id, http.RequestAborted) is { } akun ? await halaman(akun) : Halaman.Buat(http, "Tidak ditemukan", Html.Kosong, StatusCodes.Status404NotFound);

    private static Html Tombol(HttpContext http, string alamat, string teks) =>
        Html.Dari($"""<form method="post" action="{alamat}">{Halaman.Segel(http)}<button class="lunak" type="submit">{teks}</button></form>""");

    private static string Keadaan(Akun a) => string.Join(", ", new[]
    {
        a.Aktif ? "aktif" : "nonaktif", a.SandiHash is null ? "belum ada sandi" : null, a.HarusGantiSandi ? "harus ganti sandi" : null,
        a.TotpAktif ? "faktor kedua terpasang" : "tanpa faktor kedua", a.TerkunciSampai > DateTimeOffset.UtcNow ? "terkunci" : null, a.Contoh ? "contoh" : null,
    }.OfType<string>());

    private static IReadOnlyList<string> PeranDari(IFormCollection isi) =>
        [.. isi["peran"].OfType<string>().Concat(isi["peranLain"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static Guid Saya(HttpContext http) => Guid.Parse(http.User.FindFirstValue(ClaimNames.Subject)!);

    /// <summary>A refusal in words.</summary>
    public static string Pesan(ProblemHttpResult masalah) =>
        masalah.ProblemDetails.Extensions.TryGetValue("errors", out var errors) && errors is IDictionary<string, string[]> isian
            ? $"{masalah.ProblemDetails.Detail} {string.Join(" ", isian.Select(i => $"{i.Key}: {string.Join(" ", i.Value)}"))}"
            : masalah.ProblemDetails.Detail ?? "";
}
