using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Dukcapil.Approval.Database;

/// <summary>For <c>dotnet ef</c>: migrations of PostgreSQL.</summary>
internal sealed class ApprovalDbDesignTime : IDesignTimeDbContextFactory<ApprovalDb>
{
    public ApprovalDb CreateDbContext(string[] args) => new(DesignTime.PostgreSql<ApprovalDb>(ServiceNames.Approval));
}

/// <summary>For <c>dotnet ef</c>: migrations of SQLite.</summary>
internal sealed class ApprovalDbSqliteDesignTime : IDesignTimeDbContextFactory<ApprovalDbSqlite>
{
    public ApprovalDbSqlite CreateDbContext(string[] args) => new(DesignTime.Sqlite<ApprovalDbSqlite>(ServiceNames.Approval));
}
