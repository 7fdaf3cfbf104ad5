using System.Data.Common;
using System.Security.Cryptography;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.EndToEnd.Tests.Audit;

/// <summary>The journal of one service on a database of its own, without anything around it; sealed when the test says so.</summary>
internal sealed class JurnalUji : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dukcapil-audit-").FullName;
    private readonly IHost host;
    private readonly bool postgres;

    private JurnalUji(bool postgres, string koneksi)
    {
        this.postgres = postgres;
        using var penanda = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = postgres ? "PostgreSql" : "Sqlite",
            ["ConnectionStrings:Database"] = postgres ? koneksi : $"Data Source={Path.Combine(folder, "uji.db")};Pooling=False",
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Audit:Jangkar"] = Jangkar,
            ["Audit:Penanda:Aktif"] = "a1",
            ["Audit:Penanda:Kunci:a1"] = Convert.ToBase64String(penanda.ExportPkcs8PrivateKey()),
        });
        builder.AddUnitsOfWork<ApprovalDb, ApprovalDbSqlite>(ServiceNames.Approval, messages: false);
        builder.Services.AddSingleton<JangkarAudit>();
        builder.Services.AddSingleton<PenyegelAudit>();
        host = builder.Build();
    }

    public string Jangkar => Path.Combine(folder, "jangkar");

    public PenyegelAudit Penyegel => host.Services.GetRequiredService<PenyegelAudit>();

    private string Skema => postgres ? ServiceNames.Approval + "." : "";

    public static async Task<JurnalUji> BuatAsync(bool postgres, PeladenBersama peladen)
    {
        var jurnal = new JurnalUji(postgres, postgres ? await (await peladen.Postgres).CreateDatabaseAsync("audit") : "");
        await using var scope = jurnal.host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.MigrateAsync();
        return jurnal;
    }

    /// <summary>Units of work of one line each.</summary>
    public async Task TulisAsync(int banyak, bool berorang = false)
    {
        for (var i = 0; i < banyak; i++)
        {
            await DalamAsync(async (jurnal, db) =>
            {
                jurnal.Catat("uji.tindakan", Guid.NewGuid(), "objek " + i, orang: berorang ? [$"k1:{i:x64}"] : null);
                await db.SaveChangesAsync();
            });
        }
    }

    public async Task DalamAsync(Func<JurnalAudit, ServiceDb, Task> kerja)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await kerja(scope.ServiceProvider.GetRequiredService<JurnalAudit>(), scope.ServiceProvider.GetRequiredService<ServiceDb>());
    }

    public Task<int> SegelAsync() => Penyegel.SegelAsync(CancellationToken.None);

    /// <summary>What somebody does who owns the database: the triggers do not stop him.</summary>
    public Task RusakAsync(string sql) => DalamAsync(async (_, db) =>
    {
        foreach (var tabel in (string[])["audit", "audit_orang", "audit_segel"])
        {
            await db.Database.ExecuteSqlRawAsync(postgres
                ? $"ALTER TABLE {Skema}{tabel} DISABLE TRIGGER USER"
                : $"DROP TRIGGER IF EXISTS {tabel}_tetap_ubah; DROP TRIGGER IF EXISTS {tabel}_tetap_hapus");
        }
        await db.Database.ExecuteSqlRawAsync(Dengan(sql));
    });

    public Task JalankanAsync(string sql) => DalamAsync((_, db) => db.Database.ExecuteSqlRawAsync(Dengan(sql)));

    /// <summary>Seals made anew over what is there now, as whoever knows the code can make them.</summary>
    public Task SegelUlangAsync() => DalamAsync(async (_, db) =>
    {
        await RusakAsync("DELETE FROM {s}audit_segel");
        var catatan = await db.Set<CatatanAudit>().AsNoTracking().OrderBy(c => c.Nomor).ToListAsync();
        var hash = SegelAudit.Hitung(null, 1, catatan);
        db.Add(new SegelAudit { Nomor = 1, Sampai = catatan[^1].Nomor, Jumlah = catatan.Count, Hash = hash, Pada = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
    });

    public async Task<HasilPemeriksaan> PeriksaAsync(TimeSpan kemudian = default)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await new PemeriksaAudit(
            scope.ServiceProvider.GetRequiredService<ServiceDb>(), host.Services.GetRequiredService<KunciAudit>(), JangkarAudit.Baca(Jangkar, ServiceNames.Approval),
            DateTimeOffset.UtcNow + kemudian).PeriksaAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable d) await d.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Dengan(string sql) => sql.Replace("{s}", Skema, StringComparison.Ordinal);
}
