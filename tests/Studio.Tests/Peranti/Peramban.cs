using System.Text.RegularExpressions;
using Dukcapil.TestServers;
using Microsoft.Playwright;

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>
/// An officer at a browser of his own. Whatever a test does in it, at its end nothing may have gone to another origin, nothing been written to the
/// console as an error, and no error bar be up. Screenshots stay as test output.
/// </summary>
internal sealed class Peramban : IAsyncDisposable
{
    /// <summary>Chromium itself notes every answer 400: those that a test brings about.</summary>
    public static readonly Regex Ditolak400 = new("status of 400");

    /// <summary>The same of 401.</summary>
    public static readonly Regex TanpaSesi401 = new("status of 401");

    private static readonly string Gambar = Path.Combine(TestOutput(), "studio");
    private readonly List<string> keluhan = [];
    private readonly ITempatPeramban pemasangan;
    private readonly IBrowserContext konteks;

    private Peramban(ITempatPeramban pemasangan, IBrowserContext konteks, IPage halaman) => (this.pemasangan, this.konteks, Halaman) = (pemasangan, konteks, halaman);

    public IPage Halaman { get; }

    /// <summary>Console messages that a test brings about on purpose.</summary>
    public List<Regex> Dimaklumi { get; } = [];

    /// <summary>Opens a path as the example officer of a role, through the login.</summary>
    public static async Task<Peramban> BukaAsync(ITempatPeramban pemasangan, string peran, string jalur)
    {
        var konteks = await pemasangan.Browser.NewContextAsync(new() { BaseURL = pemasangan.Alamat.AbsoluteUri, ViewportSize = new() { Width = 1600, Height = 1000 } });
        konteks.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(15_000);
        var halaman = await konteks.NewPageAsync();
        var peramban = new Peramban(pemasangan, konteks, halaman);
        konteks.Request += (_, permintaan) =>
        {
            var alamat = new Uri(permintaan.Url);
            if (alamat.Scheme is "http" or "https" or "ws" or "wss" && alamat.Authority != pemasangan.Alamat.Authority) peramban.keluhan.Add("keluar: " + permintaan.Url);
        };
        konteks.Console += (_, pesan) =>
        {
            if (pesan.Type == "error") peramban.keluhan.Add($"konsol: {pesan.Text} {pesan.Location}");
        };
        konteks.WebError += (_, salah) => peramban.keluhan.Add("skrip: " + salah.Error);
        await halaman.GotoAsync(jalur);
        await peramban.MasukAsync(halaman, peran);
        return peramban;
    }

    /// <summary>Fills in the login that is shown.</summary>
    public async Task MasukAsync(IPage halaman, string peran)
    {
        await halaman.GetByLabel("Nama pengguna").FillAsync("contoh-" + peran.ToLowerInvariant().Replace('_', '-'));
        await halaman.GetByLabel("Sandi").FillAsync(pemasangan.Sandi);
        await halaman.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
    }

    /// <summary>The session is gone at the issuer, and the token no longer good.</summary>
    public async Task AkhiriSesiAsync()
    {
        await konteks.ClearCookiesAsync();
        await Halaman.EvaluateAsync("() => sessionStorage.setItem('studio.sesi', JSON.stringify({ token: 'tidak-berlaku', habis: Date.now() + 600000 }))");
    }

    /// <summary>Keeps what is to be seen.</summary>
    public Task PotretAsync(string nama) => Halaman.ScreenshotAsync(new() { Path = Path.Combine(Gambar, nama + ".png") });

    /// <summary>Fails when the browser had reason to complain.</summary>
    public async Task HarusBersihAsync()
    {
        var sisa = keluhan.Where(k => !Dimaklumi.Exists(d => d.IsMatch(k))).ToList();
        Assert.True(sisa.Count == 0, string.Join(Environment.NewLine, sisa));
        // Pages without the designer have no such bar.
        Assert.All(await Halaman.Locator("#blazor-error-ui").EvaluateAllAsync<string[]>("all => all.map(e => getComputedStyle(e).display)"), d => Assert.Equal("none", d));
    }

    public async ValueTask DisposeAsync() => await konteks.DisposeAsync();

    // Beside the other results of ./test.
    private static string TestOutput() => Repository.PathOf("artifacts/test-results");
}
