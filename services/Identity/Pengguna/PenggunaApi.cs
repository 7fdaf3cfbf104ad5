using System.Security.Claims;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Masuk;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Pengguna;

/// <summary>A user as an administrator sees it; nothing of password and second factor but whether they are there.</summary>
public sealed record RincianPengguna(
    Guid Id, string NamaPengguna, string Nama, string Kantor, IReadOnlyList<string> Peran, bool Aktif, bool Contoh, bool AdaSandi, bool HarusGantiSandi,
    bool FaktorKedua, DateTimeOffset? TerkunciSampai, DateTimeOffset DibuatPada)
{
    internal static RincianPengguna Dari(Akun a) => new(
        a.Id, a.NamaPengguna, a.Nama, a.Kantor, [.. a.Peran.Select(p => p.Kode).Order(StringComparer.Ordinal)], a.Aktif, a.Contoh, a.SandiHash is not null,
        a.HarusGantiSandi, a.TotpAktif, a.TerkunciSampai, a.DibuatPada);
}

/// <summary>A page of users, by login name.</summary>
/// <param name="Pengguna">Users.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanPengguna(IReadOnlyList<RincianPengguna> Pengguna, string? Berikut);

/// <summary>Answer: a password to be used once, shown here only.</summary>
public sealed record SandiSekali(string Sandi);

/// <summary>A session.</summary>
public sealed record RincianSesi(Guid Id, DateTimeOffset DibuatPada, DateTimeOffset BerakhirPada, string Alamat, string Peramban);

/// <summary>Who the caller is.</summary>
public sealed record DiriSendiri(string Id, string Nama, string Kantor, IReadOnlyList<string> Peran);

/// <summary>Users over REST, role ADMIN_IDENTITAS.</summary>
public static class PenggunaApi
{
    /// <summary>Maps <c>/api/v1/identitas/pengguna</c>.</summary>
    public static void MapPengguna(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/identitas/saya", (HttpContext http) =>
        {
            var saya = Petugas.Dari(http.User);
            return TypedResults.Ok(new DiriSendiri(saya.Id, saya.Nama, saya.Kantor, [.. saya.Peran.Order(StringComparer.Ordinal)]));
        }).WithTags("Pengguna").RequireAuthorization(Izin.SetiapPetugas).WithSummary("Siapa saya, menurut token");

        var group = app.MapGroup("/api/v1/identitas/pengguna").WithTags("Pengguna").RequireAuthorization(Izin.AdminIdentitas);

        group.MapGet("", async Task<Results<Ok<HalamanPengguna>, ProblemHttpResult>> (
            IdentityDb db, string? sesudah, int? batas, CancellationToken token) =>
        {
            if (BatasHalaman.Tolak(batas) is { } terlalu) return terlalu;
            var banyak = batas ?? BatasHalaman.Bawaan;
            var akun = await db.Akun.AsNoTracking().Include(a => a.Peran).Where(a => sesudah == null || string.Compare(a.NamaPengguna, sesudah) > 0)
                .OrderBy(a => a.NamaPengguna).Take(banyak + 1).ToListAsync(token);
            var halaman = akun.Take(banyak).Select(RincianPengguna.Dari).ToList();
            return TypedResults.Ok(new HalamanPengguna(halaman, akun.Count > banyak ? halaman[^1].NamaPengguna : null));
        }).WithSummary("Daftar pengguna menurut nama pengguna");

        group.MapPost("", async (PenggunaBaru isi, PelayananPengguna pengguna, Idempotensi idempotensi, HttpContext http, CancellationToken token) =>
        {
            var sidik = ApiJson.Sidik(isi);
            return await idempotensi.JalankanAsync<RincianPengguna>(http, Petugas.Dari(http.User).Id, sidik, async () =>
            {
                var (akun, masalah) = await pengguna.BuatAsync(isi, token);
                if (masalah is not null) return masalah;
                return new(StatusCodes.Status201Created, RincianPengguna.Dari(akun!), $"/api/v1/identitas/pengguna/{akun!.Id}");
            }, token);
        }).Produces<RincianPengguna>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Buat pengguna; sandinya diminta terpisah");

        group.MapGet("/{id:guid}", async Task<Results<Ok<RincianPengguna>, ProblemHttpResult>> (Guid id, PelayananPengguna pengguna, HttpContext http, CancellationToken token) =>
        {
            if (await pengguna.CariAsync(id, token) is not { } akun) return TidakAda();
            http.Response.TulisVersi(akun.Versi);
            return TypedResults.Ok(RincianPengguna.Dari(akun));
        }).WithSummary("Lihat pengguna");

        group.MapPut("/{id:guid}", async Task<Results<Ok<RincianPengguna>, ProblemHttpResult>> (
            Guid id, UbahPengguna isi, PelayananPengguna pengguna, HttpContext http, CancellationToken token) =>
        {
            if (await pengguna.CariAsync(id, token) is not { } akun) return TidakAda();
            if (http.Request.TolakVersiLain(akun.Versi) is { } lain) return lain;
            if (await pengguna.UbahAsync(akun, isi, Guid.TryParse(Petugas.Dari(http.User).Id, out var oleh) ? oleh : Guid.Empty, token) is { } masalah) return masalah;
            http.Response.TulisVersi(akun.Versi);
            return TypedResults.Ok(RincianPengguna.Dari(akun));
        }).WithSummary("Ubah pengguna: nama, kantor, peran, keaktifan");

        group.MapPost("/{id:guid}/sandi-sekali", async Task<Results<Ok<SandiSekali>, ProblemHttpResult>> (Guid id, PelayananPengguna pengguna, CancellationToken token) =>
            await pengguna.CariAsync(id, token) is { } akun ? TypedResults.Ok(new SandiSekali(await pengguna.SandiSekaliAsync(akun, token))) : TidakAda())
            .WithSummary("Buat sandi sekali pakai; sandi lama dan semua sesi berakhir");

        group.MapPost("/{id:guid}/buka-kunci", async Task<Results<NoContent, ProblemHttpResult>> (Guid id, IdentityDb db, PelayananPengguna pengguna, CancellationToken token) =>
        {
            if (await pengguna.CariAsync(id, token) is null) return TidakAda();
            await PenjagaPercobaan.BersihkanAsync(db, id, token);
            return TypedResults.NoContent();
        }).PerubahanDicatat("pengguna.buka-kunci").WithSummary("Buka kunci akun yang terlalu sering salah masuk");

        group.MapDelete("/{id:guid}/faktor-kedua", async Task<Results<NoContent, ProblemHttpResult>> (Guid id, PelayananPengguna pengguna, CancellationToken token) =>
        {
            if (await pengguna.CariAsync(id, token) is not { } akun) return TidakAda();
            await pengguna.HapusFaktorKeduaAsync(akun, token);
            return TypedResults.NoContent();
        }).WithSummary("Hapus faktor kedua yang hilang; dipasang lagi saat masuk berikutnya");

        group.MapGet("/{id:guid}/sesi", async Task<Results<Ok<List<RincianSesi>>, ProblemHttpResult>> (Guid id, PelayananPengguna pengguna, PelayananSesi sesi, CancellationToken token) =>
            await pengguna.CariAsync(id, token) is null
                ? TidakAda()
                : TypedResults.Ok((await sesi.DaftarAsync(id, token)).Select(s => new RincianSesi(s.Id, s.DibuatPada, s.BerakhirPada, s.Alamat, s.Peramban)).ToList()))
            .WithSummary("Sesi yang terbuka");

        group.MapDelete("/{id:guid}/sesi/{sesi:guid?}", async Task<Results<NoContent, ProblemHttpResult>> (
            Guid id, Guid? sesi, PelayananPengguna pengguna, PelayananSesi pelayanan, CancellationToken token) =>
        {
            if (await pengguna.CariAsync(id, token) is null) return TidakAda();
            return await pelayanan.CabutAsync(id, sesi, null, token) > 0 || sesi is null ? TypedResults.NoContent() : Masalah.TidakDitemukan("Sesi");
        }).PerubahanDicatat("sesi.akhiri").WithSummary("Cabut satu sesi, atau semuanya");
    }

    private static ProblemHttpResult TidakAda() => Masalah.TidakDitemukan("Pengguna");
}
