using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.TestServices;

/// <summary>One service alone, in this process, one replica or more on one database; other services are played by the test.</summary>
/// <param name="nama">Its name, of <see cref="ServiceNames"/>.</param>
public abstract class LayananUji(string nama) : IAsyncLifetime
{
    private readonly ECDsa kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<WebApplication> replika = [];
    private readonly ConcurrentDictionary<(string, Guid), long> nomor = new();
    private Basis? basis;

    /// <summary>Its clock.</summary>
    public Jam Jam { get; } = new();

    /// <summary>What it has sent to others.</summary>
    public Kurir Kurir { get; private set; } = null!;

    /// <summary>The first replica's container.</summary>
    public IServiceProvider Services => replika[0].Services;

    /// <summary>The database.</summary>
    public Basis Basis => basis!;

    /// <summary>How many replicas.</summary>
    protected virtual int Banyak => 1;

    /// <summary>The database it keeps its data in; SQLite unless said otherwise.</summary>
    protected virtual Task<Basis> BasisAsync() => Task.FromResult(Basis.Sqlite(nama));

    /// <summary>Builds the service.</summary>
    protected abstract WebApplication Bangun(WebApplicationBuilder builder);

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Setelan => [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        basis = await BasisAsync();
        Kurir = new Kurir(nama, basis.Provider == "Sqlite");
        for (var i = 0; i < Banyak; i++) await MulaiAsync();
    }

    /// <summary>Container of a replica.</summary>
    public IServiceProvider Replika(int urut) => replika[urut].Services;

    /// <summary>A client that acts as this officer at a replica.</summary>
    public Klien Sebagai(string id, params string[] peran) => SebagaiDi(0, id, TimeSpan.FromHours(1), peran);

    /// <summary>The same at another replica, with a token of another duration.</summary>
    public Klien SebagaiDi(int urut, string id, TimeSpan berlaku, params string[] peran) =>
        new(new Uri(replika[urut].Urls.First()), Kunci.Token(kunci, id, berlaku, peran));

    /// <summary>An officer of another office.</summary>
    public Klien DariKantor(string kantor, string id, params string[] peran) =>
        new(new Uri(replika[0].Urls.First()), Kunci.TokenDi(kunci, kantor, id, TimeSpan.FromHours(1), peran));

    /// <summary>A client system with these scopes.</summary>
    public Klien Sistem(string id, params string[] lingkup) => new(new Uri(replika[0].Urls.First()), Kunci.TokenSistem(kunci, id, lingkup));

    /// <summary>A client without a token.</summary>
    public Klien TanpaToken() => new(new Uri(replika[0].Urls.First()), null);

    /// <summary>Lets a message of another service come in.</summary>
    public async Task TerimaAsync(string dari, IMessage pesan)
    {
        var urut = nomor.AddOrUpdate((dari, pesan.PermohonanId), 1, (_, lama) => lama + 1);
        await Services.GetRequiredService<Inbox>().ReceiveAsync(new IncomingMessage(Guid.NewGuid(), dari, urut, null, pesan), CancellationToken.None);
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        foreach (var r in replika) await r.StopAsync();
        foreach (var r in replika) await r.DisposeAsync();
        kunci.Dispose();
        basis?.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task MulaiAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = basis!.Provider,
            ["ConnectionStrings:Database"] = basis.ConnectionString,
            ["Auth:Issuer"] = Kunci.Issuer,
            ["Auth:Audience"] = Kunci.Audience,
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(new byte[32]),
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
        });
        builder.Configuration.AddInMemoryCollection(Setelan);
        builder.Services.AddSingleton(new InProcessBus());
        builder.Services.AddSingleton<ITransport>(Kurir);
        if (basis.Provider != "Sqlite")
        {
            // As between processes: what is committed is sent from memory.
            builder.Services.AddSingleton<CommittedMessages>();
            builder.Services.AddHostedService<OutboxDispatch>();
        }
        var penerbit = new OpenIdConnectConfiguration { Issuer = Kunci.Issuer };
        penerbit.SigningKeys.Add(new ECDsaSecurityKey(kunci));
        builder.Services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(new StaticConfigurationManager<OpenIdConnectConfiguration>(penerbit));
        builder.Services.AddSingleton<TimeProvider>(Jam);
        var aplikasi = Bangun(builder);
        Kurir.Inbox ??= aplikasi.Services.GetRequiredService<Inbox>();
        await aplikasi.StartAsync();
        replika.Add(aplikasi);
    }
}
