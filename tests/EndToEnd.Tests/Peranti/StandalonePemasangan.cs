using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.TestServers;
using Microsoft.Data.Sqlite;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>Everything in one process on a data folder of its own.</summary>
public sealed class StandalonePemasangan : Pemasangan
{
    private const string Audience = "dukcapil";
    private readonly string data = Path.Combine(Path.GetTempPath(), "dukcapil-e2e-" + Guid.NewGuid().ToString("N"));
    private readonly ServiceProcess proses;
    private ECDsa? kunci;

    /// <summary>Describes it without starting.</summary>
    public StandalonePemasangan() => proses = new ServiceProcess(
        ServiceAssembly.Find("Standalone"), SetelanUji, ["layani", "--data", data]);

    /// <inheritdoc/>
    public override IReadOnlyList<ServiceProcess> Layanan => [proses];

    /// <inheritdoc/>
    protected override ServiceProcess Pintu => proses;

    private protected override async Task MulaiAsync()
    {
        await proses.StartAsync();
        var pelindung = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(Path.Combine(data, "kunci", "pelindung.json")))!;
        (var kid, kunci) = await KunciPenerbit.BacaAsync(BukaBasisData(ServiceNames.Identity), pelindung);
        Token = new KunciToken(kunci, kid, proses.BaseAddress.AbsoluteUri, Audience);
    }

    internal override string[] PilihanAudit() => ["verify", "--data", data];

    private protected override DbConnection BukaBasisData(string layanan) =>
        new SqliteConnection($"Data Source={Path.Combine(data, layanan + ".db")};Mode=ReadOnly;Pooling=False");

    private protected override async ValueTask HentikanAsync()
    {
        await proses.DisposeAsync();
        kunci?.Dispose();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }
}
