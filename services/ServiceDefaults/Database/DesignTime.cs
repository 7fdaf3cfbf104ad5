using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Options for <c>dotnet ef migrations add</c>, which needs the model but no database.</summary>
public static class DesignTime
{
    /// <summary>The tool's process ends with its one context.</summary>
    public static OutboxSignal Signal { get; } = new();

    /// <summary>PostgreSQL, schema named as the service.</summary>
    public static DbContextOptions PostgreSql<TDb>(string service)
        where TDb : ServiceDb =>
        new DbContextOptionsBuilder<TDb>().UseNpgsql("Host=design-time", npgsql => npgsql.MigrationsHistoryTable("migrations", service)).Options;

    /// <summary>SQLite.</summary>
    public static DbContextOptions Sqlite<TDb>()
        where TDb : ServiceDb =>
        new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=design-time").Options;
}
