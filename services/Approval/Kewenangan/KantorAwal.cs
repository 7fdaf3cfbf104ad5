using System.Text.Json;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>
/// At start: the office of the settings is entered, with the usual hours, unless it is known already; and all services hear of it once, also those that
/// were installed later.
/// </summary>
internal sealed class KantorAwal(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<KantorAwal> log) : BackgroundService
{
    private static readonly TimeSpan Jeda = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await CobaAsync(stoppingToken)) await Task.Delay(Jeda, stoppingToken);
    }

    private async Task<bool> CobaAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ApprovalDb>();
            var setelan = configuration.Kantor();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Replicas that start together all do it; one of them enters the row.
            await db.Database.ExecuteSqlRawAsync(
                db.Sql("INSERT INTO {schema}kantor (kode, nama, wilayah, zona, kalender, versi, denyut_pada) VALUES ({0}, {1}, {2}, {3}, {4}, 1, {5}) ON CONFLICT DO NOTHING"),
                [
                    setelan.Kode, setelan.Nama, setelan.Wilayah.ToString(), setelan.ZonaWaktu, JsonSerializer.Serialize(KalenderKerja.Lazim, MessageJson.Options),
                    db.Database.IsNpgsql() ? DateTimeOffset.UnixEpoch : DateTimeOffset.UnixEpoch.UtcTicks,
                ],
                cancellationToken);
            var kantor = await db.Kantor.SingleAsync(k => k.Kode == setelan.Kode, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<PenerbitWewenang>().TerbitkanAsync(kantor, cancellationToken);
            await db.SaveAndCommitAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (DatabaseFaults.IsConflict(e) || DatabaseFaults.IsInfrastructure(e))
        {
            log.LogDebug(e, "The office is entered by another replica, or the database is away: once more");
            return false;
        }
    }
}
