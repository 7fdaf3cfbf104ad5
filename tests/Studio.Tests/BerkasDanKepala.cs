using System.Net;
using System.Net.Http.Headers;
using Dukcapil.Studio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Studio.Tests;

/// <summary>How the files of the designer are served, and what is said when they are not there.</summary>
public sealed class BerkasDanKepala
{
    [Fact]
    public async Task Files_come_as_they_were_compressed_and_are_kept_as_long_as_their_name_says()
    {
        await using var asal = await MulaiAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(asal.Urls.First()) };
        var pokok = await AmbilAsync(http, "/studio/_framework/blazor.webassembly.js", "br");
        Assert.Equal(("br", "no-cache", "text/javascript"), (pokok.Content.Headers.ContentEncoding.Single(), pokok.Headers.CacheControl!.ToString(), pokok.Content.Headers.ContentType!.MediaType));
        Assert.Equal("Accept-Encoding", pokok.Headers.Vary.Single());
        using var lagi = new HttpRequestMessage(HttpMethod.Get, "/studio/_framework/blazor.webassembly.js");
        lagi.Headers.AcceptEncoding.Add(new("br"));
        lagi.Headers.IfNoneMatch.Add(pokok.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(lagi, TestContext.Current.CancellationToken)).StatusCode);

        var nama = Directory.EnumerateFiles(Paket(), "*.wasm").Select(Path.GetFileName).First();
        var wasm = await AmbilAsync(http, "/studio/_framework/" + nama, "gzip");
        Assert.Equal(("application/wasm", true, TimeSpan.FromDays(365)), (wasm.Content.Headers.ContentType!.MediaType, wasm.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal), wasm.Headers.CacheControl.MaxAge));
        var dat = Directory.EnumerateFiles(Paket(), "*.dat").Select(Path.GetFileName).First();
        Assert.Equal(HttpStatusCode.OK, (await AmbilAsync(http, "/studio/_framework/" + dat, "identity")).StatusCode);
        Assert.Empty((await AmbilAsync(http, "/studio/_framework/" + dat, "identity")).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_page_lets_nothing_in_from_outside_and_is_in_no_frame()
    {
        await using var asal = await MulaiAsync();
        using var http = new HttpClient { BaseAddress = new Uri(asal.Urls.First()) };
        var halaman = await AmbilAsync(http, "/studio/workflows/definitions/x/edit", "identity");
        var aturan = halaman.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", aturan, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", aturan, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval'", aturan.Replace("wasm-unsafe-eval'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var isi = await halaman.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("://", isi, StringComparison.Ordinal);
        foreach (var jalur in (string[])["/studio/tidak-ada.js", "/studio/../appsettings.json", "/studio/%2e%2e/package.json", "/studio/tuan-rumah/utama.html", "/studio/_content/MudBlazor/MudBlazor.min.js.map"])
            Assert.Equal(HttpStatusCode.NotFound, (await AmbilAsync(http, jalur, "identity")).StatusCode);
    }

    [Fact]
    public async Task Without_the_package_the_page_says_how_to_get_it()
    {
        var kosong = Directory.CreateTempSubdirectory("dukcapil-tanpa-studio-");
        await using var asal = await MulaiAsync(kosong.FullName);
        using var http = new HttpClient { BaseAddress = new Uri(asal.Urls.First()) };
        var halaman = await http.GetStringAsync("/studio/workflows/definitions", TestContext.Current.CancellationToken);
        Assert.Contains("Node.js", halaman, StringComparison.Ordinal);
        Assert.Contains("dotnet build services/Studio", halaman, StringComparison.Ordinal);
        kosong.Delete();
    }

    private static async Task<WebApplication> MulaiAsync(string? folder = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (folder is not null) builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Studio:Folder"] = folder });
        var app = builder.Build();
        app.MapStudio();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<HttpResponseMessage> AmbilAsync(HttpClient http, string jalur, string pengodean)
    {
        using var permintaan = new HttpRequestMessage(HttpMethod.Get, new Uri(http.BaseAddress + jalur.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        permintaan.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(pengodean));
        return await http.SendAsync(permintaan, TestContext.Current.CancellationToken);
    }

    private static string Paket()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "services/Studio/node_modules/@elsa-workflows/elsa-studio-wasm/_framework");
            if (Directory.Exists(folder)) return folder;
        }
        throw new InvalidOperationException("Elsa Studio is not here: it needs Node.js and npm while building.");
    }
}
