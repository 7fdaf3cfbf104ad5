using Dukcapil.TestServers;
using Dukcapil.Workflow.Tracing;
using Microsoft.Data.Sqlite;

namespace Dukcapil.Standalone.Commands;

/// <summary>Recorded traces of real Elsa against this engine, kept between bursts in memory or in a database.</summary>
internal sealed class TraceCommand : ICommand
{
    private const string Store = "--store", Connection = "--koneksi";

    public string Name => "trace";

    public string Usage => "trace [--store pure|sqlite|postgres] [--koneksi STRING] [--check] PATH…";

    public string Summary => "menjalankan rekaman mesin Elsa pada mesin ini dan membandingkannya (postgres tanpa --koneksi: gugus sementara sendiri)";

    public Task<int> RunAsync(string[] args) => (args.Value(Store) ?? "pure") switch
    {
        "pure" => Task.FromResult(Engine.Tracing.TraceCommand.Run(Rest(args), Console.Out)),
        "sqlite" => SqliteAsync(Rest(args)),
        "postgres" when args.Value(Connection) is { } given => KeptAsync("PostgreSql", given, Rest(args)),
        "postgres" => PostgresAsync(Rest(args)),
        var other => UnknownAsync(other),
    };

    private static async Task<int> SqliteAsync(string[] rest)
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-trace-");
        try
        {
            return await KeptAsync("Sqlite", $"Data Source={Path.Combine(folder.FullName, "trace.db")}", rest);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> PostgresAsync(string[] rest)
    {
        try
        {
            await using var server = await PostgresServer.CreateAsync();
            return await KeptAsync("PostgreSql", await server.CreateDatabaseAsync("trace"), rest);
        }
        catch (ServerUnavailableException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private static async Task<int> KeptAsync(string provider, string connection, string[] rest)
    {
        await using var store = await TraceHost.OpenAsync(provider, connection);
        return Engine.Tracing.TraceCommand.Run(rest, Console.Out, store);
    }

    private static async Task<int> UnknownAsync(string store)
    {
        await Console.Error.WriteLineAsync($"Nilai --store '{store}' tidak dikenal: pure, sqlite, atau postgres.");
        return 2;
    }

    private static string[] Rest(string[] args) =>
        [.. args.Where((arg, i) => arg is not (Store or Connection) && (i == 0 || args[i - 1] is not (Store or Connection)))];
}
