using System.Globalization;

namespace Dukcapil.TestServers;

/// <summary>A Prometheus of its own for one test: scrapes every second what it is told to, and answers queries.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string folder = Directory.CreateTempSubdirectory("dukcapil-prometheus-").FullName;
    private readonly OutputLog log = new();
    private readonly LeftoverGuard guard;
    private OwnedProcess? process;

    private PrometheusServer() => guard = new LeftoverGuard(folder);

    /// <summary>http://127.0.0.1:port</summary>
    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));

    /// <summary>Starts one.</summary>
    /// <param name="targets">Addresses with <c>/metrics</c>.</param>
    /// <exception cref="ServerUnavailableException">Prometheus is not installed.</exception>
    public static async Task<PrometheusServer> StartAsync(IEnumerable<Uri> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var program = Programs.InPath("prometheus") ?? throw new ServerUnavailableException("Prometheus is missing: apt-get install prometheus");
        var server = new PrometheusServer();
        var file = Path.Combine(server.folder, "prometheus.yml");
        await File.WriteAllTextAsync(file, $$"""
            global: { scrape_interval: 1s }
            scrape_configs:
              - job_name: dukcapil
                static_configs: [{ targets: [{{string.Join(", ", targets.Select(t => $"\"{t.Authority}\""))}}] }]
            """);
        server.process = OwnedProcess.Start(
            new Command(
                program, "--config.file=" + file, "--storage.tsdb.path=" + Path.Combine(server.folder, "data"), "--web.listen-address=" + server.Address.Authority),
            server.log, server.guard);
        using var client = new HttpClient();
        await Readiness.WaitAsync(
            "Prometheus", async () => (await client.GetAsync(new Uri(server.Address, "/-/ready"))).IsSuccessStatusCode, () => server.process.HasExited,
            () => string.Join(Environment.NewLine, server.log.Recent), Limit, CancellationToken.None);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process?.KillGroup();
        if (process is not null) await process.WaitForExitAsync(Limit);
        process?.Dispose();
        guard.Dispose();
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
