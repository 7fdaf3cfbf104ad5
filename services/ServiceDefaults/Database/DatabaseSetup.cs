using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Chooses the database: <c>Database:Provider</c> is <c>PostgreSql</c> or <c>Sqlite</c>, <c>ConnectionStrings:Database</c> says where.</summary>
internal static class DatabaseSetup
{
    private const int PreparedStatements = 128;

    public static void AddDatabase<TDb, TSqliteDb>(this IHostApplicationBuilder builder)
        where TDb : ServiceDb
        where TSqliteDb : TDb
    {
        var connection = builder.Configuration.GetConnectionString("Database")
            ?? throw new InvalidOperationException("Setting ConnectionStrings:Database is missing.");
        var provider = builder.Configuration["Database:Provider"];
        switch (provider)
        {
            case "PostgreSql":
                builder.Services.AddSingleton(new DatabaseProvider(IsPostgreSql: true));
                builder.Services.AddDbContextPool<TDb>((services, options) => options.UseNpgsql(
                    WithPreparedStatements(connection),
                    npgsql => npgsql.MigrationsHistoryTable("migrations", services.GetRequiredService<ServiceIdentity>().Name)));
                break;
            case "Sqlite":
                builder.Services.AddSingleton(new DatabaseProvider(IsPostgreSql: false));
                builder.Services.AddSingleton<SqliteDurability>();
                builder.Services.AddDbContextPool<TDb, TSqliteDb>(
                    (services, options) => options.UseSqlite(connection).AddInterceptors(services.GetRequiredService<SqliteDurability>()));
                break;
            default:
                throw new InvalidOperationException($"Setting Database:Provider is '{provider}'; it must be PostgreSql or Sqlite.");
        }
        builder.Services.AddScoped<ServiceDb>(services => services.GetRequiredService<TDb>());
        builder.Services.AddHostedService<DatabaseMigration>();
    }

    // Planning the same statement again costs more than running it, and no session of ours leaves anything behind that would have to be reset before
    // the next use. A setting of the office's own wins.
    private static string WithPreparedStatements(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!connection.Contains("No Reset On Close", StringComparison.OrdinalIgnoreCase)) settings.NoResetOnClose = true;
        // Plans are made once per connection, from what the tables will be and not from what they are: a plan made while a table is empty would read it
        // from end to end ever after, and one made anew for each array of ids costs more than running it. Without sequential scans, what has no index (a
        // table of a few rows) is reckoned so dear that PostgreSQL would compile it anew at every execution: so no JIT either.
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off";
        if (settings.MaxAutoPrepare == 0 && !connection.Contains("Max Auto Prepare", StringComparison.OrdinalIgnoreCase)) settings.MaxAutoPrepare = PreparedStatements;
        return settings.ConnectionString;
    }
}
