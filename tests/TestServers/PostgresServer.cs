using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Dukcapil.TestServers;

/// <summary>
/// A PostgreSQL for tests and benchmarks: a private cluster on a free port of 127.0.0.1 with fsync on, as in production.
/// </summary>
/// <remarks>
/// Taken from, in this order: <c>DUKCAPIL_TEST_POSTGRES</c> (an Npgsql connection string of a role that may create
/// databases), the installed programs, a container. <c>DUKCAPIL_TEST_SERVERS=docker</c> prefers the container.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Environment variable with the connection string of a server to use instead.</summary>
    public const string Variable = "DUKCAPIL_TEST_POSTGRES";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly IServerHost host;
    private readonly List<string> databases = [];

    private PostgresServer(IServerHost host, string connectionString)
    {
        this.host = host;
        AdminConnectionString = connectionString;
    }

    /// <summary>Superuser on database <c>postgres</c> (a server of somebody else: as given), without pooling.</summary>
    public string AdminConnectionString { get; }

    /// <summary>False for a server given by <see cref="Variable"/>: tests that need an outage then skip.</summary>
    public bool CanStop => host.CanStop;

    /// <summary>Folder of the installed programs, for <c>psql</c> and <c>pgbench</c>; null when none are installed.</summary>
    public static string? ProgramFolder => Programs.PostgresFolder();

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="settings">Settings of postgresql.conf that differ, by name; null for none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ServerUnavailableException">Neither variable nor programs nor container engine.</exception>
    public static async Task<PostgresServer> CreateAsync(
        IReadOnlyDictionary<string, string>? settings = null, CancellationToken cancellation = default)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new PostgresServer(new ExternalHost(Variable), Unpooled(given));
        }

        var port = FreePort.Next();
        var password = RandomNumberGenerator.GetHexString(32);
        var arguments = Arguments(settings);
        var host = await ServerChoice.PickAsync(
            Programs.PostgresFolder(),
            bin => PostgresCluster.CreateAsync(bin, port, password, arguments, cancellation),
            () => PostgresCluster.CreateContainerAsync(port, password, arguments, cancellation),
            () => ServerUnavailableException.For(
                "PostgreSQL", "postgresql", Variable, "Host=localhost;Username=postgres;Password=…"),
            cancellation);
        var connection = string.Create(
            CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database=postgres;Username=postgres;Password={password}");
        var server = new PostgresServer(host, Unpooled(connection));
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

    /// <summary>Creates an empty database (UTF-8, C.UTF-8). The true name gets a random end, so that nothing collides.</summary>
    /// <param name="name">Lower-case letters, digits and underscores.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Npgsql connection string of the superuser, with pooling and error details.</returns>
    public async Task<string> CreateDatabaseAsync(string name = "test", CancellationToken cancellation = default)
    {
        var unique = $"{name}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        await ExecuteAsync($"CREATE DATABASE \"{unique}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'", cancellation);
        databases.Add(unique);
        return new NpgsqlConnectionStringBuilder(AdminConnectionString)
        {
            Database = unique,
            Pooling = true,
            IncludeErrorDetail = true,
        }.ConnectionString;
    }

    /// <summary>Starts the stopped server on the same port with the same data; nothing when it runs.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanStop"/> is false.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await host.StartAsync(cancellation);
        await Readiness.WaitAsync("PostgreSQL", AnswersAsync, () => host.HasExited, () => host.RecentOutput, StartLimit, cancellation);

        async Task<bool> AnswersAsync()
        {
            await ExecuteAsync("SELECT 1", cancellation);
            return true;
        }
    }

    /// <summary>Stops in mode "fast": sessions are ended, data are written, as before maintenance.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanStop"/> is false.</exception>
    public Task StopAsync(CancellationToken cancellation = default) => host.StopAsync(OwnedProcess.Interrupt, cancellation);

    /// <summary>Stops in mode "immediate", which is a crash: nothing is written, the next start recovers from the WAL.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanStop"/> is false.</exception>
    public Task KillAsync(CancellationToken cancellation = default) => host.StopAsync(OwnedProcess.Quit, cancellation);

    /// <summary>Ends the server and deletes its data; on a server of somebody else drops the databases made here.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (!host.CanStop)
        {
            foreach (var database in databases)
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", CancellationToken.None);
            }
        }

        await host.DisposeAsync();
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private static string[] Arguments(IReadOnlyDictionary<string, string>? settings)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        all.TryAdd("max_connections", "300");
        return [.. all.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })];
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
