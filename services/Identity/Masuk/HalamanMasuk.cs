using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Tampilan;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Identity.Masuk;

/// <summary>Pages of the login. Each asks one thing; which comes next, <see cref="PelayananMasuk.Berikut"/> says.</summary>
internal static class HalamanMasuk
{
    private const string Kembali = "kembali", SatuPesan = "Nama pengguna atau sandi salah, atau akun sedang terkunci.";

    public static void MapMasuk(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/masuk").DenganSegel().ExcludeFromDescription();

        group.MapGet("", (HttpContext http) => Sandi(http, null)).Terbuka("segel formulir, batas percobaan");
        group.MapPost("", async (HttpContext http, PelayananMasuk masuk) =>
        {
            if (!masuk.BolehDari(http)) return TerlaluSering(http);
            var isi = http.Request.Form;
            var akun = await masuk.SandiAsync(http, isi["nama"].ToString().Trim().ToLowerInvariant(), isi["sandi"].ToString());
            return akun is null ? Sandi(http, SatuPesan) : await LanjutAsync(http, masuk, akun, faktorKedua: false);
        }).Terbuka("segel formulir, batas percobaan");

        group.MapGet("/kode", (HttpContext http) => Kode(http, null)).PerluSeparuh();
        group.MapPost("/kode", async (HttpContext http, PelayananMasuk masuk) =>
        {
            if (!masuk.BolehDari(http)) return TerlaluSering(http);
            if (await masuk.SeparuhAsync(http) is not { } akun) return Sandi(http, SatuPesan);
            return await masuk.KodeAsync(akun, http.Request.Form["kode"].ToString(), http.RequestAborted)
                ? await LanjutAsync(http, masuk, akun, faktorKedua: true)
                : Kode(http, "Kode salah, sudah dipakai, atau akun sedang terkunci.");
        }).PerluSeparuh();

        group.MapGet("/sandi", (HttpContext http, SetelanIdentitas setelan) => SandiBaru(http, setelan, null)).PerluSeparuh();
        group.MapPost("/sandi", async (HttpContext http, PelayananMasuk masuk, SetelanIdentitas setelan) =>
        {
            if (await GiliranAsync(http, masuk, "/masuk/sandi") is not { } akun) return Sandi(http, SatuPesan);
            var isi = http.Request.Form;
            var tolak = isi["baru"] != isi["ulang"] ? "Kedua isian sandi tidak sama." : await masuk.GantiSandiAsync(akun, isi["baru"].ToString(), null, http.RequestAborted);
            return tolak is null ? await LanjutAsync(http, masuk, akun, FaktorKeduaSudah(http)) : SandiBaru(http, setelan, tolak);
        }).PerluSeparuh();

        group.MapGet("/faktor-kedua", async (HttpContext http, PelayananMasuk masuk, PendaftaranFaktorKedua daftar) =>
            await GiliranAsync(http, masuk, "/masuk/faktor-kedua") is { } akun ? daftar.Halaman(http, akun, null) : Sandi(http, SatuPesan)).PerluSeparuh();
        group.MapPost("/faktor-kedua", async (HttpContext http, PelayananMasuk masuk, PendaftaranFaktorKedua daftar) =>
        {
            if (await GiliranAsync(http, masuk, "/masuk/faktor-kedua") is not { } akun) return Sandi(http, SatuPesan);
            var (halaman, kode) = await daftar.TerimaAsync(http, akun);
            if (kode is null) return halaman!;
            await masuk.BukaSesiAsync(http, akun);
            return PendaftaranFaktorKedua.Selesai(http, kode, AlamatKembali.Aman(http.Request.Query[Kembali]));
        }).PerluSeparuh();

        group.MapPost("/keluar", async (HttpContext http, PelayananSesi sesi) =>
        {
            await PenutupSesi.TutupAsync(http, sesi);
            return TypedResults.LocalRedirect("/masuk");
        }).PerluSesi(Izin.SetiapPetugas with { BolehPeran = _ => true });
    }

    private static async Task<ContentHttpResult> LanjutAsync(HttpContext http, PelayananMasuk masuk, Akun akun, bool faktorKedua)
    {
        var kembali = AlamatKembali.Aman(http.Request.Query[Kembali]);
        if (masuk.Berikut(akun, faktorKedua) is { } berikut)
        {
            await PelayananMasuk.CatatSeparuhAsync(http, akun, faktorKedua);
            return Halaman.Lanjut(http, $"{berikut}?{Kembali}={Uri.EscapeDataString(kembali)}");
        }
        await masuk.BukaSesiAsync(http, akun);
        return Halaman.Lanjut(http, kembali);
    }

    // A page of the login that it is not the turn of would let somebody skip the one before.
    private static async Task<Akun?> GiliranAsync(HttpContext http, PelayananMasuk masuk, string halaman) =>
        await masuk.SeparuhAsync(http) is { } akun && masuk.Berikut(akun, FaktorKeduaSudah(http)) == halaman ? akun : null;

    private static bool FaktorKeduaSudah(HttpContext http) => http.User.HasClaim(c => c.Type == Skema.FaktorKeduaSudah);

    private static ContentHttpResult TerlaluSering(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "300";
        return Halaman.Buat(
            http, "Terlalu sering mencoba", Html.Dari($"<p>Dari alamat ini terlalu banyak percobaan masuk. Tunggu lima menit, lalu ulangi.</p>"),
            StatusCodes.Status429TooManyRequests);
    }

    private static ContentHttpResult Sandi(HttpContext http, string? salah) => Halaman.Buat(
        http, "Masuk", Html.Dari(
            $"""
            {Halaman.Salah(salah)}
            <form method="post" action="/masuk{Kueri(http)}">
            {Halaman.Segel(http)}
            <label for="nama">Nama pengguna</label>
            <input id="nama" name="nama" type="text" autocomplete="username" autocapitalize="none" required autofocus>
            <label for="sandi">Sandi</label>
            <input id="sandi" name="sandi" type="password" autocomplete="current-password" required>
            <div><button type="submit">Masuk</button></div>
            </form>
            """),
        salah is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);

    private static ContentHttpResult Kode(HttpContext http, string? salah) => Halaman.Buat(
        http, "Kode faktor kedua", Html.Dari(
            $"""
            {Halaman.Salah(salah)}
            <form method="post" action="/masuk/kode{Kueri(http)}">
            {Halaman.Segel(http)}
            <label for="kode">Kode enam angka dari aplikasi autentikator</label>
            <input id="kode" name="kode" type="text" inputmode="numeric" autocomplete="one-time-code" required autofocus aria-describedby="bantu">
            <p id="bantu" class="bantu">Telepon tidak ada? Isikan salah satu kode pemulihan; setiap kode berlaku satu kali.</p>
            <div><button type="submit">Lanjutkan</button></div>
            </form>
            """),
        salah is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);

    private static ContentHttpResult SandiBaru(HttpContext http, SetelanIdentitas setelan, string? salah) => Halaman.Buat(
        http, "Buat sandi baru", Html.Dari(
            $"""
            {Halaman.Salah(salah)}
            <p>Sandi Anda dibuat oleh orang lain dan hanya berlaku satu kali.</p>
            <form method="post" action="/masuk/sandi{Kueri(http)}">
            {Halaman.Segel(http)}
            {IsianSandiBaru(setelan)}
            <div><button type="submit">Simpan</button></div>
            </form>
            """),
        salah is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>The two fields of a new password.</summary>
    public static Html IsianSandiBaru(SetelanIdentitas setelan) => Html.Dari(
        $"""
        <label for="baru">Sandi baru</label>
        <input id="baru" name="baru" type="password" autocomplete="new-password" required aria-describedby="aturan">
        <p id="aturan" class="bantu">Paling sedikit {setelan.SandiTerpendek} karakter, bebas susunannya, boleh memakai spasi. Bukan kata lazim atau nama.</p>
        <label for="ulang">Sandi baru, sekali lagi</label>
        <input id="ulang" name="ulang" type="password" autocomplete="new-password" required>
        """);

    private static string Kueri(HttpContext http) =>
        http.Request.Query.ContainsKey(Kembali) ? $"?{Kembali}={Uri.EscapeDataString(AlamatKembali.Aman(http.Request.Query[Kembali]))}" : "";
}
