using System.Globalization;
using System.Runtime.InteropServices;

namespace Dukcapil.TestServers;

/// <summary>One of our services as a process of its own, to be killed and restarted by tests.</summary>
/// <remarks>Port and environment stay the same over restarts, as an orchestrator would have it.</remarks>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);
    private readonly Command command;
    private readonly OutputLog log;
    private readonly LeftoverGuard guard = new();
    private readonly HttpClient probe = new() { Timeout = TimeSpan.FromSeconds(5) };
    private OwnedProcess? running;
    private bool disposed;

    /// <summary>Describes the process without starting it.</summary>
    /// <param name="assembly">Path of the service's .dll, see <see cref="ServiceAssembly.Find"/>.</param>
    /// <param name="environment">Configuration in environment form (<c>ConnectionStrings__Database</c> …); null removes.</param>
    /// <param name="arguments">Command line of the service.</param>
    /// <param name="port">TCP port on 127.0.0.1; null takes a free one.</param>
    public ServiceProcess(
        string assembly, IReadOnlyDictionary<string, string?> environment, IReadOnlyList<string>? arguments = null, int? port = null)
    {
        Name = Path.GetFileNameWithoutExtension(assembly);
        Port = port ?? FreePort.Next();
        BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));
        OutputFile = Path.Combine(
            AppContext.BaseDirectory, "TestResults", string.Create(CultureInfo.InvariantCulture, $"{Name}-{Port}.log"));
        log = new OutputLog(OutputFile);
        command = new Command(DotnetHost(), [assembly, .. arguments ?? []])
        {
            Directory = Path.GetDirectoryName(assembly),
            // Processes that live for seconds: instrumented code would cost them more than it ever gives back.
            Environment = new Dictionary<string, string?>(environment) { ["ASPNETCORE_URLS"] = BaseAddress.OriginalString, ["DOTNET_TieredPGO"] = "0" },
        };
    }

    /// <summary>Name of the assembly.</summary>
    public string Name { get; }

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>http://127.0.0.1:port</summary>
    public Uri BaseAddress { get; }

    /// <summary>File with all that the process wrote, over all its lives; it stays after disposal, to be read by people.</summary>
    public string OutputFile { get; }

    /// <summary>The latest 500 lines of standard output and standard error.</summary>
    public IReadOnlyList<string> RecentOutput => log.Recent;

    /// <summary>Process id of the present life.</summary>
    /// <exception cref="InvalidOperationException">Never started.</exception>
    public int ProcessId => (running ?? throw new InvalidOperationException($"{Name} was not started.")).Id;

    /// <summary>True before the first start, and after the process has ended by itself or was killed.</summary>
    public bool HasExited => running?.HasExited ?? true;

    /// <summary>Starts it and waits until <c>GET /health/ready</c> answers 2xx.</summary>
    /// <param name="within">The longest wait; null for 60 s.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">It ended while starting; carries its last lines.</exception>
    /// <exception cref="TimeoutException">Not ready in time; carries its last lines.</exception>
    public async Task StartAsync(TimeSpan? within = null, CancellationToken cancellation = default)
    {
        Launch();
        await WaitUntilReadyAsync(within, cancellation);
    }

    /// <summary>Starts it without waiting, for tests of a start that must fail or wait for its servers.</summary>
    public void Launch()
    {
        if (!HasExited)
        {
            throw new InvalidOperationException($"{Name} is already running.");
        }

        running?.Dispose();
        running = OwnedProcess.Start(command, log, guard);
    }

    /// <summary>Waits until <c>GET /health/ready</c> answers 2xx.</summary>
    /// <param name="within">The longest wait; null for 60 s.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task WaitUntilReadyAsync(TimeSpan? within = null, CancellationToken cancellation = default)
    {
        return Readiness.WaitAsync(Name, IsReadyAsync, () => HasExited, () => log.Tail(), within ?? EndLimit, cancellation);

        async Task<bool> IsReadyAsync()
        {
            using var answer = await probe.GetAsync(new Uri(BaseAddress, "/health/ready"), cancellation);
            return answer.IsSuccessStatusCode;
        }
    }

    /// <summary>Waits for a line of output that contains the text, past lines included.</summary>
    /// <exception cref="TimeoutException">No such line in time.</exception>
    public async Task WaitForOutputAsync(string text, TimeSpan within)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        log.Written += Look;
        try
        {
            foreach (var line in log.Recent)
            {
                Look(line);
            }

            await seen.Task.WaitAsync(within);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{Name} did not write \"{text}\" within {within.TotalSeconds:0} s:{Environment.NewLine}{log.Tail()}");
        }
        finally
        {
            log.Written -= Look;
        }

        void Look(string line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>SIGKILL of exactly this process, and waits until it is gone: no handler, no flush, as a power cut.</summary>
    public async Task KillAsync() => await EndAsync(OwnedProcess.Kill);

    /// <summary>SIGTERM, as an orchestrator stops it.</summary>
    /// <returns>Exit code.</returns>
    /// <exception cref="TimeoutException">It did not end within 60 s.</exception>
    public Task<int> StopAsync() => EndAsync(OwnedProcess.Terminate);

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> WaitForExitAsync(TimeSpan within)
    {
        var process = running ?? throw new InvalidOperationException($"{Name} was not started.");
        await process.WaitForExitAsync(within);
        return process.ExitCode;
    }

    /// <summary>A client for this service. The caller disposes it.</summary>
    public HttpClient CreateClient() => new() { BaseAddress = BaseAddress };

    /// <summary>Kills the process if it lives.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (running is not null)
        {
            await KillAsync();
            running.Dispose();
        }

        guard.Dispose();
        log.Dispose();
        probe.Dispose();
    }

    private async Task<int> EndAsync(int signal)
    {
        running?.Signal(signal);
        return running is null ? 0 : await WaitForExitAsync(EndLimit);
    }

    // The runtime of the tests lies in <root>/shared/Microsoft.NETCore.App/<version>.
    private static string DotnetHost()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        var host = Path.Combine(root, "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }
}
