using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Design;

namespace Dukcapil.ElsaServer.Database;

/// <summary>For <c>dotnet ef</c>.</summary>
internal sealed class AlurDbDesignTime : IDesignTimeDbContextFactory<AlurDb>
{
    public AlurDb CreateDbContext(string[] args) =>
        new(DesignTime.PostgreSql<AlurDb>(ServiceNames.Workflow));
}
