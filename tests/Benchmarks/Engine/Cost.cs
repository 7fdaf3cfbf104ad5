using System.Diagnostics;
using System.Globalization;

namespace Dukcapil.Benchmarks.Engine;

/// <summary>What a measured stretch costs: time, CPU of this process and of the server, memory, commits, log.</summary>
internal sealed class Cost
{
    private readonly BenchDatabase database;
    private readonly int postmaster;
    private readonly Stopwatch watch = new();
    private long commits, allocated, allocatedAtContinue;
    private decimal wal;
    private double client, server, clientAtContinue, serverAtContinue;

    private Cost(BenchDatabase database, int postmaster) => (this.database, this.postmaster) = (database, postmaster);

    public static async Task<Cost> BeginAsync(BenchDatabase database)
    {
        var cost = new Cost(database, await database.PostmasterAsync());
        (cost.commits, cost.wal) = (await database.CommitsAsync(), await database.WalAsync());
        return cost;
    }

    public void Continue()
    {
        (clientAtContinue, serverAtContinue, allocatedAtContinue) = (Client(), Server(), GC.GetTotalAllocatedBytes());
        watch.Start();
    }

    public void Pause()
    {
        watch.Stop();
        client += Client() - clientAtContinue;
        server += Server() - serverAtContinue;
        allocated += GC.GetTotalAllocatedBytes() - allocatedAtContinue;
    }

    public async Task<string> EndAsync(List<double> latencies)
    {
        latencies.Sort();
        var count = (double)latencies.Count;
        // The server counts its commits with a delay of up to a second.
        await Task.Delay(1100);
        var (commitsNow, walNow) = (await database.CommitsAsync(), await database.WalAsync());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count / watch.Elapsed.TotalSeconds,13:N0} {latencies[latencies.Count / 2],8:N2} {latencies[(int)(count * 0.99)],8:N2}  {client / count,9:N3} / {server / count,-9:N3}    {allocated / count / 1024,9:N1} {(commitsNow - commits) / count,11:N3} {(double)(walNow - wal) / count,10:N0}");
    }

    private static double Client() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    // The server's processes that live now; its connections outlive a measured stretch.
    private double Server() => Ukur.CpuBeserta(postmaster) * 1000;
}
