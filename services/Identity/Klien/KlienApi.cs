using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace Dukcapil.Identity.Klien;

/// <summary>
/// A client. Either a system (<paramref name="Lingkup"/>, and a secret or <paramref name="Jwks"/>) or a program that people use
/// (<paramref name="AlamatKembali"/>).
/// </summary>
/// <param name="Id">3 to 40 of a–z, 0–9 and hyphen; the <c>sub</c> of its tokens.</param>
/// <param name="Nama">Name, up to 100 characters.</param>
/// <param name="Lingkup">Scopes of a system: <c>permohonan</c>, <c>ops</c>.</param>
/// <param name="Jwks">Public keys with which a system signs its requests for tokens (private_key_jwt).</param>
/// <param name="AlamatKembali">Where a program takes the code; https, or http on this machine.</param>
/// <param name="AlamatKeluar">Where a program takes the user after the end of the session.</param>
public sealed record IsianKlien(
    string Id, string Nama, IReadOnlyList<string>? Lingkup = null, JsonElement? Jwks = null, IReadOnlyList<string>? AlamatKembali = null,
    IReadOnlyList<string>? AlamatKeluar = null);

/// <summary>Answer: a secret, shown here only.</summary>
public sealed record RahasiaKlien(string Rahasia);

/// <summary>Client systems and programs over REST, role ADMIN_IDENTITAS.</summary>
public static partial class KlienApi
{
    private const int NamaTerpanjang = 100, Terbanyak = 1000;

    /// <summary>Maps <c>/api/v1/identitas/klien</c>.</summary>
    public static void MapKlien(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/identitas/klien").WithTags("Klien").RequireAuthorization(Izin.AdminIdentitas).PerubahanDicatat("klien.kelola");

        group.MapGet("", async (IOpenIddictApplicationManager manager, CancellationToken token) =>
            TypedResults.Ok(await DaftarAsync(manager, token))).WithSummary("Daftar klien");

        group.MapPost("", async (IsianKlien isi, IOpenIddictApplicationManager manager, Idempotensi idempotensi, HttpContext http, CancellationToken token) =>
        {
            var sidik = ApiJson.Sidik(isi);
            return await idempotensi.JalankanAsync<IsianKlien>(http, Petugas.Dari(http.User).Id, sidik, async () =>
            {
                if (await BuatAsync(isi, manager, token) is { } masalah) return masalah;
                return new(StatusCodes.Status201Created, isi, $"/api/v1/identitas/klien/{isi.Id}");
            }, token);
        }).Produces<IsianKlien>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422).WithSummary("Daftarkan klien");

        group.MapGet("/{id}", async Task<Results<Ok<IsianKlien>, ProblemHttpResult>> (string id, IOpenIddictApplicationManager manager, CancellationToken token) =>
            await manager.FindByClientIdAsync(id, token) is { } klien ? TypedResults.Ok(await BacaAsync(manager, klien, token)) : TidakAda())
            .WithSummary("Lihat klien");

        group.MapPut("/{id}", async Task<Results<Ok<IsianKlien>, ProblemHttpResult>> (string id, IsianKlien isi, IOpenIddictApplicationManager manager, CancellationToken token) =>
            await UbahAsync(id, isi, manager, token) is { } masalah ? masalah : TypedResults.Ok(isi))
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).WithSummary("Ubah nama, lingkup, kunci, atau alamat klien; rahasianya tetap");

        group.MapPost("/{id}/rahasia", async Task<Results<Ok<RahasiaKlien>, ProblemHttpResult>> (string id, IOpenIddictApplicationManager manager, CancellationToken token) =>
        {
            var (rahasia, masalah) = await RahasiaBaruAsync(id, manager, token);
            return masalah is null ? TypedResults.Ok(new RahasiaKlien(rahasia!)) : masalah;
        }).WithSummary("Buat rahasia baru; yang lama tidak berlaku lagi");

        group.MapDelete("/{id}", async Task<Results<NoContent, ProblemHttpResult>> (string id, IOpenIddictApplicationManager manager, CancellationToken token) =>
        {
            if (await manager.FindByClientIdAsync(id, token) is not { } klien) return TidakAda();
            await manager.DeleteAsync(klien, token);
            return TypedResults.NoContent();
        }).WithSummary("Hapus klien; token segarnya berakhir");
    }

    /// <summary>All clients, by id.</summary>
    internal static async Task<List<IsianKlien>> DaftarAsync(IOpenIddictApplicationManager manager, CancellationToken token)
    {
        var daftar = new List<IsianKlien>();
        await foreach (var klien in manager.ListAsync(Terbanyak, null, token)) daftar.Add(await BacaAsync(manager, klien, token));
        return [.. daftar.OrderBy(k => k.Id, StringComparer.Ordinal)];
    }

    /// <summary>Registers a client; or a refusal.</summary>
    internal static async Task<ProblemHttpResult?> BuatAsync(IsianKlien isi, IOpenIddictApplicationManager manager, CancellationToken token)
    {
        if (Tolak(isi) is { } masalah) return masalah;
        if (await manager.FindByClientIdAsync(isi.Id, token) is not null) return Masalah.TidakSah("Id klien sudah dipakai.", ("id", "Sudah dipakai."));
        await manager.CreateAsync(Bentuk(isi), token);
        return null;
    }

    // Its kind and its id stay; a system without a new key keeps how it proves itself.
    private static async Task<ProblemHttpResult?> UbahAsync(string id, IsianKlien isi, IOpenIddictApplicationManager manager, CancellationToken token)
    {
        if (await manager.FindByClientIdAsync(id, token) is not { } klien) return TidakAda();
        if (isi.Id != id) return Masalah.TidakSah("Id klien tidak dapat diubah.", ("id", "Harus sama dengan id pada alamat."));
        if (Tolak(isi) is { } masalah) return masalah;
        var lama = new OpenIddictApplicationDescriptor();
        await manager.PopulateAsync(lama, klien, token);
        if (BentukKlien.AdalahSistem(lama) != isi.Lingkup is not null)
            return Masalah.TidakSah("Sistem tetap sistem, dan aplikasi tetap aplikasi.", ("lingkup", "Daftarkan klien baru untuk jenis yang lain."));
        var baru = isi.Lingkup is { } lingkup
            ? BentukKlien.Sistem(id, isi.Nama.Trim(), lingkup)
            : BentukKlien.Aplikasi(id, isi.Nama.Trim(), isi.AlamatKembali!, isi.AlamatKeluar ?? []);
        baru.ClientSecret = lama.ClientSecret;
        baru.JsonWebKeySet = isi.Jwks is { } jwks ? JsonWebKeySet.Create(jwks.GetRawText()) : lama.JsonWebKeySet;
        // What only settings can grant stays with the settings.
        baru.Permissions.UnionWith(lama.Permissions.Where(p => p == OpenIddictConstants.Permissions.Prefixes.GrantType + Oidc.PetugasContohGrant.Nama));
        await manager.UpdateAsync(klien, baru, token);
        return null;
    }

    /// <summary>A new secret in place of the old one; or a refusal.</summary>
    internal static async Task<(string? Rahasia, ProblemHttpResult? Masalah)> RahasiaBaruAsync(string id, IOpenIddictApplicationManager manager, CancellationToken token)
    {
        if (await manager.FindByClientIdAsync(id, token) is not { } klien) return (null, TidakAda());
        if (!await manager.HasClientTypeAsync(klien, OpenIddictConstants.ClientTypes.Confidential, token))
            return (null, Masalah.TidakSah("Hanya sistem yang mempunyai rahasia.", ("id", "Klien ini dipakai orang; ia memakai PKCE.")));
        var rahasia = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var bentuk = new OpenIddictApplicationDescriptor();
        await manager.PopulateAsync(bentuk, klien, token);
        bentuk.ClientSecret = rahasia;
        await manager.UpdateAsync(klien, bentuk, token);
        return (rahasia, null);
    }

    private static ProblemHttpResult? Tolak(IsianKlien isi)
    {
        if (!Id().IsMatch(isi.Id)) return Masalah.TidakSah("Id klien tidak sah.", ("id", "3 sampai 40 huruf kecil, angka, atau tanda hubung."));
        if (string.IsNullOrWhiteSpace(isi.Nama) || isi.Nama.Length > NamaTerpanjang) return Masalah.TidakSah("Nama tidak sah.", ("nama", $"Wajib, paling panjang {NamaTerpanjang} karakter."));
        if ((isi.Lingkup is null) == (isi.AlamatKembali is null))
            return Masalah.TidakSah("Klien adalah sistem (lingkup) atau aplikasi (alamatKembali), bukan keduanya.", ("lingkup", "Salah satu."), ("alamatKembali", "Salah satu."));
        if (isi.Lingkup is { } lingkup && (lingkup.Count == 0 || lingkup.Except(Lingkup.Semua).Any()))
            return Masalah.TidakSah("Lingkup tidak dikenal.", ("lingkup", string.Join(", ", Lingkup.Semua)));
        if (isi.Jwks is { } jwks && !KunciSah(jwks)) return Masalah.TidakSah("Kunci tidak sah.", ("jwks", "JWKS dengan kunci publik EC atau RSA, tanpa bagian rahasia."));
        return (isi.AlamatKembali ?? []).Concat(isi.AlamatKeluar ?? []).All(AlamatSah)
            ? null
            : Masalah.TidakSah("Alamat tidak sah.", ("alamatKembali", "https://…, atau http://127.0.0.1… ; tanpa fragmen dan tanpa tanda bintang."));
    }

    private static bool AlamatSah(string alamat) =>
        Uri.TryCreate(alamat, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0 && !alamat.Contains('*', StringComparison.Ordinal)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool KunciSah(JsonElement jwks)
    {
        try
        {
            var kunci = JsonWebKeySet.Create(jwks.GetRawText()).Keys;
            return kunci.Count is > 0 and <= 10 && kunci.All(k => k.Kty is "EC" or "RSA" && !k.HasPrivateKey);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static OpenIddictApplicationDescriptor Bentuk(IsianKlien isi)
    {
        if (isi.Lingkup is null) return BentukKlien.Aplikasi(isi.Id, isi.Nama.Trim(), isi.AlamatKembali!, isi.AlamatKeluar ?? []);
        var sistem = BentukKlien.Sistem(isi.Id, isi.Nama.Trim(), isi.Lingkup);
        // Without a key it waits for a secret: until then nobody can be it.
        if (isi.Jwks is { } jwks) sistem.JsonWebKeySet = JsonWebKeySet.Create(jwks.GetRawText());
        else sistem.ClientSecret = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        return sistem;
    }

    private static async Task<IsianKlien> BacaAsync(IOpenIddictApplicationManager manager, object klien, CancellationToken token)
    {
        var d = new OpenIddictApplicationDescriptor();
        await manager.PopulateAsync(d, klien, token);
        const string Awalan = OpenIddictConstants.Permissions.Prefixes.Scope;
        return BentukKlien.AdalahSistem(d)
            ? new(d.ClientId!, d.DisplayName ?? "", [.. d.Permissions.Where(p => p.StartsWith(Awalan, StringComparison.Ordinal)).Select(p => p[Awalan.Length..]).Order(StringComparer.Ordinal)])
            : new(d.ClientId!, d.DisplayName ?? "", AlamatKembali: [.. d.RedirectUris.Select(u => u.OriginalString)], AlamatKeluar: [.. d.PostLogoutRedirectUris.Select(u => u.OriginalString)]);
    }

    private static ProblemHttpResult TidakAda() => Masalah.TidakDitemukan("Klien");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{2,39}$")]
    private static partial Regex Id();
}
