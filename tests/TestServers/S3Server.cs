using System.Globalization;

namespace Dukcapil.TestServers;

/// <summary>An S3 server with one bucket, on a folder of its own, that a test may stop and start.</summary>
public sealed class S3Server : IAsyncDisposable
{
    /// <summary>The one bucket, and who may use it.</summary>
    public const string Bucket = "dukcapil-arsip", AccessKey = "S3RVER", SecretKey = "S3RVER";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string folder = Directory.CreateTempSubdirectory("dukcapil-s3-").FullName;
    private readonly OutputLog log = new();
    private readonly LeftoverGuard guard;
    private OwnedProcess? process;

    private S3Server() => guard = new LeftoverGuard(folder);

    /// <summary>http://127.0.0.1:port</summary>
    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));

    /// <summary>Starts one.</summary>
    /// <exception cref="ServerUnavailableException">It or Node.js is not installed.</exception>
    public static async Task<S3Server> CreateAsync()
    {
        var server = new S3Server();
        await server.StartAsync();
        return server;
    }

    /// <summary>Where the content of an object lies.</summary>
    public string FileOf(string key) => Path.Combine(folder, Bucket, key + "._S3rver_object");

    /// <summary>Starts it, with what the folder has.</summary>
    public async Task StartAsync()
    {
        var node = Programs.InPath("node") ?? throw new ServerUnavailableException("Node.js is missing: apt-get install nodejs npm");
        var program = Repository.PathOf("tests/TestServers/s3/node_modules/s3rver/bin/s3rver.js");
        if (!File.Exists(program)) throw new ServerUnavailableException("s3rver is missing: npm ci in tests/TestServers/s3");
        process = OwnedProcess.Start(
            new Command(
                node, program, "--directory", folder, "--address", "127.0.0.1", "--port", Address.Port.ToString(CultureInfo.InvariantCulture), "--configure-bucket", Bucket,
                "--silent"),
            log, guard);
        using var client = new HttpClient();
        await Readiness.WaitAsync(
            "S3 server", async () => (await client.GetAsync(Address)).IsSuccessStatusCode, () => process.HasExited,
            () => string.Join(Environment.NewLine, log.Recent), Limit, CancellationToken.None);
    }

    /// <summary>Kills it; its folder stays.</summary>
    public async Task StopAsync()
    {
        process?.KillGroup();
        if (process is not null) await process.WaitForExitAsync(Limit);
        process?.Dispose();
        process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        guard.Dispose();
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
