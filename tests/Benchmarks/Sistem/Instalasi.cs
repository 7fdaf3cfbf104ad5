using System.Globalization;
using System.Security.Cryptography;
using Dukcapil.Contracts;
using Dukcapil.TestServers;
using Dukcapil.TestServices;
using Npgsql;

namespace Dukcapil.Benchmarks.Sistem;

/// <summary>The system as an office has it: four services as processes, PostgreSQL and RabbitMQ between them, the gateway before them, all on this machine.</summary>
internal sealed class Instalasi : IAsyncDisposable
{
    private readonly PostgresServer postgres;
    private readonly RabbitServer rabbit;
    private readonly DirectoryInfo folder;
    private readonly Dictionary<string, ServiceProcess> proses = [];

    private Instalasi(PostgresServer postgres, RabbitServer rabbit, Penerbit penerbit, DirectoryInfo folder, string basisData) =>
        (this.postgres, this.rabbit, Penerbit, this.folder, BasisData) = (postgres, rabbit, penerbit, folder, basisData);

    public Penerbit Penerbit { get; }

    /// <summary>The whole database.</summary>
    public string BasisData { get; }

    /// <summary>Where callers go.</summary>
    public Uri Alamat => proses["gateway"].BaseAddress;

    /// <summary>Starts all of it.</summary>
    /// <param name="jejak">Where traces and metrics go (OTLP over HTTP); null: nowhere.</param>
    public static async Task<Instalasi> MulaiAsync(string? jejak = null)
    {
        var postgres = await PostgresServer.CreateAsync(new Dictionary<string, string> { ["shared_buffers"] = "1GB", ["max_wal_size"] = "8GB", ["max_connections"] = "300" });
        var rabbit = await RabbitServer.CreateAsync();
        var instalasi = new Instalasi(
            postgres, rabbit, await Penerbit.MulaiAsync(), Directory.CreateTempSubdirectory("dukcapil-bench-"), await postgres.CreateDatabaseAsync("sistem"));
        try
        {
            await instalasi.LayananAsync(jejak);
            return instalasi;
        }
        catch
        {
            await instalasi.DisposeAsync();
            throw;
        }
    }

    /// <summary>CPU that each program has used so far (seconds).</summary>
    public IReadOnlyDictionary<string, double> Cpu()
    {
        var milik = proses.ToDictionary(p => p.Key, p => Ukur.Cpu(p.Value.ProcessId));
        milik["postgres"] = Ukur.CpuBernama("postgres");
        milik["rabbitmq"] = Ukur.CpuBernama("beam.smp");
        return milik;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var p in proses.Values) await p.DisposeAsync();
        await Penerbit.DisposeAsync();
        await rabbit.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task LayananAsync(string? jejak)
    {
        var jaringan = await rabbit.CreateVirtualHostAsync("bench");
        await using (var sumber = NpgsqlDataSource.Create(BasisData))
        await using (var skema = sumber.CreateCommand(string.Concat(ServiceNames.All.Select(l => $"CREATE SCHEMA {l};")))) await skema.ExecuteNonQueryAsync();
        var portRegistri = FreePort.Next();
        var setelan = new Dictionary<string, string?>
        {
            ["ConnectionStrings__Broker"] = jaringan.OriginalString,
            ["Database__Provider"] = "PostgreSql",
            ["Auth__Issuer"] = Penerbit.Nama,
            ["Auth__Audience"] = "dukcapil",
            ["Protection__Active"] = "k1",
            ["Protection__Keys__k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Audit__Jangkar"] = Path.Combine(folder.FullName, "jangkar"),
            ["Audit__Penanda__Aktif"] = "a1",
            ["Audit__Penanda__Kunci__a1"] = Kunci.PenandaAudit(),
            ["Files__Path"] = Path.Combine(folder.FullName, "berkas"),
            ["Kantor__Kode"] = "9901",
            ["Kantor__Nama"] = "DINAS CONTOH",
            ["Kantor__Wilayah"] = "99.01",
            ["Kantor__Zona"] = "Asia/Jakarta",
            ["Logging__LogLevel__Default"] = "Warning",
            ["BatasLaju__PerDetik"] = "100000",
            ["BatasLaju__Cadangan"] = "100000",
            ["Services__registry"] = $"http://127.0.0.1:{portRegistri}",
        };
        Dictionary<string, string?> pengawasan = jejak is null ? []
            : new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = jejak, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };
        foreach (var (nama, nilai) in pengawasan) setelan[nama] = nilai;
        foreach (var nama in ServiceNames.All)
        {
            var koneksi = new NpgsqlConnectionStringBuilder(BasisData) { SearchPath = nama, MaxPoolSize = 40 }.ConnectionString;
            proses[nama] = new ServiceProcess(
                ServiceAssembly.Find(char.ToUpperInvariant(nama[0]) + nama[1..]), new Dictionary<string, string?>(setelan) { ["ConnectionStrings__Database"] = koneksi },
                port: nama == ServiceNames.Registry ? portRegistri : null);
        }
        proses["gateway"] = new ServiceProcess(
            ServiceAssembly.Find("Gateway"),
            new Dictionary<string, string?>(ServiceNames.All.Select(l => KeyValuePair.Create($"Services__{l}", (string?)proses[l].BaseAddress.OriginalString)).Concat(pengawasan)));
        await Task.WhenAll(proses.Values.Select(p => p.StartAsync(TimeSpan.FromSeconds(120))));
    }
}
