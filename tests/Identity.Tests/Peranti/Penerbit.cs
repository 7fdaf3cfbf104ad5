using System.Globalization;
using System.Security.Cryptography;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Kunci;
using Dukcapil.Identity.Pengguna;
using Dukcapil.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Identity.Tests.Peranti;

/// <summary>An issuer of its own over HTTP, with a clock that the test moves. SQLite, or the database that a test names.</summary>
internal sealed class Penerbit : IAsyncDisposable
{
    public const string SandiBaik = "tujuh kuda melompati sungai", Aplikasi = "layar-uji", AlamatKembali = "http://127.0.0.1:9/kembali", Audience = "dukcapil";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-identitas-");
    private readonly Dictionary<string, string?> setelan;
    private WebApplication? app;
    private int urut;

    private Penerbit(IReadOnlyDictionary<string, string?>? tambahan)
    {
        Alamat = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/"));
        setelan = new()
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Database"] = $"Data Source={Path.Combine(folder.FullName, "identity.db")}",
            ["Auth:Issuer"] = Alamat.AbsoluteUri,
            ["Auth:Audience"] = Audience,
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
            // Many browsers of one test come from one address.
            ["BatasLaju:MasukPerAlamat"] = "100000",
            [$"Identity:Klien:{Aplikasi}:Nama"] = "Layar Uji",
            [$"Identity:Klien:{Aplikasi}:AlamatKembali"] = AlamatKembali,
        };
        foreach (var (nama, nilai) in tambahan ?? new Dictionary<string, string?>()) setelan[nama] = nilai;
    }

    public Uri Alamat { get; }

    public JamUji Jam { get; } = new();

    /// <summary>What the first start has printed.</summary>
    public string Cetakan { get; private set; } = "";

    public static async Task<Penerbit> MulaiAsync(IReadOnlyDictionary<string, string?>? setelan = null)
    {
        var penerbit = new Penerbit(setelan);
        await penerbit.NyalakanAsync();
        return penerbit;
    }

    /// <summary>Stops and starts on the same data, with other settings.</summary>
    public async Task UlangAsync(IReadOnlyDictionary<string, string?> lain)
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        foreach (var (nama, nilai) in lain) setelan[nama] = nilai;
        await NyalakanAsync();
    }

    /// <summary>A browser without cookies.</summary>
    public Peramban Peramban(string userAgent = "Peramban Uji") => new(Alamat, userAgent);

    /// <summary>A user with a password that need not be changed, and with a second factor unless told otherwise.</summary>
    public async Task<Pemakai> PemakaiAsync(params string[] peran) => await PemakaiAsync(true, "Petugas Uji", peran);

    public async Task<Pemakai> PemakaiAsync(bool faktorKedua, string nama, params string[] peran)
    {
        var id = Guid.NewGuid();
        var rahasia = RandomNumberGenerator.GetBytes(20);
        var namaPengguna = string.Create(CultureInfo.InvariantCulture, $"petugas-{Interlocked.Increment(ref urut)}");
        await DenganAsync(async layanan =>
        {
            var pelindung = layanan.GetRequiredService<ServiceDefaults.Protection.Pelindung>();
            var db = layanan.GetRequiredService<IdentityDb>();
            db.Add(new Akun
            {
                Id = id,
                NamaPengguna = namaPengguna,
                Nama = nama,
                Kantor = "9901",
                DibuatPada = Jam.GetUtcNow(),
                SandiHash = layanan.GetRequiredService<Sandi.Penyandi>().Hash(SandiBaik),
                TotpAktif = faktorKedua,
                TotpTersegel = faktorKedua ? pelindung.SegelKolom(rahasia) : null,
                Peran = [.. peran.Select(p => new PeranAkun { AkunId = id, Kode = p })],
            });
            await db.SaveChangesAsync();
        });
        return new Pemakai(this, id, namaPengguna, rahasia);
    }

    /// <summary>Token of a fresh user with these roles, by the whole login.</summary>
    public async Task<string> TokenAsync(params string[] peran)
    {
        using var peramban = Peramban();
        return (await peramban.TokenAsync(await PemakaiAsync(peran))).GetProperty("access_token").GetString()!;
    }

    public async Task DenganAsync(Func<IServiceProvider, Task> kerja)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        await kerja(scope.ServiceProvider);
    }

    public CincinKunci Kunci => app!.Services.GetRequiredService<CincinKunci>();

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task NyalakanAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(setelan);
        builder.Services.AddSingleton<TimeProvider>(Jam);
        builder.WebHost.UseUrls(Alamat.AbsoluteUri);
        app = IdentityService.Build(builder);
        // The first administrator's password goes to the error stream, for whoever has started it.
        var (galat, tangkap) = (Console.Error, new StringWriter());
        Console.SetError(tangkap);
        try
        {
            await app.StartAsync();
        }
        finally
        {
            Console.SetError(galat);
        }
        Cetakan = tangkap.ToString();
    }
}

/// <summary>A user of a test.</summary>
internal sealed record Pemakai(Penerbit Penerbit, Guid Id, string NamaPengguna, byte[] Rahasia)
{
    private long terakhir;

    /// <summary>The next code of the app. No code counts twice, so the clock goes on where one has been used.</summary>
    public string Kode()
    {
        var langkah = FaktorKedua.Totp.Langkah(Penerbit.Jam.GetUtcNow());
        if (langkah <= terakhir)
        {
            Penerbit.Jam.Maju(TimeSpan.FromSeconds(30 * (terakhir + 1 - langkah)));
            langkah = terakhir + 1;
        }
        terakhir = langkah;
        return FaktorKedua.Totp.Kode(Rahasia, langkah);
    }
}
