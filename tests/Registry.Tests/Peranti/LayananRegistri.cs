using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

[assembly: AssemblyFixture(typeof(Dukcapil.Registry.Tests.Peranti.LayananRegistri))]

namespace Dukcapil.Registry.Tests.Peranti;

/// <summary>The Registry service alone, in this process on SQLite; other services are played by the test.</summary>
public class LayananRegistri : IAsyncLifetime, ITransport
{
    private readonly ECDsa kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string folder = Directory.CreateTempSubdirectory("dukcapil-registri-").FullName;
    private readonly ConcurrentDictionary<(string, Guid), long> nomor = new();
    private WebApplication? aplikasi;

    /// <summary>Its clock.</summary>
    public Jam Jam { get; } = new();

    /// <summary>Its container.</summary>
    public IServiceProvider Services => aplikasi!.Services;

    /// <summary>Where its files lie.</summary>
    public string FolderBerkas => Path.Combine(folder, "berkas");

    /// <summary>An officer at the counter.</summary>
    public Klien Loket => Sebagai("loket", "LOKET");

    /// <summary>Somebody without a token.</summary>
    public Klien Umum => new(new Uri(aplikasi!.Urls.First()), null);

    /// <inheritdoc/>
    public bool CountsAttemptsBeforehand => true;

    private protected virtual void Atur(IDictionary<string, string?> setelan)
    {
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var setelan = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Database"] = $"Data Source={Path.Combine(folder, "registry.db")}",
            ["Files:Path"] = FolderBerkas,
            ["Auth:Issuer"] = Kunci.Issuer,
            ["Auth:Audience"] = Kunci.Audience,
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(new byte[32]),
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
        };
        Atur(setelan);
        builder.Configuration.AddInMemoryCollection(setelan);
        builder.Services.AddSingleton(new InProcessBus());
        builder.Services.AddSingleton<ITransport>(this);
        var penerbit = new OpenIdConnectConfiguration { Issuer = Kunci.Issuer };
        penerbit.SigningKeys.Add(new ECDsaSecurityKey(kunci));
        builder.Services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(new StaticConfigurationManager<OpenIdConnectConfiguration>(penerbit));
        builder.Services.AddSingleton<TimeProvider>(Jam);
        aplikasi = RegistryService.Build(builder);
        await aplikasi.StartAsync();
    }

    /// <summary>A client that acts as this officer.</summary>
    public Klien Sebagai(string id, params string[] peran) => new(new Uri(aplikasi!.Urls.First()), Kunci.Token(kunci, id, TimeSpan.FromHours(1), peran));

    /// <summary>Lets a message of another service come in.</summary>
    public async Task TerimaAsync(string dari, IMessage pesan)
    {
        var urut = nomor.AddOrUpdate((dari, pesan.PermohonanId), 1, (_, lama) => lama + 1);
        await Services.GetRequiredService<Inbox>().ReceiveAsync(new IncomingMessage(Guid.NewGuid(), dari, urut, null, pesan), CancellationToken.None);
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> DbAsync<T>(Func<RegistryDb, Task<T>> kerja)
    {
        ArgumentNullException.ThrowIfNull(kerja);
        await using var lingkup = Services.CreateAsyncScope();
        return await kerja(lingkup.ServiceProvider.GetRequiredService<RegistryDb>());
    }

    /// <inheritdoc/>
    public async Task CarryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Receiver != ServiceNames.Registry) return;
        var isi = (IMessage)JsonSerializer.Deserialize(message.Body, Routing.TypeOf(message.Type)!, MessageJson.Options)!;
        await Services.GetRequiredService<Inbox>().ReceiveAsync(
            new IncomingMessage(message.Id, message.Sender, message.Sequence, null, isi), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await aplikasi!.StopAsync();
        await aplikasi.DisposeAsync();
        kunci.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
