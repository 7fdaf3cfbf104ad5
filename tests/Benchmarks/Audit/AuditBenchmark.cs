using System.Diagnostics;
using System.Security.Cryptography;
using Dukcapil.Benchmarks.Engine;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.TestServers;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Benchmarks.Audit;

/// <summary>What a line of the audit journal costs an act: units of work of one row, with and without a line, in turn, while the sealing runs.</summary>
internal static class AuditBenchmark
{
    private static readonly TimeSpan Lama = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync()
    {
        await using var server = await PostgresServer.CreateAsync();
        await PgBench.PrintAsync(server);
        var connection = await server.CreateDatabaseAsync("audit");
        using var host = Build(connection);
        await using (var scope = host.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.MigrateAsync();
        await using var database = new BenchDatabase(connection);
        using var ends = new CancellationTokenSource();
        var sealing = SealAsync(host.Services.GetRequiredService<PenyegelAudit>(), ends.Token);
        await RunAsync(host.Services, 4, withLine: true);
        Console.WriteLine("callers        acts/s without  with   p50 ms without  with   WAL bytes without  with");
        foreach (var callers in (int[])[1, 16, 64])
        {
            var (plain, withLine) = (new Round(), new Round());
            for (var turn = 0; turn < 2; turn++)
            {
                plain += await MeasureAsync(host.Services, database, callers, withLine: false);
                withLine += await MeasureAsync(host.Services, database, callers, withLine: true);
            }
            Console.WriteLine(
                $"{callers,7} {plain.Rate,21:N0} {withLine.Rate,6:N0} {plain.Median,16:N2} {withLine.Median,5:N2} {plain.WalPerAct,18:N0} {withLine.WalPerAct,6:N0}");
        }
        await ends.CancelAsync();
        Console.WriteLine($"sealed: {await sealing:N0} lines, {await database.ScalarAsync<decimal>("SELECT round(pg_total_relation_size('workflow.audit')::numeric / count(*)) FROM workflow.audit"):N0} bytes each with indexes");
        return 0;
    }

    private static async Task<Round> MeasureAsync(IServiceProvider services, BenchDatabase database, int callers, bool withLine)
    {
        var wal = await database.WalAsync();
        var times = await RunAsync(services, callers, withLine);
        return new Round { Times = times, Wal = await database.WalAsync() - wal, Seconds = Lama.TotalSeconds };
    }

    private static async Task<List<double>> RunAsync(IServiceProvider services, int callers, bool withLine)
    {
        var end = Stopwatch.GetTimestamp() + (long)(Lama.TotalSeconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetTimestamp() < end)
            {
                var start = Stopwatch.GetTimestamp();
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Peran.Add(new PeranAlur { Kode = Guid.NewGuid().ToString("N"), Nama = "UJI" });
                if (withLine) scope.ServiceProvider.GetRequiredService<JurnalAudit>().Catat("tugas.selesai", Guid.NewGuid(), Guid.NewGuid().ToString(), "Dukcapil.KoreksiKonsep Sesuai");
                await db.SaveAndCommitAsync(CancellationToken.None);
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return mine;
        })));
        return [.. times.SelectMany(t => t)];
    }

    private static async Task<int> SealAsync(PenyegelAudit sealer, CancellationToken ends)
    {
        var lines = 0;
        while (!ends.IsCancellationRequested)
        {
            lines += await sealer.SegelAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1), ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return lines + await sealer.SegelAsync(CancellationToken.None);
    }

    private static IHost Build(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["ConnectionStrings:Database"] = connection,
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        });
        builder.AddUnitsOfWork<WorkflowDb, WorkflowDbSqlite>(ServiceNames.Workflow, messages: false);
        builder.Services.AddSingleton<JangkarAudit>();
        builder.Services.AddSingleton<PenyegelAudit>();
        return builder.Build();
    }

    private sealed record Round
    {
        public List<double> Times { get; init; } = [];

        public decimal Wal { get; init; }

        public double Seconds { get; init; }

        public double Rate => Times.Count / Seconds;

        public double Median => Times.Order().ElementAt(Times.Count / 2);

        public decimal WalPerAct => Wal / Times.Count;

        public static Round operator +(Round a, Round b) => new() { Times = [.. a.Times, .. b.Times], Wal = a.Wal + b.Wal, Seconds = a.Seconds + b.Seconds };
    }
}
