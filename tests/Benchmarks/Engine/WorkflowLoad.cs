using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Dukcapil.ServiceDefaults.Telemetry;
using Dukcapil.Workflow;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Benchmarks.Engine;

/// <summary>The core of the Workflow service on a database: messages go into its inbox as they would from the broker, and return when committed.</summary>
internal sealed class WorkflowLoad : IAsyncDisposable
{
    private readonly IHost host;
    private readonly ConcurrentDictionary<(string Sender, Guid Application), long> numbers = new();

    private WorkflowLoad(IHost host, string connectionString) => (this.host, Database) = (host, new BenchDatabase(connectionString));

    public BenchDatabase Database { get; }

    public static async Task<WorkflowLoad> OpenAsync(string connectionString)
    {
        // As in a service: every message carries the context of its trace, and the journal keeps the trace's id.
        Jejak.Alirkan();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Database:Provider", "PostgreSql"), new("ConnectionStrings:Database", connectionString)]);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(new InProcessBus());
        builder.AddUnitsOfWork<WorkflowDb, WorkflowDbSqlite>(ServiceNames.Workflow);
        builder.Services.AddAlur();
        var load = new WorkflowLoad(builder.Build(), connectionString);
        await using var scope = load.host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorkflowDb>().Database.MigrateAsync();
        await ActivatorUtilities.CreateInstance<SeedPeran>(load.host.Services).StartAsync(CancellationToken.None);
        await ActivatorUtilities.CreateInstance<SeedDefinitions>(load.host.Services).StartAsync(CancellationToken.None);
        return load;
    }

    /// <summary>Starts instances and runs them to their end, and tells what a completed task costs.</summary>
    public async Task<string> MeasureAsync(int instances, int concurrency)
    {
        await StartAsync(instances);
        var cost = await Cost.BeginAsync(Database);
        var latencies = await CompleteAllAsync(concurrency, pace: null, cost);
        var figures = await cost.EndAsync(latencies);
        return $"{concurrency,11}  {figures}";
    }

    /// <summary>The same at a given rate: latency counts from when a completion should have come, not from when it was let in.</summary>
    public async Task<string> MeasurePacedAsync(int instances, int perSecond)
    {
        await StartAsync(instances);
        var cost = await Cost.BeginAsync(Database);
        var latencies = await CompleteAllAsync(concurrency: 0, perSecond, cost);
        var figures = await cost.EndAsync(latencies);
        return string.Create(CultureInfo.InvariantCulture, $"{perSecond,9}/s  {figures}");
    }

    public async Task<string> BytesPerFinishedInstanceAsync()
    {
        var (bytes, finished) = await Database.FinishedAsync();
        return string.Create(CultureInfo.InvariantCulture, $"Bytes per finished instance (tables and indexes, journal included, {finished:N0} instances): {bytes / Math.Max(finished, 1):N0}");
    }

    /// <summary>Starts instances that wait at their first task.</summary>
    public async Task StartAsync(int instances)
    {
        var started = Enumerable.Range(0, instances).Select(_ => Guid.CreateVersion7()).ToList();
        await Parallel.ForEachAsync(started, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (id, _) => await ReceiveAsync("intake", new PermohonanDiajukan
        {
            PermohonanId = id,
            Kantor = "9901",
            Fakta = new Fakta { Jenis = "KK_BARU", JumlahAnggota = 4 },
            Pada = DateTimeOffset.UtcNow,
        }));
        current = [.. started];
        await Database.ForgetOutboxAsync();
    }

    private HashSet<Guid> current = [];

    // Task by task of all instances, so that the next tasks can be read beforehand, outside the measured time.
    private async Task<List<double>> CompleteAllAsync(int concurrency, int? pace, Cost cost)
    {
        var latencies = new ConcurrentBag<double>();
        while (await Database.OpenTasksAsync(current) is { Count: > 0 } tasks)
        {
            cost.Continue();
            if (pace is { } perSecond) await PacedAsync(tasks, perSecond, latencies);
            else await Parallel.ForEachAsync(tasks, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (task, _) => latencies.Add(await CompleteAsync(task)));
            cost.Pause();
            await Database.ForgetOutboxAsync();
        }
        return [.. latencies];
    }

    private async Task PacedAsync(List<TugasDiterbitkan> tasks, int perSecond, ConcurrentBag<double> latencies)
    {
        var began = Stopwatch.GetTimestamp();
        var running = new List<Task>(tasks.Count);
        for (var i = 0; i < tasks.Count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            while (Stopwatch.GetElapsedTime(began) < due) await Task.Delay(1);
            var task = tasks[i];
            running.Add(Task.Run(async () =>
            {
                await CompleteAsync(task);
                latencies.Add((Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds);
            }));
        }
        await Task.WhenAll(running);
    }

    private async Task<double> CompleteAsync(TugasDiterbitkan task)
    {
        var began = Stopwatch.GetTimestamp();
        await ReceiveAsync(task.Pelayan, new TugasDiselesaikan
        {
            PermohonanId = task.PermohonanId,
            TugasId = task.TugasId,
            Hasil = task.Hasil.First(h => !h.PerluAlasan).Nama,
            Fakta = task.Fakta,
            Pada = DateTimeOffset.UtcNow,
        });
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private async Task ReceiveAsync(string sender, IMessage message)
    {
        var number = numbers.AddOrUpdate((sender, message.PermohonanId), 1, (_, last) => last + 1);
        var outcome = await host.Services.GetRequiredService<Inbox>().ReceiveAsync(
            new IncomingMessage(Guid.CreateVersion7(), sender, number, null, message), CancellationToken.None);
        if (outcome != InboxOutcome.Applied) throw new InvalidOperationException($"A message was {outcome}.");
    }

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return Database.DisposeAsync();
    }
}
