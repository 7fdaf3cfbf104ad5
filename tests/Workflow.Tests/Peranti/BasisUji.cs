using Dukcapil.TestServers;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dukcapil.Workflow.Tests.Peranti.PostgresBersama))]

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>An empty database for one test.</summary>
/// <param name="Provider">Setting <c>Database:Provider</c>.</param>
/// <param name="ConnectionString">Setting <c>ConnectionStrings:Database</c>.</param>
public sealed record BasisUji(string Provider, string ConnectionString) : IDisposable
{
    private readonly string? folder;

    private BasisUji(string folder)
        : this("Sqlite", $"Data Source={Path.Combine(folder, "alur.db")}") => this.folder = folder;

    /// <summary>On SQLite.</summary>
    public static BasisUji Sqlite() => new(Directory.CreateTempSubdirectory("dukcapil-alur-").FullName);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (folder is null)
        {
            NpgsqlConnection.ClearAllPools();
            return;
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>One PostgreSQL for all tests of this project, started by the first that needs it.</summary>
public sealed class PostgresBersama : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> server = new(() => PostgresServer.CreateAsync());

    /// <summary>A new database on it.</summary>
    public async Task<BasisUji> BuatAsync() => new("PostgreSql", await (await server.Value).CreateDatabaseAsync("alur"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated) await (await server.Value).DisposeAsync();
    }
}
