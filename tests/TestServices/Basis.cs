using Dukcapil.TestServers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dukcapil.TestServices;

/// <summary>An empty database.</summary>
public sealed record Basis(string Provider, string ConnectionString, string? Folder = null) : IDisposable
{
    /// <summary>On SQLite, in a folder of its own.</summary>
    public static Basis Sqlite(string layanan)
    {
        var folder = Directory.CreateTempSubdirectory($"dukcapil-{layanan}-").FullName;
        return new("Sqlite", $"Data Source={Path.Combine(folder, layanan + ".db")}", folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Folder is null)
        {
            NpgsqlConnection.ClearAllPools();
            return;
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>One PostgreSQL for all tests of this project, started by the first that needs it.</summary>
public sealed class PostgresBersama : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> server = new(() => PostgresServer.CreateAsync());

    /// <summary>A new database on it.</summary>
    public async Task<Basis> BuatAsync(string layanan) => new("PostgreSql", await (await server.Value).CreateDatabaseAsync(layanan));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated) await (await server.Value).DisposeAsync();
    }
}
