using Dukcapil.Identity.Klien;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Tampilan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;

namespace Dukcapil.Identity.Kelola;

/// <summary>The administrator's page of clients: systems with their secret, and programs that people use. Keys of systems are given over REST.</summary>
internal static class HalamanKlien
{
    public static void MapKelolaKlien(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/kelola/klien").DenganSegel().ExcludeFromDescription().PerluSesi(Izin.AdminIdentitas).PerubahanDicatat("kelola.halaman");
        group.MapGet("", (HttpContext http, IOpenIddictApplicationManager manager) => TampilAsync(http, manager, null, null));
        group.MapPost("", async (HttpContext http, IOpenIddictApplicationManager manager) =>
        {
            var isi = http.Request.Form;
            var (lingkup, alamat) = (Daftar(isi["lingkup"].ToString()), Daftar(isi["alamatKembali"].ToString()));
            var masalah = await KlienApi.BuatAsync(
                new IsianKlien(isi["id"].ToString(), isi["nama"].ToString(), lingkup.Length > 0 ? lingkup : null, null, alamat.Length > 0 ? alamat : null), manager, http.RequestAborted);
            return await TampilAsync(http, manager, masalah is null ? null : HalamanKelola.Pesan(masalah), null);
        });
        group.MapPost("/{id}/rahasia", async (HttpContext http, string id, IOpenIddictApplicationManager manager) =>
        {
            var (rahasia, masalah) = await KlienApi.RahasiaBaruAsync(id, manager, http.RequestAborted);
            return await TampilAsync(http, manager, masalah is null ? null : HalamanKelola.Pesan(masalah), rahasia);
        });
        group.MapPost("/{id}/hapus", async (HttpContext http, string id, IOpenIddictApplicationManager manager) =>
        {
            if (await manager.FindByClientIdAsync(id, http.RequestAborted) is { } klien) await manager.DeleteAsync(klien, http.RequestAborted);
            return await TampilAsync(http, manager, null, null);
        });
    }

    private static async Task<ContentHttpResult> TampilAsync(HttpContext http, IOpenIddictApplicationManager manager, string? salah, string? rahasia) => Halaman.Buat(
        http, "Klien", Html.Dari(
            $"""
            {Halaman.Salah(salah)}
            {(rahasia is null ? Html.Kosong : Html.Dari($"""<p class="baik" role="status">Rahasia baru, hanya ditampilkan sekarang: <span class="kode">{rahasia}</span></p>"""))}
            <table><thead><tr><th>Id</th><th>Nama</th><th>Lingkup atau alamat</th><th></th></tr></thead><tbody>
            {Html.Gabung((await KlienApi.DaftarAsync(manager, http.RequestAborted)).Select(k => Html.Dari(
                $"""
                <tr><td>{k.Id}</td><td>{k.Nama}</td><td>{string.Join(", ", k.Lingkup ?? k.AlamatKembali ?? [])}</td>
                <td>{(k.Lingkup is null ? Html.Kosong : Tombol(http, $"/kelola/klien/{k.Id}/rahasia", "Rahasia baru"))}{Tombol(http, $"/kelola/klien/{k.Id}/hapus", "Hapus")}</td></tr>
                """)))}
            </tbody></table>
            <h2>Klien baru</h2>
            <form method="post" action="/kelola/klien">
            {Halaman.Segel(http)}
            <label for="id">Id</label><input id="id" name="id" type="text" required>
            <label for="nama">Nama</label><input id="nama" name="nama" type="text" required>
            <label for="lingkup">Sistem: lingkup, dipisah koma ({string.Join(", ", Lingkup.Semua)})</label><input id="lingkup" name="lingkup" type="text">
            <label for="alamatKembali">Aplikasi untuk orang: alamat kembali, dipisah koma</label><input id="alamatKembali" name="alamatKembali" type="text">
            <div><button type="submit">Daftarkan</button></div>
            </form>
            <p><a href="/kelola">Kembali</a></p>
            """),
        salah is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static Html Tombol(HttpContext http, string alamat, string teks) =>
        Html.Dari($"""<form method="post" action="{alamat}">{Halaman.Segel(http)}<button class="lunak" type="submit">{teks}</button></form>""");

    private static string[] Daftar(string teks) => teks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
