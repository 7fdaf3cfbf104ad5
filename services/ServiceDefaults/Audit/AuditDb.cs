using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>The journal of a service alone, for whoever verifies it from outside. On PostgreSQL the connection's search path names the schema.</summary>
public sealed class AuditDb(DbContextOptions<AuditDb> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AuditModel.Configure(modelBuilder, Database.IsNpgsql());
        SnakeCaseNames.Apply(modelBuilder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite()) configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
