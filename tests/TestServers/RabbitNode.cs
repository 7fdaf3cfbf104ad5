using System.Globalization;

namespace Dukcapil.TestServers;

/// <summary>Makes a RabbitMQ node, not yet started, apart from any other node on the machine.</summary>
internal static class RabbitNode
{
    private const string Service = "rabbitmq";
    private const string Image = "rabbitmq:4";

    public static async Task<IServerHost> CreateAsync(
        string bin, int port, string user, string password, string virtualHost, CancellationToken cancellation)
    {
        var systemUser = PrivateDirectory.UserFor(Service);
        var directory = PrivateDirectory.Create(Service);
        var epmdPort = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        var environment = Isolation(directory, port, epmdPort);
        try
        {
            await File.WriteAllTextAsync(
                environment["RABBITMQ_CONFIG_FILE"]!, Configuration(port, user, password, virtualHost), cancellation);
            await File.WriteAllTextAsync(environment["RABBITMQ_ENABLED_PLUGINS_FILE"]!, "[].", cancellation);
            await PrivateDirectory.HandOverAsync(directory, systemUser, cancellation);

            var host = new LocalHost(directory, Tool("rabbitmq-server", []), OwnedProcess.Kill, Tool);

            // Erlang's name server, in our hands: the one that Erlang starts by itself is a daemon that outlives the node.
            host.StartCompanion(Tool("epmd", ["-port", epmdPort, "-address", "127.0.0.1"]) with { Program = "epmd" });
            return host;
        }
        catch
        {
            PrivateDirectory.Delete(directory);
            throw;
        }

        Command Tool(string program, string[] arguments) => new(Path.Combine(bin, program), arguments)
        {
            User = systemUser,
            Directory = directory,
            Environment = environment,
        };
    }

    public static async Task<IServerHost> CreateContainerAsync(
        int port, string user, string password, string virtualHost, CancellationToken cancellation) =>
        await ContainerHost.CreateAsync(
            Image,
            port,
            innerPort: 5672,
            [
                "--env", "RABBITMQ_DEFAULT_USER=" + user, "--env", "RABBITMQ_DEFAULT_PASS=" + password,
                "--env", "RABBITMQ_DEFAULT_VHOST=" + virtualHost,
            ],
            [],
            cancellation);

    private static Dictionary<string, string?> Isolation(string directory, int port, string epmdPort) => new()
    {
        // HOME holds the Erlang cookie, which makes the node deaf to everybody else's tools.
        ["HOME"] = directory,
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(directory, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(directory, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(directory, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(directory, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(directory, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(directory, "pid"),
        ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"dukcapil{port}@localhost"),
        ["RABBITMQ_NODE_PORT"] = null,
        ["RABBITMQ_NODE_IP_ADDRESS"] = null,
        ["RABBITMQ_DIST_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-start_epmd false -kernel inet_dist_use_interface {127,0,0,1}",
        ["RABBITMQ_CTL_ERL_ARGS"] = "-start_epmd false",
        ["ERL_EPMD_PORT"] = epmdPort,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    private static string Configuration(int port, string user, string password, string virtualHost) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         listeners.tcp.1 = 127.0.0.1:{port}
         default_vhost = {virtualHost}
         default_user = {user}
         default_pass = {password}
         default_permissions.configure = .*
         default_permissions.read = .*
         default_permissions.write = .*
         log.console = true
         log.file = false
         # A nearly full disk of a developer must not silently block every publisher.
         disk_free_limit.absolute = 50MB

         """);
}
