using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Options without a host: for <c>dotnet ef migrations add</c>, which needs the model but no database, and for migrations run by themselves.</summary>
public static class DesignTime
{
    /// <summary>PostgreSQL, schema named as the service.</summary>
    public static DbContextOptions PostgreSql<TDb>(string service)
        where TDb : ServiceDb =>
        Of<TDb>(service).UseNpgsql("Host=design-time", npgsql => npgsql.MigrationsHistoryTable("migrations", service)).Options;

    /// <summary>SQLite.</summary>
    public static DbContextOptions Sqlite<TDb>(string service, string connection = "Data Source=design-time")
        where TDb : ServiceDb =>
        Of<TDb>(service).UseSqlite(connection).Options;

    // The process of the tool ends with its few contexts.
    private static DbContextOptionsBuilder<TDb> Of<TDb>(string service)
        where TDb : ServiceDb =>
        new DbContextOptionsBuilder<TDb>().UseApplicationServiceProvider(
            new ServiceCollection().AddSingleton(new ServiceIdentity(service)).AddSingleton<OutboxSignal>().BuildServiceProvider());
}
