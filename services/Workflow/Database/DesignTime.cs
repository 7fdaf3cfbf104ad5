using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Dukcapil.Workflow.Database;

/// <summary>For <c>dotnet ef</c>: migrations of PostgreSQL.</summary>
internal sealed class WorkflowDbDesignTime : IDesignTimeDbContextFactory<WorkflowDb>
{
    public WorkflowDb CreateDbContext(string[] args) => new(DesignTime.PostgreSql<WorkflowDb>(ServiceNames.Workflow));
}

/// <summary>For <c>dotnet ef</c>: migrations of SQLite.</summary>
internal sealed class WorkflowDbSqliteDesignTime : IDesignTimeDbContextFactory<WorkflowDbSqlite>
{
    public WorkflowDbSqlite CreateDbContext(string[] args) => new(DesignTime.Sqlite<WorkflowDbSqlite>(ServiceNames.Workflow));
}
