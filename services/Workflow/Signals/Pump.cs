using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Telemetry;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Signals;

/// <summary>
/// Brings about what is due: timers of instances, timers that start instances, signals. Each is claimed, done and taken off the list in one
/// transaction, so it happens once whatever the number of replicas, and a crash in between leaves it due.
/// </summary>
public sealed class Pump(UnitOfWork unitOfWork, PumpSignal signal, DatabaseProvider database, TimeProvider time, ILogger<Pump> log) : PersistentWorker(log)
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(5);
    private readonly string lockClause = database.IsPostgreSql ? "FOR UPDATE SKIP LOCKED" : "";

    /// <summary>Does everything that is due now. For tests too: they move the clock and call this.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        while (await FireTriggerAsync(cancellationToken) || await FireTimerAsync(cancellationToken) || await ObeySignalAsync(cancellationToken)) count++;
        return count;
    }

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        await RunDueAsync(cancellationToken);
        await signal.WaitAsync(Sweep, cancellationToken);
    }

    private Task<bool> FireTimerAsync(CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async services =>
        {
            var db = services.GetRequiredService<WorkflowDb>();
            if (await ClaimAsync(db, db.Waits, "ClaimTimer.sql", cancellationToken) is not { } wait) return false;
            if (wait.DueAt is { } due) Ukuran.PewaktuTerlambat.Record(Math.Max(0, (time.GetUtcNow() - due).TotalSeconds));
            using var span = Jejak.Lanjutkan("pewaktu", null);
            var work = await services.GetRequiredService<InstanceSession>().FindAsync(wait.InstanceId, cancellationToken);
            var outcome = work is null
                ? BurstOutcome.NotFound
                : await services.GetRequiredService<InstanceRunner>().ResumeAsync(work, new TimerDue(wait.BookmarkId), completion: null, cancellationToken);
            if (outcome != BurstOutcome.Applied) db.Remove(wait);
            return true;
        },
        cancellationToken);

    private Task<bool> FireTriggerAsync(CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async services =>
        {
            var db = services.GetRequiredService<WorkflowDb>();
            if (await ClaimAsync(db, db.Triggers, "ClaimTrigger.sql", cancellationToken) is not { } trigger) return false;
            db.Attach(trigger).State = EntityState.Modified;
            trigger.DueAt = TriggerTimes.Next(trigger, time.GetUtcNow());
            services.GetRequiredService<InstanceSession>().Say(new StartSignal(Guid.CreateVersion7(), trigger.DefinitionId, trigger.ActivityId, null, null, null));
            return true;
        },
        cancellationToken);

    private async Task<bool> ObeySignalAsync(CancellationToken cancellationToken)
    {
        var tried = Guid.Empty;
        try
        {
            return await unitOfWork.RunAsync(
                async services =>
                {
                    var db = services.GetRequiredService<WorkflowDb>();
                    if (await ClaimAsync(db, db.Signals, "ClaimSignal.sql", cancellationToken) is not { } due) return false;
                    tried = due.Id;
                    using var span = Jejak.Lanjutkan($"sinyal {due.Content.GetType().Name}", due.Content.Jejak);
                    db.Remove(due);
                    await services.GetRequiredService<SignalHandler>().HandleAsync(due.Content, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (Exception e) when (tried != Guid.Empty && !DatabaseFaults.IsInfrastructure(e) && !cancellationToken.IsCancellationRequested)
        {
            // Its own fault (for example: no version of the sub-workflow is published). It is kept, counted, and tried again later.
            log.LogError(e, "Signal {SignalId} failed", tried);
            await PostponeAsync(tried, e.GetType().Name, cancellationToken);
            return true;
        }
    }

    private Task<bool> PostponeAsync(Guid id, string fault, CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async services =>
        {
            var db = services.GetRequiredService<WorkflowDb>();
            if (await db.Signals.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } failed) return false;
            failed.Attempts++;
            failed.LastFault = fault;
            var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failed.Attempts, 16)));
            failed.DueAt = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
            return true;
        },
        cancellationToken);

    private async Task<T?> ClaimAsync<T>(WorkflowDb db, DbSet<T> rows, string file, CancellationToken cancellationToken)
        where T : class
    {
        var sql = db.Sql(SqlResource.Read(typeof(Pump), file)).Replace("{lock}", lockClause, StringComparison.Ordinal);
        object now = database.IsPostgreSql ? time.GetUtcNow() : time.GetUtcNow().UtcTicks;
        return (await rows.FromSqlRaw(sql, now).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
    }
}
