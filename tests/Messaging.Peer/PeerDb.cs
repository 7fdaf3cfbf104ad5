using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dukcapil.Messaging.Peer;

/// <summary>One effect of a message. No unique key on purpose: a message applied twice must show.</summary>
internal sealed class Applied
{
    public long Id { get; init; }

    public Guid PermohonanId { get; init; }

    public int Number { get; init; }
}

internal class PeerDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Applied> Applied => Set<Applied>();

    protected override void OnServiceModelCreating(ModelBuilder model) => model.Entity<Applied>().ToTable("Applied");
}

internal sealed class PeerDbSqlite(DbContextOptions options) : PeerDb(options);

/// <summary>The peer has no migrations: its tables come from the model, the numbering from where the services' first migrations take it.</summary>
internal sealed class CreateSchema(IServiceScopeFactory scopes, ServiceIdentity identity) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PeerDb>();
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken)) await creator.CreateAsync(cancellationToken);
        if (await creator.HasTablesAsync(cancellationToken)) return;
        await creator.CreateTablesAsync(cancellationToken);
        var migration = new MigrationBuilder(db.Database.ProviderName);
        migration.CreateOutboxNumbering(identity.Name);
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(migration.Operations))
            await db.Database.ExecuteSqlRawAsync(command.CommandText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
