using System.Net;
using System.Text.Json;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Tests.Peranti;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Dukcapil.Identity.Tests.Token;

/// <summary>Refresh tokens: each is used once, and lives no longer than its session and its user.</summary>
public sealed class TokenSegar(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task Each_use_gives_the_next_and_the_roles_of_now()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        var satu = await peramban.TokenAsync(petugas);
        await UbahPeranAsync(petugas, "KASI");
        var dua = await peramban.SegarkanAsync(satu);
        Assert.NotEqual(Segar(satu), Segar(dua));
        Assert.Equal("KASI", new JsonWebToken(dua.GetProperty("access_token").GetString()).GetClaim("peran").Value);
        Assert.True((await peramban.SegarkanAsync(dua)).TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task A_copy_used_again_ends_the_thief_and_the_owner_alike()
    {
        using var peramban = Penerbit.Peramban();
        var satu = await peramban.TokenAsync(await Penerbit.PemakaiAsync("LOKET"));
        var dua = await peramban.SegarkanAsync(satu);
        Ditolak(await peramban.SegarkanAsync(satu));
        Ditolak(await peramban.SegarkanAsync(dua));
    }

    [Fact]
    public async Task It_ends_with_its_session()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        var token = await peramban.TokenAsync(petugas);
        await peramban.IsiAsync(await peramban.BukaAsync("/akun"), "/masuk/keluar");
        Ditolak(await peramban.SegarkanAsync(token));
    }

    [Fact]
    public async Task It_ends_with_its_user()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        var token = await peramban.TokenAsync(petugas);
        await UbahPeranAsync(petugas, "LOKET", aktif: false);
        Ditolak(await peramban.SegarkanAsync(token));
    }

    [Fact]
    public async Task Another_program_cannot_use_it()
    {
        using var peramban = Penerbit.Peramban();
        var token = await peramban.TokenAsync(await Penerbit.PemakaiAsync("LOKET"));
        await KlienSistem.DaftarAsync(Penerbit, new { id = "layar-lain", nama = "Layar lain", alamatKembali = new[] { Penerbit.AlamatKembali } });
        Ditolak(await peramban.MintaTokenAsync(("grant_type", "refresh_token"), ("client_id", "layar-lain"), ("refresh_token", Segar(token))));
    }

    private async Task UbahPeranAsync(Pemakai petugas, string peran, bool aktif = true) => await Penerbit.DenganAsync(async layanan =>
    {
        var pengguna = layanan.GetRequiredService<Pengguna.PelayananPengguna>();
        var akun = await pengguna.CariAsync(petugas.Id, default);
        Assert.Null(await pengguna.UbahAsync(akun!, new Pengguna.UbahPengguna(akun!.Nama, "9901", [peran], aktif), Guid.Empty, default));
    });

    private static string Segar(JsonElement token) => token.GetProperty("refresh_token").GetString()!;

    private static void Ditolak(JsonElement jawaban) => Assert.Equal("invalid_grant", jawaban.GetProperty("error").GetString());
}
