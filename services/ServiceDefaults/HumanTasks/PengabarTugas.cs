using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>
/// Tells how a task now is: other services by message; what this service itself keeps of tasks (the list, the history) is brought up to date in the same
/// unit of work, without a way through the broker.
/// </summary>
public sealed class PengabarTugas(ServiceDb db, ServiceIdentity identity, Pelindung pelindung, IEnumerable<IHandle<TugasBerubah>> sendiri)
{
    /// <summary>Tells it within the present unit of work, which the caller saves.</summary>
    public async Task KabarkanAsync(Tugas tugas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tugas);
        var kabar = tugas.Berubah(identity.Name, pelindung);
        db.SendToOthers(kabar);
        foreach (var pencatat in sendiri) await pencatat.HandleAsync(kabar, cancellationToken);
    }
}
