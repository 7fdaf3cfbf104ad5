using Dukcapil.Engine.Running;
using Dukcapil.Workflow.Pemindahan;
using Dukcapil.Workflow.Pencabutan;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;

namespace Dukcapil.Workflow.Insiden;

/// <summary>Decides an incident, as one unit of work.</summary>
internal sealed class IncidentActions(UnitOfWork unitOfWork)
{
    /// <summary>Retries or skips a faulted execution; a fault that ended its instance opens it again.</summary>
    /// <returns>What the engine said, and the instance as it is then.</returns>
    public Task<(BurstOutcome Outcome, InstanceWork? Work)> ApplyAsync(Guid instance, Stimulus stimulus, CancellationToken cancellationToken) => unitOfWork.RunAsync<(BurstOutcome, InstanceWork?)>(
        async services =>
        {
            var session = services.GetRequiredService<InstanceSession>();
            var work = await session.FindAsync(instance, cancellationToken) ?? await session.FindFinishedAsync(instance, cancellationToken);
            if (work is null) return (BurstOutcome.NotFound, null);
            var outcome = await services.GetRequiredService<InstanceRunner>().ResumeAsync(work, stimulus, completion: null, cancellationToken);
            if (outcome == BurstOutcome.Applied && work.Row.PermohonanId is { } application)
            {
                await services.GetRequiredService<Withdrawals>().ContinueAsync(application, cancellationToken);
                await services.GetRequiredService<InstanceMoves>().ContinueAsync(application, cancellationToken);
            }
            return (outcome, work);
        },
        cancellationToken);
}
