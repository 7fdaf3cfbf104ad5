using System.Net;
using System.Text.Json;
using Dukcapil.Identity.Kunci;
using Dukcapil.Identity.Tests.Peranti;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Dukcapil.Identity.Tests.Token;

/// <summary>Signing keys change while everybody works.</summary>
public sealed class RotasiKunci
{
    [Fact]
    public async Task A_key_is_published_before_it_signs_and_until_its_last_token_has_ended()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        using var peramban = penerbit.Peramban();
        var rahasia = await KlienSistem.DaftarAsync(penerbit, new { id = "sistem", nama = "Sistem", lingkup = new[] { "ops" } });
        var petugas = await penerbit.TokenAsync("LOKET");
        var lama = await KidAsync(peramban, rahasia!);

        penerbit.Jam.Maju(CincinKunci.Masa - CincinKunci.TerbitDulu);
        await penerbit.Kunci.SegarkanAsync(default);
        Assert.Equal(2, (await TerbitAsync(peramban)).Count);
        Assert.Equal(lama, await KidAsync(peramban, rahasia!));

        penerbit.Jam.Maju(CincinKunci.TerbitDulu);
        await penerbit.Kunci.SegarkanAsync(default);
        var baru = await KidAsync(peramban, rahasia!);
        Assert.NotEqual(lama, baru);
        Assert.Equal([baru, lama], await TerbitAsync(peramban));
        // The issuer's clock has gone a month ahead, the token's end is judged by the machine's: what counts here is the signature.
        Assert.Equal(HttpStatusCode.OK, (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/saya", petugas)).Status);

        penerbit.Jam.Maju(CincinKunci.Simpan);
        await penerbit.Kunci.SegarkanAsync(default);
        Assert.Equal([baru], await TerbitAsync(peramban));
        Assert.Equal(HttpStatusCode.Unauthorized, (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/saya", petugas)).Status);
    }

    [Fact]
    public async Task A_refresh_token_outlives_the_change_of_keys()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        using var peramban = penerbit.Peramban();
        var token = await peramban.TokenAsync(await penerbit.PemakaiAsync("LOKET"));
        await penerbit.Kunci.RotasiAsync(segera: true, default);
        Assert.True((await peramban.SegarkanAsync(token)).TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task A_key_that_has_leaked_is_withdrawn_at_once_and_its_tokens_with_it()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        using var peramban = penerbit.Peramban();
        var admin = await penerbit.TokenAsync("ADMIN_IDENTITAS");
        var (_, daftar, _) = await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/kunci", admin);
        var bocor = daftar[0].GetProperty("id").GetString();
        Assert.DoesNotContain("tersegel", daftar.ToString(), StringComparison.OrdinalIgnoreCase);
        var (_, rotasi, _) = await peramban.RestAsync(HttpMethod.Post, "/api/v1/identitas/kunci/rotasi?segera=true", admin);
        Assert.True(rotasi.GetProperty("menanda").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, (await peramban.RestAsync(HttpMethod.Delete, $"/api/v1/identitas/kunci/{bocor}", admin)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/kunci", admin)).Status);
        Assert.Equal(HttpStatusCode.OK, (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/kunci", await penerbit.TokenAsync("ADMIN_IDENTITAS"))).Status);
    }

    [Fact]
    public async Task After_a_restart_the_same_key_signs_and_cookies_still_count()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        using var peramban = penerbit.Peramban();
        await peramban.MasukAsync(await penerbit.PemakaiAsync("LOKET"));
        var kunci = penerbit.Kunci.Penanda[0].Id;
        await penerbit.UlangAsync(new Dictionary<string, string?>());
        Assert.Equal(kunci, penerbit.Kunci.Penanda[0].Id);
        Assert.Equal(HttpStatusCode.OK, (await peramban.BukaAsync("/akun")).Status);
    }

    private static async Task<string> KidAsync(Peramban peramban, string rahasia) =>
        new JsonWebToken((await KlienSistem.MintaAsync(peramban, "sistem", rahasia, "ops")).GetProperty("access_token").GetString()).Kid;

    private static async Task<List<string>> TerbitAsync(Peramban peramban) =>
        [.. (await peramban.RestAsync(HttpMethod.Get, "/.well-known/jwks", null)).Isi.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!)];
}
