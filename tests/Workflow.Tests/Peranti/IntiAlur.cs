using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Contracts;
using Dukcapil.Engine.State;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Roles;
using Dukcapil.Workflow.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>
/// The core of the service as one replica: no API, nothing that works by itself; the test moves the clock, hands in the messages and runs the pump.
/// Several on one database are several replicas; a new one on an old database is a restart.
/// </summary>
internal sealed partial class IntiAlur : IAsyncDisposable
{
    private readonly IHost host;

    private IntiAlur(IHost host, JamUji jam) => (this.host, Jam) = (host, jam);

    public JamUji Jam { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<IntiAlur> BukaAsync(BasisUji basis, JamUji? jam = null, Action<IServiceCollection>? ubah = null)
    {
        var inti = Bangun(basis, jam ?? new JamUji(), ubah);
        await inti.DbAsync(db => db.Database.MigrateAsync());
        await ActivatorUtilities.CreateInstance<SeedPeran>(inti.Services).StartAsync(CancellationToken.None);
        await ActivatorUtilities.CreateInstance<SeedDefinitions>(inti.Services).StartAsync(CancellationToken.None);
        return inti;
    }

    /// <summary>On a database whose tables nobody has made or brought up to date.</summary>
    public static Task<IntiAlur> BelumDimutakhirkanAsync(BasisUji basis) => Task.FromResult(Bangun(basis, new JamUji(), ubah: null));

    private static IntiAlur Bangun(BasisUji basis, JamUji jam, Action<IServiceCollection>? ubah)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Database:Provider", basis.Provider), new("ConnectionStrings:Database", basis.ConnectionString)]);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(jam);
        builder.Services.AddSingleton(new InProcessBus());
        builder.AddUnitsOfWork<WorkflowDb, WorkflowDbSqlite>(ServiceNames.Workflow);
        builder.Services.AddAlur();
        ubah?.Invoke(builder.Services);
        return new IntiAlur(builder.Build(), jam);
    }

    /// <summary>Publishes a definition.</summary>
    public async Task TerbitkanAsync(string json)
    {
        await using var scope = Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<DefinitionPublisher>()
            .SaveAsync(JsonNode.Parse(json)!.AsObject(), publish: true, "uji", CancellationToken.None);
        Assert.True(outcome.Refused.Count == 0, string.Join(Environment.NewLine, outcome.Refused));
    }

    /// <summary>A message arrives.</summary>
    public Task<InboxOutcome> TerimaAsync(string sender, long number, IMessage message) =>
        Services.GetRequiredService<Inbox>().ReceiveAsync(new IncomingMessage(Guid.CreateVersion7(), sender, number, null, message), CancellationToken.None);

    /// <summary>Something that does not come as a message: a unit of work of its own.</summary>
    public Task<T> KerjakanAsync<T>(Func<IServiceProvider, Task<T>> kerja) =>
        Services.GetRequiredService<Workflow.Store.UnitOfWork>().RunAsync(kerja, CancellationToken.None);

    /// <summary>Something other instances, or nobody, have to hear.</summary>
    public Task KatakanAsync(SignalContent content) => KerjakanAsync(services =>
    {
        services.GetRequiredService<Workflow.Store.InstanceSession>().Say(content);
        return Task.FromResult(true);
    });

    /// <summary>Brings about what is due.</summary>
    public Task<int> PompaAsync() => Services.GetRequiredService<Pump>().RunDueAsync(CancellationToken.None);

    /// <summary>Moves the clock and brings about what is due.</summary>
    public Task<int> MajuAsync(TimeSpan span)
    {
        Jam.Maju(span);
        return PompaAsync();
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> DbAsync<T>(Func<WorkflowDb, Task<T>> baca)
    {
        await using var scope = Services.CreateAsyncScope();
        return await baca(scope.ServiceProvider.GetRequiredService<WorkflowDb>());
    }

    /// <summary>Looks into the database.</summary>
    public Task DbAsync(Func<WorkflowDb, Task> kerja) => DbAsync(async db =>
    {
        await kerja(db);
        return true;
    });

    /// <summary>Instances of a definition, on their way or ended, oldest first.</summary>
    public Task<List<InstanceRow>> InstansAsync(string definitionId) => DbAsync(async db => (List<InstanceRow>)
    [
        .. await db.Instances.AsNoTracking().Where(i => i.DefinitionId == definitionId).OrderBy(i => i.Id).ToListAsync(),
        .. await db.FinishedInstances.AsNoTracking().Where(i => i.DefinitionId == definitionId).OrderBy(i => i.Id).ToListAsync(),
    ]);

    /// <summary>Tasks of an application that wait at their owners.</summary>
    public Task<List<OpenTask>> TugasAsync(Guid permohonan) => DbAsync(db => db.OpenTasks.AsNoTracking().Where(t => t.PermohonanId == permohonan).OrderBy(t => t.TugasId).ToListAsync());

    /// <summary>Everything an instance has left behind, as text: state, journal, tasks, messages. Ids that are chance are replaced.</summary>
    public Task<string> PotretAsync(Guid permohonan) => DbAsync(async db =>
    {
        var rows = (await db.Instances.AsNoTracking().Where(i => i.PermohonanId == permohonan).ToListAsync()).Cast<InstanceRow>()
            .Concat(await db.FinishedInstances.AsNoTracking().Where(i => i.PermohonanId == permohonan).ToListAsync()).OrderBy(i => i.ParentId is not null).ToList();
        var lines = new List<string>();
        foreach (var row in rows)
        {
            lines.Add($"{row.SubStatus} {row.Revision} {row.ReturnCount} {row.IsSigned} {row.IncidentCount} {System.Text.Encoding.UTF8.GetString(InstanceState.Read(row.State).ToBytes())}");
            foreach (var burst in await db.Journal.AsNoTracking().Where(j => j.InstanceId == row.Id).OrderBy(j => j.Burst).ToListAsync())
                // The trace is that of this very run; everything else is the instance's own.
                lines.Add($"{burst.Burst} {JejakBurst().Replace(System.Text.Encoding.UTF8.GetString(burst.Records), "")}");
        }
        lines.AddRange((await db.OpenTasks.AsNoTracking().Where(t => t.PermohonanId == permohonan).OrderBy(t => t.TugasId).ToListAsync())
            .Select(t => JsonSerializer.Serialize(t.Message, MessageJson.Options)));
        lines.AddRange((await db.Outbox.AsNoTracking().Where(o => o.Stream == permohonan).OrderBy(o => o.Receiver).ThenBy(o => o.Sequence).ToListAsync())
            .Select(o => $"{o.Receiver} {o.Sequence} {o.Type} {o.Body}"));
        var text = string.Join('\n', lines).Replace(permohonan.ToString(), "(permohonan)", StringComparison.Ordinal);
        for (var i = 0; i < rows.Count; i++) text = text.Replace(rows[i].Id.ToString("N"), $"(instans {i})", StringComparison.Ordinal);
        return text;
    });

    public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();

    [System.Text.RegularExpressions.GeneratedRegex(",\"t\":\"[0-9a-f]{32}\"")]
    private static partial System.Text.RegularExpressions.Regex JejakBurst();
}
