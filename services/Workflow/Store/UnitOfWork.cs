using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Store;

/// <summary>Runs work that does not come as a message (API, timers, signals) in one transaction, again when somebody else was faster.</summary>
public sealed class UnitOfWork(IServiceScopeFactory scopes)
{
    private const int Tries = 20;

    /// <summary>Runs it. The work may be run several times, each time with services and a transaction of its own.</summary>
    /// <param name="work">Changes what it likes; it does not save.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(work, cancellationToken);
            }
            catch (Exception e) when (DatabaseFaults.IsConflict(e) && attempt < Tries)
            {
                // Read again: the other's work is in what is read now.
            }
        }
    }

    private async Task<T> RunOnceAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<JurnalAudit>().Ikutkan();
        var result = await work(scope.ServiceProvider);
        await db.SaveAndCommitAsync(cancellationToken);
        return result;
    }
}
