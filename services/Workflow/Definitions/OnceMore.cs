using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;

namespace Dukcapil.Workflow.Definitions;

/// <summary>
/// One unit of work on definitions. Of two that meet, the loser looks again and decides on what the winner left, instead of showing its
/// user a conflict that Studio cannot display.
/// </summary>
internal static class OnceMore
{
    private const int Attempts = 4;

    public static async Task<DefinitionOutcome> RunAsync(WorkflowDb db, Func<Task<DefinitionOutcome>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var outcome = await work();
                if (outcome.Refused.Count > 0) return outcome;
                await db.SaveAndCommitAsync(cancellationToken);
                return outcome;
            }
            catch (Exception e) when (DatabaseFaults.IsConflict(e))
            {
                db.ChangeTracker.Clear();
                if (attempt == Attempts) return DefinitionOutcome.No("Definisi ini sedang diubah oleh orang lain. Muat ulang lalu ulangi.");
            }
        }
    }
}
