using Elsa.Common;
using Elsa.Workflows;
using Elsa.Workflows.Runtime;

namespace Dukcapil.ElsaServer;

/// <summary><c>Elsa:Jurnal=false</c>: Elsa writes no journal and no activity executions. Faster, and Studio does not show the way of an instance.</summary>
internal sealed class TanpaJurnal<T> : ILogRecordSink<T>
    where T : ILogRecord
{
    public Task PersistExecutionLogsAsync(WorkflowExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var langkah in context.ActivityExecutionContexts) langkah.ClearTaint();
        return Task.CompletedTask;
    }
}
