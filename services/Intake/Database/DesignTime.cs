using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Dukcapil.Intake.Database;

/// <summary>For <c>dotnet ef</c>: migrations of PostgreSQL.</summary>
internal sealed class IntakeDbDesignTime : IDesignTimeDbContextFactory<IntakeDb>
{
    public IntakeDb CreateDbContext(string[] args) => new(DesignTime.PostgreSql<IntakeDb>(ServiceNames.Intake));
}

/// <summary>For <c>dotnet ef</c>: migrations of SQLite.</summary>
internal sealed class IntakeDbSqliteDesignTime : IDesignTimeDbContextFactory<IntakeDbSqlite>
{
    public IntakeDbSqlite CreateDbContext(string[] args) => new(DesignTime.Sqlite<IntakeDbSqlite>(ServiceNames.Intake));
}
