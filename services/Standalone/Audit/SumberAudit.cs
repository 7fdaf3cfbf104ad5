using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.Standalone.Commands;
using Dukcapil.Standalone.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Standalone.Audit;

/// <summary>A journal to verify: where its lines are, with which keys they were written, and where its heads are anchored.</summary>
/// <param name="Layanan">Service.</param>
/// <param name="Database">Its database.</param>
/// <param name="Setelan">Its settings; the keys.</param>
/// <param name="Jangkar">Folder of the heads.</param>
internal sealed record SumberAudit(string Layanan, DbContextOptions<AuditDb> Database, IConfiguration Setelan, string Jangkar)
{
    /// <summary>Of a data folder, or of a distributed installation whose settings are the files <c>{service}.env</c> that <c>deploy/make-secrets</c> makes.</summary>
    public static IReadOnlyList<SumberAudit>? Dari(string[] args)
    {
        if (args.Value("--rahasia") is { } rahasia) return [.. ServiceNames.WithApi.Where(s => File.Exists(BerkasEnv(rahasia, s))).Select(s => Terdistribusi(s, rahasia, args))];
        return FolderData.Buka(args) is { } data ? [.. ServiceNames.WithApi.Where(s => File.Exists(Path.Combine(data.Path, s + ".db"))).Select(s => Satu(s, data, args))] : null;
    }

    /// <summary>Reads and compares the whole journal.</summary>
    public async Task<HasilPemeriksaan> PeriksaAsync(CancellationToken cancellationToken)
    {
        await using var db = new AuditDb(Database);
        using var kunci = new KunciAudit(Setelan);
        return await new PemeriksaAudit(db, kunci, JangkarAudit.Baca(Jangkar, Layanan), DateTimeOffset.UtcNow).PeriksaAsync(cancellationToken);
    }

    private static SumberAudit Satu(string layanan, DataFolder data, string[] args)
    {
        var setelan = new ConfigurationBuilder().AddInMemoryCollection(data.Settings(layanan, Asal.Dari(Operator.AlamatBawaan))).AddEnvironmentVariables("DUKCAPIL_").Build();
        var koneksi = $"Data Source={Path.Combine(data.Path, layanan + ".db")};Mode=ReadOnly;Pooling=False";
        return new SumberAudit(layanan, new DbContextOptionsBuilder<AuditDb>().UseSqlite(koneksi).Options, setelan, args.Value("--jangkar") ?? setelan["Audit:Jangkar"]!);
    }

    private static SumberAudit Terdistribusi(string layanan, string rahasia, string[] args)
    {
        var baris = File.ReadLines(BerkasEnv(rahasia, layanan)).Where(b => b.Contains('=', StringComparison.Ordinal))
            .Select(b => b.Split('=', 2)).ToDictionary(b => b[0].Replace("__", ":", StringComparison.Ordinal), b => (string?)b[1]);
        var setelan = new ConfigurationBuilder().AddInMemoryCollection(baris).Build();
        // The service's own schema, whatever the role's search path is; a server that is reached by another name from here: --host.
        var koneksi = new NpgsqlConnectionStringBuilder(setelan.GetConnectionString("Database")) { SearchPath = layanan, Pooling = false };
        if (args.Value("--host") is { } host) koneksi.Host = host;
        var jangkar = args.Value("--jangkar") ?? setelan["Audit:Jangkar"] ?? throw new InvalidOperationException("Sebutkan --jangkar FOLDER.");
        return new SumberAudit(layanan, new DbContextOptionsBuilder<AuditDb>().UseNpgsql(koneksi.ConnectionString).Options, setelan, jangkar);
    }

    private static string BerkasEnv(string folder, string layanan) => Path.Combine(folder, layanan + ".env");
}
