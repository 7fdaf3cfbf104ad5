using Dukcapil.TestServers;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dukcapil.Approval.Tests.Peranti.PostgresBersama))]

namespace Dukcapil.Approval.Tests.Peranti;

/// <summary>An empty database.</summary>
public sealed record Basis(string Provider, string ConnectionString, string? Folder = null) : IDisposable
{
    /// <summary>On SQLite.</summary>
    public static Basis Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-persetujuan-").FullName;
        return new("Sqlite", $"Data Source={Path.Combine(folder, "approval.db")}", folder);
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
    public async Task<Basis> BuatAsync() => new("PostgreSql", await (await server.Value).CreateDatabaseAsync("approval"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated) await (await server.Value).DisposeAsync();
    }
}
