using System.Security.Cryptography;
using Dukcapil.TestServers;
using Dukcapil.TestServices;
using Npgsql;

namespace Dukcapil.Benchmarks.Elsa;

/// <summary>One executor as its own process, with a database and a virtual host of its own on the servers that both use.</summary>
internal sealed class Pelaksana : IAsyncDisposable
{
    private readonly NpgsqlDataSource basisData;

    private Pelaksana(string nama, ServiceProcess proses, NpgsqlDataSource basisData, Kantor kantor) =>
        (Nama, Proses, this.basisData, Kantor) = (nama, proses, basisData, kantor);

    public string Nama { get; }

    public ServiceProcess Proses { get; }

    public Kantor Kantor { get; }

    public static async Task<Pelaksana> MulaiAsync(string nama, string program, PostgresServer postgres, RabbitServer rabbit, IReadOnlyDictionary<string, string?> tambahan)
    {
        var (basisData, jaringan) = (await postgres.CreateDatabaseAsync("bench"), await rabbit.CreateVirtualHostAsync("bench"));
        var sumber = NpgsqlDataSource.Create(basisData);
        await using (var skema = sumber.CreateCommand("CREATE SCHEMA workflow; CREATE SCHEMA elsa")) await skema.ExecuteNonQueryAsync();
        var kantor = await Kantor.BukaAsync(jaringan);
        var kunci = Convert.ToBase64String(new byte[32]);
        var proses = new ServiceProcess(program, new Dictionary<string, string?>(tambahan)
        {
            ["ConnectionStrings__Database"] = basisData,
            ["ConnectionStrings__Broker"] = jaringan.OriginalString,
            ["Database__Provider"] = "PostgreSql",
            // Nobody calls it over HTTP here.
            ["Auth__Issuer"] = "http://127.0.0.1:9/",
            ["Auth__Audience"] = "dukcapil",
            ["Protection__Active"] = "k1",
            ["Protection__Keys__k1"] = kunci,
            ["Audit__Jangkar"] = Path.Combine(Path.GetTempPath(), "bench-jangkar-" + Guid.NewGuid().ToString("N")),
            ["Audit__Penanda__Aktif"] = "a1",
            ["Audit__Penanda__Kunci__a1"] = Kunci.PenandaAudit(),
            ["Logging__LogLevel__Default"] = "Warning",
        });
        await proses.StartAsync(TimeSpan.FromSeconds(120));
        return new Pelaksana(nama, proses, sumber, kantor);
    }

    /// <summary>CPU of the process so far (seconds), of its present life.</summary>
    public double Cpu() => Ukur.Cpu(Proses.ProcessId);

    /// <summary>Bytes of all tables and indexes of the executor, its journals among them: what is kept, without what a vacuum takes away.</summary>
    public async Task<long> BitaAsync()
    {
        await using (var rapikan = basisData.CreateCommand("VACUUM FULL")) await rapikan.ExecuteNonQueryAsync();
        return await SkalarAsync("SELECT COALESCE(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('workflow', 'elsa')");
    }

    /// <summary>Bytes that the server has written to its write-ahead log so far. It is one for both executors; the other one stands still meanwhile.</summary>
    public Task<long> WalAsync() => SkalarAsync("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");

    /// <summary>Of these applications, how many the executor itself says are broken.</summary>
    public async Task<long> RusakAsync(IReadOnlyList<Guid> permohonan) => permohonan.Count == 0 ? 0 : await SkalarAsync(
        Nama == "elsa" ? "SELECT count(*) FROM workflow.permohonan WHERE insiden IS NOT NULL AND id = ANY($1)" : "SELECT count(*) FROM workflow.instance WHERE incident_count > 0 AND permohonan_id = ANY($1)",
        permohonan.ToArray());

    public async ValueTask DisposeAsync()
    {
        await Proses.DisposeAsync();
        await Kantor.DisposeAsync();
        await basisData.DisposeAsync();
    }

    private async Task<long> SkalarAsync(string sql, params object[] nilai)
    {
        await using var perintah = basisData.CreateCommand(sql);
        foreach (var n in nilai) perintah.Parameters.Add(new() { Value = n });
        return (long)(await perintah.ExecuteScalarAsync())!;
    }
}
