using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.ServiceDefaults.Messaging.InProcess;

/// <summary>In one process a parked message stays in its sender's outbox, marked.</summary>
internal sealed class InProcessErrorQueue(IServiceScopeFactory scopes, OutboxSignal signal) : IErrorQueue
{
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDb>().Outbox.LongCountAsync(m => m.ParkedBecause != null, cancellationToken);
    }

    public async Task<int> ReplayAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Outbox.Where(m => m.ParkedBecause != null).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.ParkedBecause, (string?)null).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, DateTimeOffset.UnixEpoch),
            cancellationToken);
        signal.Wake();
        return rows;
    }
}
