using System.Net;
using Dukcapil.Identity.Tests.Peranti;

namespace Dukcapil.Identity.Tests.Masuk;

/// <summary>The end of a session is asked for; and what a program may know of whoever is logged in.</summary>
public sealed class KeluarTests(KeluarTests.PenerbitDenganKeluar bersama) : IClassFixture<KeluarTests.PenerbitDenganKeluar>
{
    private const string Tujuan = "http://127.0.0.1:9/selesai", Kueri = $"?client_id={Penerbit.Aplikasi}&post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fselesai&state=abc";

    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_link_from_elsewhere_ends_no_session_and_the_officer_who_agrees_comes_back_to_the_program()
    {
        using var peramban = Penerbit.Peramban();
        await peramban.MasukAsync(await Penerbit.PemakaiAsync("LOKET"));
        var tanya = await peramban.BukaAsync("/connect/keluar" + Kueri);
        Assert.Equal(HttpStatusCode.OK, tanya.Status);
        Assert.Equal(HttpStatusCode.OK, (await peramban.BukaAsync("/akun")).Status);

        // A form of another site has no seal.
        var palsu = await peramban.KirimAsync("/connect/keluar", ("client_id", Penerbit.Aplikasi), ("post_logout_redirect_uri", Tujuan));
        Assert.Contains("Keluar", palsu.Isi, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await peramban.BukaAsync("/akun")).Status);

        var ya = await peramban.IsiAsync(tanya);
        Assert.Equal(HttpStatusCode.Redirect, (await peramban.BukaAsync("/akun")).Status);
        Assert.Equal(Tujuan + "?state=abc", (await peramban.BukaAsync(ya.Lanjut!)).Ke);
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_not_asked_and_no_address_of_a_stranger_is_taken()
    {
        using var peramban = Penerbit.Peramban();
        Assert.Equal(Tujuan + "?state=abc", (await peramban.BukaAsync("/connect/keluar" + Kueri)).Ke);
        var asing = await peramban.BukaAsync($"/connect/keluar?client_id={Penerbit.Aplikasi}&post_logout_redirect_uri=https%3A%2F%2Fjahat.example%2F");
        Assert.NotEqual("https://jahat.example/", asing.Ke);
    }

    [Fact]
    public async Task Userinfo_tells_the_holder_of_an_access_token_what_the_token_says_and_nobody_else()
    {
        using var peramban = Penerbit.Peramban();
        var pemakai = await Penerbit.PemakaiAsync("KASI", "LOKET");
        var token = (await peramban.TokenAsync(pemakai)).GetProperty("access_token").GetString();
        var (status, isi, _) = await peramban.RestAsync(HttpMethod.Get, "/connect/userinfo", token);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((pemakai.Id.ToString(), "Petugas Uji", "9901"), (isi.GetProperty("sub").GetString(), isi.GetProperty("name").GetString(), isi.GetProperty("kantor").GetString()));
        Assert.Equal(["KASI", "LOKET"], isi.GetProperty("peran").EnumerateArray().Select(p => p.GetString()));
        var (_, temuan, _) = await peramban.RestAsync(HttpMethod.Get, "/.well-known/openid-configuration", null);
        Assert.EndsWith("/connect/userinfo", temuan.GetProperty("userinfo_endpoint").GetString(), StringComparison.Ordinal);
        foreach (var buruk in new[] { null, "abc", token + "x" })
            Assert.NotEqual(HttpStatusCode.OK, (await peramban.RestAsync(HttpMethod.Get, "/connect/userinfo", buruk)).Status);
    }

    /// <summary>An issuer whose program has an address for the end of a session.</summary>
    public sealed class PenerbitDenganKeluar : IAsyncLifetime
    {
        internal Penerbit Penerbit { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Penerbit = await Penerbit.MulaiAsync(new Dictionary<string, string?> { [$"Identity:Klien:{Peranti.Penerbit.Aplikasi}:AlamatKeluar"] = Tujuan });

        public ValueTask DisposeAsync() => Penerbit.DisposeAsync();
    }
}
