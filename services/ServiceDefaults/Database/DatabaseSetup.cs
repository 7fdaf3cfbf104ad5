using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Chooses the database: <c>Database:Provider</c> is <c>PostgreSql</c> or <c>Sqlite</c>, <c>ConnectionStrings:Database</c> says where.</summary>
internal static class DatabaseSetup
{
    public static void AddDatabase<TDb, TSqliteDb>(this WebApplicationBuilder builder)
        where TDb : ServiceDb
        where TSqliteDb : TDb
    {
        var connection = builder.Configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("Setting ConnectionStrings:Database is missing.");
        var provider = builder.Configuration["Database:Provider"];
        switch (provider)
        {
            case "PostgreSql":
                builder.Services.AddDbContext<TDb>((services, options) => options.UseNpgsql(
                    connection,
                    npgsql => npgsql.MigrationsHistoryTable("migrations", services.GetRequiredService<ServiceIdentity>().Name)));
                break;
            case "Sqlite":
                builder.Services.AddSingleton<SqliteDurability>();
                builder.Services.AddDbContext<TDb, TSqliteDb>((services, options) => options
                    .UseSqlite(connection)
                    .AddInterceptors(services.GetRequiredService<SqliteDurability>()));
                break;
            default:
                throw new InvalidOperationException($"Setting Database:Provider is '{provider}'; it must be PostgreSql or Sqlite.");
        }
        builder.Services.AddScoped<ServiceDb>(services => services.GetRequiredService<TDb>());
        builder.Services.AddHostedService<DatabaseMigration>();
    }
}
