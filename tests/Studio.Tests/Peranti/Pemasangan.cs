using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dukcapil.Studio.Tests.Peranti.Pemasangan))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>One Standalone installation and one Chromium for all tests of this run. Each test has a browser profile of its own.</summary>
public sealed class Pemasangan : IAsyncLifetime, ITempatPeramban
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-studio-");
    private StandaloneHost? host;
    private Kromium? kromium;

    /// <inheritdoc/>
    public Uri Alamat => host!.Address;

    /// <summary>Officers and filing systems, over REST.</summary>
    internal KantorKlien Klien { get; private set; } = null!;

    /// <inheritdoc/>
    public string Sandi { get; private set; } = "";

    /// <inheritdoc/>
    public IBrowser Browser => kromium!.Browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var data = new DataFolder(folder.FullName, sementara: true);
        Sandi = data.SandiContoh;
        host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0");
        Klien = KantorKlien.DariData(host.Address, data);
        kromium = await Kromium.BukaAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (kromium is not null) await kromium.DisposeAsync();
        Klien?.Dispose();
        if (host is not null) await host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
