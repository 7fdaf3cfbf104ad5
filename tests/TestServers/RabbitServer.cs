using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using RabbitMQ.Client;

namespace Dukcapil.TestServers;

/// <summary>A RabbitMQ for tests: a private node on free ports of 127.0.0.1 with a virtual host and user of its own.</summary>
/// <remarks>
/// Taken from, in this order: <c>DUKCAPIL_TEST_AMQP</c> (amqp://user:password@host:port/vhost), the installed programs,
/// a container. <c>DUKCAPIL_TEST_SERVERS=docker</c> prefers the container.
/// </remarks>
public sealed class RabbitServer : IAsyncDisposable
{
    /// <summary>Environment variable with the AMQP address of a server to use instead.</summary>
    public const string Variable = "DUKCAPIL_TEST_AMQP";

    private const string Name = "dukcapil";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private readonly IServerHost host;

    private RabbitServer(IServerHost host, Uri amqpUri)
    {
        this.host = host;
        AmqpUri = amqpUri;
    }

    /// <summary>amqp://user:password@host:port/vhost; may do everything within its virtual host.</summary>
    public Uri AmqpUri { get; }

    /// <summary>False for a server given by <see cref="Variable"/>: tests that need an outage then skip.</summary>
    public bool CanStop => host.CanStop;

    /// <summary>Starts a node and waits until clients can log in.</summary>
    /// <exception cref="ServerUnavailableException">Neither variable nor programs nor container engine.</exception>
    public static async Task<RabbitServer> CreateAsync(CancellationToken cancellation = default)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new RabbitServer(new ExternalHost(Variable), new Uri(given));
        }

        var port = FreePort.Next();
        var password = RandomNumberGenerator.GetHexString(32);
        var host = await ServerChoice.PickAsync(
            Programs.RabbitFolder(),
            bin => RabbitNode.CreateAsync(bin, port, Name, password, Name, cancellation),
            () => RabbitNode.CreateContainerAsync(port, Name, password, Name, cancellation),
            () => ServerUnavailableException.For("RabbitMQ", "rabbitmq-server", Variable, "amqp://guest:guest@localhost:5672/"),
            cancellation);
        var uri = new Uri(string.Create(CultureInfo.InvariantCulture, $"amqp://{Name}:{password}@127.0.0.1:{port}/{Name}"));
        var server = new RabbitServer(host, uri);
        try
        {
            await server.StartAsync(cancellation);
            return server;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the stopped node on the same port with the same data; nothing when it runs.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanStop"/> is false.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await host.StartAsync(cancellation);
        await Readiness.WaitAsync("RabbitMQ", LogsInAsync, () => host.HasExited, () => host.RecentOutput, StartLimit, cancellation);

        async Task<bool> LogsInAsync()
        {
            await using var connection = await ConnectAsync(cancellation);
            return connection.IsOpen;
        }
    }

    /// <summary>Stops the node in good order; durable queues and persistent messages stay.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanStop"/> is false.</exception>
    public Task StopAsync(CancellationToken cancellation = default) => host.StopAsync(OwnedProcess.Terminate, cancellation);

    /// <summary>Kills the node (SIGKILL): what was confirmed to a publisher must be there after the next start.</summary>
    /// <remarks>
    /// RabbitMQ 3.10 writes the register of its quorum queues to disk a second or more after a queue is declared; a kill in
    /// that time was seen to leave the new queue without a leader for ever or without its confirmed messages. Tests
    /// declare and kill within that time, production does not, so that register is written first (0.3 s); messages are
    /// not helped in any way.
    /// </remarks>
    /// <exception cref="NotSupportedException"><see cref="CanStop"/> is false.</exception>
    public async Task KillAsync(CancellationToken cancellation = default)
    {
        await host.RunToolAsync("rabbitmqctl", ["-q", "eval", "[dets:sync(Table) || Table <- dets:all()], ok."], cancellation);
        await host.StopAsync(OwnedProcess.Kill, cancellation);
    }

    /// <summary>Stops in good order and starts again.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanStop"/> is false.</exception>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        await StopAsync(cancellation);
        await StartAsync(cancellation);
    }

    /// <summary>Opens a connection that does not recover by itself, so that a test sees the loss.</summary>
    public Task<IConnection> ConnectAsync(CancellationToken cancellation = default) => ConnectAsync(AmqpUri, cancellation);

    /// <summary>Makes another virtual host with full rights for the same user, to keep tests apart; about 0.6 s.</summary>
    /// <returns>AMQP address within the new virtual host.</returns>
    /// <exception cref="NotSupportedException">The server is not ours.</exception>
    public async Task<Uri> CreateVirtualHostAsync(string name, CancellationToken cancellation = default)
    {
        var unique = $"{name}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        await host.RunToolAsync("rabbitmqctl", ["-q", "add_vhost", unique], cancellation);
        await host.RunToolAsync("rabbitmqctl", ["-q", "set_permissions", "-p", unique, Name, ".*", ".*", ".*"], cancellation);
        return new UriBuilder(AmqpUri) { Path = unique }.Uri;
    }

    /// <summary>Takes users, virtual hosts and rights from a definitions file, as a new node of an office does.</summary>
    /// <exception cref="NotSupportedException">The server is not ours.</exception>
    public async Task ImportDefinitionsAsync(string file, CancellationToken cancellation = default)
    {
        // The node's user must be able to read it, wherever it lies.
        var readable = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            await File.WriteAllBytesAsync(readable, await File.ReadAllBytesAsync(file, cancellation), cancellation);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(readable, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            await host.RunToolAsync("rabbitmqctl", ["-q", "import_definitions", readable], cancellation);
        }
        finally
        {
            File.Delete(readable);
        }
    }

    /// <summary>Lets the node tell its own metrics, as <c>deploy/rabbitmq/enabled_plugins</c> does; about 3 s.</summary>
    /// <returns>Where they are, without the path.</returns>
    /// <exception cref="NotSupportedException">The server is not ours.</exception>
    public async Task<Uri> EnableMetricsAsync(CancellationToken cancellation = default)
    {
        var port = FreePort.Next();
        var setting = string.Create(CultureInfo.InvariantCulture, $"application:set_env(rabbitmq_prometheus, tcp_config, [{{port, {port}}}, {{ip, \"127.0.0.1\"}}]).");
        await host.RunToolAsync("rabbitmqctl", ["-q", "eval", setting], cancellation);
        await host.RunToolAsync("rabbitmq-plugins", ["-q", "enable", "rabbitmq_prometheus"], cancellation);
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    /// <summary>All queues of a virtual host, about 0.4 s. Exclusive queues of others cannot be looked at and fail it.</summary>
    /// <param name="virtualHost">As returned by <see cref="CreateVirtualHostAsync"/>; null for that of <see cref="AmqpUri"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="NotSupportedException">The server is not ours.</exception>
    public async Task<IReadOnlyList<QueueInfo>> ListQueuesAsync(Uri? virtualHost = null, CancellationToken cancellation = default)
    {
        var path = Uri.UnescapeDataString((virtualHost ?? AmqpUri).AbsolutePath[1..]);
        var json = await host.RunToolAsync(
            "rabbitmqctl",
            [
                "-q", "list_queues", "-p", path, "name", "type", "messages_ready", "messages_unacknowledged", "consumers",
                "--formatter", "json",
            ],
            cancellation);
        var queues = JsonSerializer.Deserialize<List<QueueInfo>>(json)!;

        // The list shows the ready messages of quorum queues as they were up to 5 s ago; the queue itself knows better.
        await using var connection = await ConnectAsync(virtualHost ?? AmqpUri, cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        for (var i = 0; i < queues.Count; i++)
        {
            var now = await channel.QueueDeclarePassiveAsync(queues[i].Name, cancellation);
            queues[i] = queues[i] with { Ready = now.MessageCount, Consumers = (int)now.ConsumerCount };
        }

        return queues;
    }

    /// <summary>Removes all ready messages of one queue.</summary>
    /// <returns>How many there were.</returns>
    public async Task<uint> PurgeAsync(string queue, CancellationToken cancellation = default)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        return await channel.QueuePurgeAsync(queue, cancellation);
    }

    /// <summary>Ends the node and deletes its data.</summary>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static Task<IConnection> ConnectAsync(Uri virtualHost, CancellationToken cancellation) => new ConnectionFactory
    {
        Uri = virtualHost,
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
    }.CreateConnectionAsync(cancellation);
}
