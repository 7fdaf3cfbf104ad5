using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Dukcapil.Identity.Database;

/// <summary>For <c>dotnet ef</c>: migrations of PostgreSQL.</summary>
internal sealed class IdentityDbDesignTime : IDesignTimeDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext(string[] args) => new(DesignTime.PostgreSql<IdentityDb>(ServiceNames.Identity));
}

/// <summary>For <c>dotnet ef</c>: migrations of SQLite.</summary>
internal sealed class IdentityDbSqliteDesignTime : IDesignTimeDbContextFactory<IdentityDbSqlite>
{
    public IdentityDbSqlite CreateDbContext(string[] args) => new(DesignTime.Sqlite<IdentityDbSqlite>(ServiceNames.Identity));
}
