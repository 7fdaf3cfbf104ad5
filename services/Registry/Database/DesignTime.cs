using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Dukcapil.Registry.Database;

/// <summary>For <c>dotnet ef</c>: migrations of PostgreSQL.</summary>
internal sealed class RegistryDbDesignTime : IDesignTimeDbContextFactory<RegistryDb>
{
    public RegistryDb CreateDbContext(string[] args) => new(DesignTime.PostgreSql<RegistryDb>(ServiceNames.Registry));
}

/// <summary>For <c>dotnet ef</c>: migrations of SQLite.</summary>
internal sealed class RegistryDbSqliteDesignTime : IDesignTimeDbContextFactory<RegistryDbSqlite>
{
    public RegistryDbSqlite CreateDbContext(string[] args) => new(DesignTime.Sqlite<RegistryDbSqlite>(ServiceNames.Registry));
}
