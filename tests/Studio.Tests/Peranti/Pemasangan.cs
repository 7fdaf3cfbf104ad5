using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dukcapil.Studio.Tests.Peranti.Pemasangan))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>One Standalone installation and one Chromium for all tests of this run. Each test has a browser profile of its own.</summary>
public sealed class Pemasangan : IAsyncLifetime
{
    private static readonly string[] Chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-studio-");
    private StandaloneHost? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The origin.</summary>
    public Uri Alamat => host!.Address;

    /// <summary>Officers and filing systems, over REST.</summary>
    internal KantorKlien Klien { get; private set; } = null!;

    /// <summary>Password of the example officers.</summary>
    internal string Sandi { get; private set; } = "";

    /// <summary>The browser.</summary>
    internal IBrowser Browser => browser!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var data = new DataFolder(folder.FullName, sementara: true);
        Sandi = data.SandiContoh;
        host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0");
        Klien = KantorKlien.DariData(host.Address, data);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DUKCAPIL_TEST_CHROMIUM") ?? Chromium.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("Chromium is not here: apt-get install chromium, or name it in DUKCAPIL_TEST_CHROMIUM."),
            // In a container, and as root, Chromium has no sandbox of its own.
            Args = ["--no-sandbox"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Klien?.Dispose();
        if (host is not null) await host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
