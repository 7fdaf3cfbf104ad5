using System.Net;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Tests.Peranti;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Identity.Tests.Masuk;

/// <summary>Sessions: seen, ended, and with them what came of them.</summary>
public sealed class SesiTests(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_user_sees_the_own_sessions_and_ends_one()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var kantor = Penerbit.Peramban("Komputer Loket");
        using var warnet = Penerbit.Peramban("Komputer Warnet");
        await kantor.MasukAsync(petugas);
        await warnet.MasukAsync(petugas);
        var akun = await kantor.BukaAsync("/akun");
        Assert.Contains("Komputer Warnet", akun.Isi, StringComparison.Ordinal);
        await kantor.IsiAsync(akun, "/akun/sesi/cabut");
        Assert.Equal(HttpStatusCode.Redirect, (await warnet.BukaAsync("/akun")).Status);
        Assert.Equal(HttpStatusCode.OK, (await kantor.BukaAsync("/akun")).Status);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_user()
    {
        var (korban, penyerang) = (await Penerbit.PemakaiAsync("LOKET"), await Penerbit.PemakaiAsync("KASI"));
        using var satu = Penerbit.Peramban();
        using var dua = Penerbit.Peramban();
        await satu.MasukAsync(korban);
        await dua.MasukAsync(penyerang);
        var sesi = Guid.Empty;
        await Penerbit.DenganAsync(async layanan => sesi = (await ((PelayananSesi)layanan.GetService(typeof(PelayananSesi))!).DaftarAsync(korban.Id, default))[0].Id);
        await dua.IsiAsync(await dua.BukaAsync("/akun"), "/akun/sesi/cabut", ("sesi", sesi.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await satu.BukaAsync("/akun")).Status);
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_the_logout()
    {
        using var peramban = Penerbit.Peramban();
        await peramban.MasukAsync(await Penerbit.PemakaiAsync("LOKET"));
        using var pencuri = Penerbit.Peramban();
        pencuri.Cookie.Add(peramban.Cookie.GetAllCookies());
        Assert.Equal(HttpStatusCode.OK, (await pencuri.BukaAsync("/akun")).Status);
        await peramban.IsiAsync(await peramban.BukaAsync("/akun"), "/masuk/keluar");
        Assert.Equal(HttpStatusCode.Redirect, (await pencuri.BukaAsync("/akun")).Status);
    }

    [Fact]
    public async Task A_session_ends_with_the_working_day()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        using var peramban = penerbit.Peramban();
        await peramban.MasukAsync(await penerbit.PemakaiAsync("LOKET"));
        penerbit.Jam.Maju(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.Redirect, (await peramban.BukaAsync("/akun")).Status);
    }

    [Fact]
    public async Task What_ended_long_ago_is_deleted_and_what_lives_stays()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        using var peramban = penerbit.Peramban();
        await peramban.TokenAsync(await penerbit.PemakaiAsync("LOKET"));
        penerbit.Jam.Maju(TimeSpan.FromDays(91));
        using var baru = penerbit.Peramban();
        var token = await baru.TokenAsync(await penerbit.PemakaiAsync("LOKET"));
        await penerbit.DenganAsync(async layanan =>
        {
            var pembersih = ActivatorUtilities.CreateInstance<Oidc.Pembersih>(layanan);
            await pembersih.BersihkanAsync(default);
            Assert.Equal(1, await layanan.GetRequiredService<Database.IdentityDb>().Sesi.CountAsync());
        });
        Assert.True((await baru.SegarkanAsync(token)).TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task An_id_of_a_session_planted_before_the_login_is_worth_nothing_after_it()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var penyerang = Penerbit.Peramban();
        await penyerang.BukaAsync("/masuk");
        var ditanam = penyerang.Cookie.GetAllCookies();
        using var korban = Penerbit.Peramban();
        korban.Cookie.Add(ditanam);
        Assert.Equal("/akun", (await korban.MasukAsync(petugas)).Lanjut);
        Assert.Equal(HttpStatusCode.Redirect, (await penyerang.BukaAsync("/akun")).Status);
        // And a second login makes another session, not the same one again.
        var pertama = korban.Cookie.GetAllCookies().Single(c => c.Name == "sesi").Value;
        await korban.MasukAsync(petugas);
        Assert.NotEqual(pertama, korban.Cookie.GetAllCookies().Single(c => c.Name == "sesi").Value);
    }
}
