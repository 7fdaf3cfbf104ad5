using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>Retention: what the tasks of an application say of persons. The tasks themselves stay, with who did what and when.</summary>
public static class PemusnahTugas
{
    /// <summary>Stands where a name or a text was.</summary>
    public const string Pengganti = "(dimusnahkan)";

    /// <summary>Removes reasons, answers and comments.</summary>
    public static async Task MusnahkanIsiTugasAsync(this ServiceDb db, Guid permohonanId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var tugas = db.Set<Tugas>().Where(t => t.PermohonanId == permohonanId);
        await db.Set<CatatanTugas>().Where(c => tugas.Any(t => t.Id == c.TugasId)).ExecuteDeleteAsync(cancellationToken);
        await tugas.ExecuteUpdateAsync(
            set => set.SetProperty(t => t.AlasanTersegel, (string?)null).SetProperty(t => t.JawabanTersegel, (string?)null), cancellationToken);
    }
}
