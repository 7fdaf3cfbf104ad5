using System.Globalization;
using Dukcapil.TestServers;

namespace Dukcapil.Benchmarks.Engine;

/// <summary>
/// <c>./bench engine [--instances N] [--finished N] [--open N] [--callers N]</c>: the SOP on PostgreSQL, from the inbox to the commit, beside single-row inserts of
/// pgbench on the same cluster in the same run. What is measured and how: docs/benchmark.md.
/// </summary>
internal static class EngineBenchmark
{
    private static readonly int[] Concurrencies = [1, 4, 16, 64, 256];

    public static async Task<int> RunAsync(string[] args)
    {
        var instances = Ukur.Angka(args, "--instances", 2000);
        var (finished, open) = (Ukur.Angka(args, "--finished", 0), Ukur.Angka(args, "--open", 0));
        await using var server = await PostgresServer.CreateAsync(new Dictionary<string, string> { ["shared_buffers"] = "1GB", ["max_wal_size"] = "4GB" });
        await PgBench.PrintAsync(server);
        await using var load = await WorkflowLoad.OpenAsync(await server.CreateDatabaseAsync("bench"));
        // Compiled code, prepared statements, open connections: as in a service that has been up for a minute.
        await load.MeasureAsync(500, concurrency: 16);
        if (finished + open > 0) await new Growth(load).FillAsync(finished, open);
        Console.WriteLine($"Open {open:N0}, finished {finished:N0} instances in the database besides those measured.");
        Console.WriteLine("concurrency  completions/s   p50 ms   p99 ms  ms CPU (client / server)  KB allocated  commits  WAL bytes    per completion");
        var only = Ukur.Angka(args, "--callers", 0);
        foreach (var concurrency in only > 0 ? [only] : Concurrencies)
        {
            // A single caller commits alone every time: fewer instances show it as well.
            var count = concurrency switch { 1 => instances / 10, 4 => instances / 4, _ => instances };
            Console.WriteLine(await load.MeasureAsync(count, concurrency));
        }
        if (only == 0) Console.WriteLine(await load.MeasurePacedAsync(instances, perSecond: 1000));
        Console.WriteLine(await load.BytesPerFinishedInstanceAsync());
        return 0;
    }
}
