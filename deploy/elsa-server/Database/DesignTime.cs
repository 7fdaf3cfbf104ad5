using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dukcapil.ElsaServer.Database;

/// <summary>For <c>dotnet ef</c>.</summary>
internal sealed class AlurDbDesignTime : IDesignTimeDbContextFactory<AlurDb>
{
    public AlurDb CreateDbContext(string[] args) =>
        new((DbContextOptions<AlurDb>)DesignTime.PostgreSql<AlurDb>(ServiceNames.Workflow), new ServiceIdentity(ServiceNames.Workflow), DesignTime.Signal);
}
