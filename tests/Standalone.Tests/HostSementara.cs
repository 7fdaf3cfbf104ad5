using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Xunit;

namespace Dukcapil.Standalone.Tests;

/// <summary>A Standalone on a fresh folder and a free port.</summary>
public sealed class HostSementara : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-uji-");
    private StandaloneHost? host;

    internal Uri Alamat => host!.Address;

    internal KantorKlien Klien { get; private set; } = null!;

    internal Task<string> TokenAsync(string peran) => TokenKlien.UntukAsync(Alamat, new DataFolder(folder.FullName), peran);

    internal string FileDatabase(string layanan) => Path.Combine(folder.FullName, layanan + ".db");

    public async ValueTask InitializeAsync()
    {
        var data = new DataFolder(folder.FullName);
        host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0");
        Klien = KantorKlien.DariData(host.Address, data);
    }

    public async ValueTask DisposeAsync()
    {
        Klien.Dispose();
        await host!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
