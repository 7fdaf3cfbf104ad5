using Dukcapil.Identity.Database;
using Dukcapil.Identity.Kantor;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Tampilan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Kelola;

/// <summary>The administrator's page of offices.</summary>
internal static class HalamanKantor
{
    public static void MapKelolaKantor(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/kelola/kantor").DenganSegel().ExcludeFromDescription().PerluSesi(Izin.AdminIdentitas).PerubahanDicatat("kelola.halaman");
        group.MapGet("", (HttpContext http, IdentityDb db) => TampilAsync(http, db, null));
        group.MapPost("", async (HttpContext http, IdentityDb db) =>
        {
            var isi = http.Request.Form;
            var masalah = await KantorApi.BuatAsync(
                new IsianKantor(isi["kode"].ToString(), isi["nama"].ToString(), isi["wilayah"].ToString(), isi["zona"].ToString()), db, http.RequestAborted);
            if (masalah is null) await db.SaveChangesAsync(http.RequestAborted);
            return await TampilAsync(http, db, masalah is null ? null : HalamanKelola.Pesan(masalah));
        });
    }

    private static async Task<ContentHttpResult> TampilAsync(HttpContext http, IdentityDb db, string? salah)
    {
        var kantor = await db.Kantor.AsNoTracking().OrderBy(k => k.Kode).ToListAsync(http.RequestAborted);
        return Halaman.Buat(http, "Kantor", Html.Dari(
            $"""
            {Halaman.Salah(salah)}
            <table><thead><tr><th>Kode</th><th>Nama</th><th>Wilayah</th><th>Zona</th></tr></thead><tbody>
            {Html.Gabung(kantor.Select(k => Html.Dari($"<tr><td>{k.Kode}</td><td>{k.Nama}</td><td>{k.Wilayah}</td><td>{k.Zona}</td></tr>")))}
            </tbody></table>
            <h2>Kantor baru</h2>
            <form method="post" action="/kelola/kantor">
            {Halaman.Segel(http)}
            <label for="kode">Kode</label><input id="kode" name="kode" type="text" required>
            <label for="nama">Nama</label><input id="nama" name="nama" type="text" required>
            <label for="wilayah">Kode wilayah, misalnya 99.01</label><input id="wilayah" name="wilayah" type="text" required>
            <label for="zona">Zona waktu</label><select id="zona" name="zona"><option>Asia/Jakarta</option><option>Asia/Makassar</option><option>Asia/Jayapura</option></select>
            <div><button type="submit">Buat</button></div>
            </form>
            <p><a href="/kelola">Kembali</a></p>
            """),
            salah is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
