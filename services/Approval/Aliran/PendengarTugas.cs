using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Npgsql;

namespace Dukcapil.Approval.Aliran;

/// <summary>Hears when another replica has changed the list (PostgreSQL). One connection per process; while it is away the regular look stands in.</summary>
internal sealed class PendengarTugas(IConfiguration configuration, PapanTugas papan, DatabaseProvider database, ILogger<PendengarTugas> log) : PersistentWorker(log)
{
    private static readonly TimeSpan Periksa = TimeSpan.FromSeconds(30);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (!database.IsPostgreSql)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return;
        }
        await using var koneksi = new NpgsqlConnection(configuration.GetConnectionString("Database"));
        await koneksi.OpenAsync(cancellationToken);
        koneksi.Notification += (_, kabar) =>
        {
            if (kabar.Payload != PenyiarTugas.Diri) papan.Isyaratkan();
        };
        await using (var dengar = new NpgsqlCommand($"LISTEN {PenyiarTugas.Saluran}", koneksi)) await dengar.ExecuteNonQueryAsync(cancellationToken);
        papan.Isyaratkan();
        while (true)
        {
            if (await koneksi.WaitAsync(Periksa, cancellationToken)) continue;
            // Silence may be a dead connection.
            await using var hidup = new NpgsqlCommand("SELECT 1", koneksi);
            await hidup.ExecuteScalarAsync(cancellationToken);
        }
    }
}
