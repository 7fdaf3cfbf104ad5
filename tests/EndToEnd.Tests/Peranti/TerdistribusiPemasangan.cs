using System.Data.Common;
using System.Security.Cryptography;
using Dukcapil.Contracts;
using Dukcapil.TestServers;
using Npgsql;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>
/// Each service its own process, with a database role and schema of its own as <c>deploy/postgres/init.sql</c> makes them, RabbitMQ between them,
/// the gateway before them.
/// </summary>
/// <param name="peladen">Database server and broker.</param>
public class TerdistribusiPemasangan(PeladenBersama peladen) : Pemasangan
{
    private const string Audience = "dukcapil";
    private readonly string folder = Directory.CreateTempSubdirectory("dukcapil-e2e-").FullName;
    private readonly int portRegistri = FreePort.Next();
    private readonly Uri asal = new($"http://127.0.0.1:{FreePort.Next()}/");
    private ECDsa? kunci;
    private readonly Dictionary<string, string> koneksi = [];
    private readonly Dictionary<string, ServiceProcess> layanan = [];
    private readonly Dictionary<string, Dictionary<string, string?>> setelanLayanan = [];
    private readonly string penanda = Standalone.Hosting.DataFolder.PenandaBaru();
    private ServiceProcess? gerbang;

    /// <inheritdoc/>
    public override IReadOnlyList<ServiceProcess> Layanan => [.. ServiceNames.All.Select(nama => layanan[nama])];

    /// <summary>Settings of every service beside the usual ones.</summary>
    internal IReadOnlyDictionary<string, string?> Tambahan { get; init; } = new Dictionary<string, string?>();

    /// <summary>Folder of another release (its <c>services/X/bin/Release</c>) whose programs are started; null for those of this one.</summary>
    internal string? Rilis { get; init; }

    /// <summary>The one origin, known before anything listens there.</summary>
    private protected Uri Asal => asal;

    /// <summary>Where the services keep files.</summary>
    internal string Folder => folder;

    /// <summary>The whole database, as its owner sees it.</summary>
    internal string BasisData { get; private set; } = "";

    /// <summary>Virtual host of this installation.</summary>
    internal Uri Jaringan { get; private set; } = null!;

    /// <summary>The database server.</summary>
    public Task<PostgresServer> Postgres => peladen.Postgres;

    /// <summary>The broker between the services.</summary>
    public Task<RabbitServer> Rabbit => peladen.Rabbit;

    /// <inheritdoc/>
    protected override ServiceProcess Pintu => gerbang!;

    /// <summary>The program that is this service.</summary>
    private protected virtual string ProgramDari(string nama) => Program(Proyek(nama));

    /// <summary>The database that this service works in, as its owner sees it.</summary>
    private protected virtual Task<string> BasisDataAsync(string nama) => Task.FromResult(BasisData);

    /// <summary>Schemas that the role of this service owns beside the one of its name.</summary>
    private protected virtual IEnumerable<string> SkemaLain(string nama) => [];

    private protected override async Task MulaiAsync()
    {
        var (postgres, rabbit) = (peladen.Postgres, peladen.Rabbit);
        await Task.WhenAll(postgres, rabbit);
        var basisData = await (await postgres).CreateDatabaseAsync("e2e");
        var jaringan = await (await rabbit).CreateVirtualHostAsync("e2e");
        (BasisData, Jaringan) = (basisData, jaringan);
        var pelindung = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

        foreach (var nama in ServiceNames.WithApi)
        {
            koneksi[nama] = await BuatPeranAsync(await BasisDataAsync(nama), nama, SkemaLain(nama));
            setelanLayanan[nama] = Setelan(koneksi[nama], jaringan, pelindung);
            foreach (var (kunciSetelan, nilai) in Tambahan) setelanLayanan[nama][kunciSetelan] = nilai;
            layanan[nama] = new ServiceProcess(ProgramDari(nama), setelanLayanan[nama], port: nama == ServiceNames.Registry ? portRegistri : null);
        }
        gerbang = new ServiceProcess(
            Program("Gateway"),
            layanan.ToDictionary(l => $"Services__{l.Key}", l => (string?)l.Value.BaseAddress.OriginalString).Concat(Tambahan).ToDictionary(), port: asal.Port);
        await Task.WhenAll([.. layanan.Values.Select(l => l.StartAsync()), gerbang.StartAsync()]);
        (var kid, kunci) = await KunciPenerbit.BacaAsync(BukaBasisData(ServiceNames.Identity), new Dictionary<string, string> { ["k1"] = pelindung });
        Token = new KunciToken(kunci, kid, asal.AbsoluteUri, Audience);
    }

    /// <summary>
    /// Replaces a service by the one of this release, as a rolling update does: the new one starts beside the old one, then the old one is told to stop and
    /// the new one takes its address.
    /// </summary>
    internal async Task PerbaruiAsync(string nama)
    {
        var lama = layanan[nama];
        await using var beriringan = new ServiceProcess(ServiceAssembly.Find(Proyek(nama)), setelanLayanan[nama]);
        await beriringan.StartAsync();
        await lama.StopAsync();
        layanan[nama] = new ServiceProcess(ServiceAssembly.Find(Proyek(nama)), setelanLayanan[nama], port: lama.Port);
        await layanan[nama].StartAsync();
        await beriringan.StopAsync();
        await lama.DisposeAsync();
    }

    // The files that deploy/make-secrets would have made.
    internal override string[] PilihanAudit()
    {
        foreach (var (nama, setelan) in setelanLayanan)
            File.WriteAllLines(Path.Combine(folder, nama + ".env"), setelan.Where(s => s.Value is not null).Select(s => $"{s.Key}={s.Value}"));
        return ["verify", "--rahasia", folder, "--jangkar", Path.Combine(folder, "jangkar")];
    }

    private protected override DbConnection BukaBasisData(string layanan) => new NpgsqlConnection(koneksi[layanan]);

    private protected override async ValueTask HentikanAsync()
    {
        if (gerbang is not null) await gerbang.DisposeAsync();
        foreach (var proses in layanan.Values) await proses.DisposeAsync();
        kunci?.Dispose();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static string Proyek(string nama) => char.ToUpperInvariant(nama[0]) + nama[1..];

    private string Program(string proyek) => Rilis is null ? ServiceAssembly.Find(proyek) : Path.Combine(Rilis, "services", proyek, "bin/Release/net10.0", $"Dukcapil.{proyek}.dll");

    // Nobody reads another's schema: a service that tried would fail here as it would in an office.
    private static async Task<string> BuatPeranAsync(string basisData, string nama, IEnumerable<string> skemaLain)
    {
        var peran = $"{nama}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var sandi = RandomNumberGenerator.GetHexString(32);
        await using var admin = new NpgsqlConnection(basisData);
        await admin.OpenAsync();
        await using var perintah = new NpgsqlCommand(
            $"""
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            CREATE ROLE {peran} LOGIN PASSWORD '{sandi}';
            CREATE SCHEMA {nama} AUTHORIZATION {peran};
            ALTER ROLE {peran} SET search_path = {nama};
            {string.Concat(skemaLain.Select(s => $"CREATE SCHEMA {s} AUTHORIZATION {peran};"))}
            """,
            admin);
        await perintah.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(basisData) { Username = peran, Password = sandi, MaxPoolSize = 40 }.ConnectionString;
    }

    private Dictionary<string, string?> Setelan(string basisData, Uri jaringan, string pelindung) => new Dictionary<string, string?>
    {
        ["ConnectionStrings__Database"] = basisData,
        ["ConnectionStrings__Broker"] = jaringan.OriginalString,
        ["Database__Provider"] = "PostgreSql",
        ["Auth__Issuer"] = asal.AbsoluteUri,
        ["Auth__Audience"] = Audience,
        ["Protection__Active"] = "k1",
        ["Protection__Keys__k1"] = pelindung,
        ["Audit__Jangkar"] = Path.Combine(folder, "jangkar"),
        ["Audit__Jeda"] = "1",
        ["Audit__Penanda__Aktif"] = "a1",
        ["Audit__Penanda__Kunci__a1"] = penanda,
        ["Files__Path"] = Path.Combine(folder, "berkas"),
        ["Kantor__Kode"] = "9901",
        ["Kantor__Nama"] = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN CONTOH",
        ["Kantor__Wilayah"] = "99.01",
        ["Kantor__Zona"] = "Asia/Jakarta",
        ["Logging__LogLevel__Default"] = "Warning",
        ["BatasLaju__PerDetik"] = "5000",
        ["BatasLaju__Cadangan"] = "5000",
        ["BatasLaju__TanpaToken__PerDetik"] = "5000",
        ["BatasLaju__TanpaToken__Cadangan"] = "5000",
        ["PanggilanBalik__Jaringan__0"] = "127.0.0.0/8",
        ["PanggilanBalik__BolehHttp"] = "true",
        // Approval fetches there what is to be signed.
        ["Services__registry"] = $"http://127.0.0.1:{portRegistri}",
    }.Concat(EsignUji.Setelan("")).ToDictionary();
}
