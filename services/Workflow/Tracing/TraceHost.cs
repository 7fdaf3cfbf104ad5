using Dukcapil.Contracts;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Tracing;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Tracing;

/// <summary>Keeps the instances of traces in the store of the real service, on a database of its own, without its API.</summary>
public sealed class TraceHost : ITraceStore, IAsyncDisposable
{
    private readonly IHost app;

    private TraceHost(IHost app) => this.app = app;

    /// <summary>Creates the tables.</summary>
    /// <param name="provider"><c>PostgreSql</c> or <c>Sqlite</c>.</param>
    /// <param name="connectionString">An empty database, or one of an earlier run.</param>
    public static async Task<TraceHost> OpenAsync(string provider, string connectionString)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Database:Provider", provider), new("ConnectionStrings:Database", connectionString)]);
        builder.Services.AddSingleton(new InProcessBus());
        builder.AddUnitsOfWork<WorkflowDb, WorkflowDbSqlite>(ServiceNames.Workflow);
        builder.Services.AddAlur();
        var host = new TraceHost(builder.Build());
        await using var scope = host.app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorkflowDb>().Database.MigrateAsync();
        return host;
    }

    /// <inheritdoc/>
    public ITraceInstance Begin(CompiledWorkflow workflow) => new TraceInstance(app.Services, workflow);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ((IAsyncDisposable)app).DisposeAsync();
}
