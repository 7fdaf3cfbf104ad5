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

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>The Workflow service alone, in this process: SQLite in a folder of its own, messages within the process, real HTTP.</summary>
public class LayananAlur : IAsyncLifetime
{
    private const string Issuer = "https://uji.dukcapil.invalid", Audience = "dukcapil";
    private readonly string data = Path.Combine(Path.GetTempPath(), "dukcapil-alur-" + Guid.NewGuid().ToString("N"));
    private readonly ECDsa kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private WebApplication? aplikasi;
    private BasisUji? basis;

    /// <summary>Its clock; goes on over restarts.</summary>
    public Jam Jam { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Alamat { get; private set; } = null!;

    /// <summary>The service's own container, for tests of its parts.</summary>
    public IServiceProvider Services => aplikasi!.Services;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(data);
        basis = await BasisAsync();
        await MulaiAsync();
    }

    /// <summary>Lets an application of the invented type UJI be filed; returns when the workflow has committed its start.</summary>
    public Task AjukanUjiAsync() => Services.GetRequiredService<Inbox>().ReceiveAsync(
        new IncomingMessage(Guid.NewGuid(), ServiceNames.Intake, 1, null, new PermohonanDiajukan
        {
            PermohonanId = Guid.NewGuid(),
            Kantor = "9901",
            Fakta = new Fakta { Jenis = "UJI", Wakil = false, JumlahAnggota = 3 },
            Pada = DateTimeOffset.UtcNow,
        }),
        CancellationToken.None);

    /// <summary>Starts the service anew on the same data.</summary>
    public async Task MulaiUlangAsync()
    {
        await HentikanAsync();
        await MulaiAsync();
    }

    /// <summary>A client that acts as somebody with these roles.</summary>
    public Klien Sebagai(params string[] peran) => new(Alamat, Kunci.Token(kunci, Issuer, Audience, peran));

    /// <summary>A client without a token.</summary>
    public Klien TanpaToken() => new(Alamat, null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await HentikanAsync();
        kunci.Dispose();
        basis?.Dispose();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }

    /// <summary>The database it keeps its data in.</summary>
    private protected virtual Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());

    /// <summary>Settings of this installation beside the usual ones.</summary>
    private protected virtual IReadOnlyDictionary<string, string?> Setelan => new Dictionary<string, string?>();

    private async Task MulaiAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = basis!.Provider,
            ["ConnectionStrings:Database"] = basis.ConnectionString,
            ["Auth:Issuer"] = Issuer,
            ["Auth:Audience"] = Audience,
            ["Files:Path"] = Path.Combine(data, "lampiran"),
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(new byte[32]),
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
            // Applications of this invented type start the definition "dipakai".
            ["Alur:Definisi:UJI"] = "dipakai",
        });
        builder.Configuration.AddInMemoryCollection(Setelan);
        builder.Services.AddSingleton(new InProcessBus());
        // The issuer's keys are given, as Standalone gives them; there is none to ask.
        var penerbit = new OpenIdConnectConfiguration { Issuer = Issuer };
        penerbit.SigningKeys.Add(new ECDsaSecurityKey(kunci));
        builder.Services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(new StaticConfigurationManager<OpenIdConnectConfiguration>(penerbit));
        builder.Services.AddSingleton<TimeProvider>(Jam);
        aplikasi = WorkflowService.Build(builder);
        await aplikasi.StartAsync();
        Alamat = new Uri(aplikasi.Urls.First());
    }

    private async Task HentikanAsync()
    {
        if (aplikasi is null) return;
        await aplikasi.StopAsync();
        await aplikasi.DisposeAsync();
        aplikasi = null;
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class LayananAlurPostgres(PostgresBersama postgres) : LayananAlur
{
    private protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();
}
