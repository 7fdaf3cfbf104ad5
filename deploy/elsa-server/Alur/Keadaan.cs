using Dukcapil.ElsaServer.Katalog;
using Elsa.Workflows;
using Elsa.Workflows.Management.Entities;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Messages;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>An instance as Elsa has committed it: read from its row, or answered by the run that wrote it.</summary>
/// <param name="Status">Whether it runs.</param>
/// <param name="SubStatus">How.</param>
/// <param name="Penanda">What it waits at.</param>
/// <param name="Insiden">Steps that failed.</param>
/// <param name="DiubahPada">Written last (UTC).</param>
internal sealed record Keadaan(
    WorkflowStatus Status, WorkflowSubStatus SubStatus, ICollection<Bookmark> Penanda, ICollection<ActivityIncident> Insiden, DateTimeOffset DiubahPada)
{
    /// <summary>The bookmarks of tasks that it waits at.</summary>
    public IEnumerable<Bookmark> Tugas =>
        Status == WorkflowStatus.Running ? Penanda.Where(b => b.Metadata?.ContainsKey(TugasDukcapil.Tugas) == true) : [];

    public static Keadaan Dari(WorkflowInstance baris) =>
        new(baris.Status, baris.SubStatus, baris.WorkflowState.Bookmarks, baris.WorkflowState.Incidents, baris.UpdatedAt);

    public static Keadaan Dari(RunWorkflowInstanceResponse jawaban, DateTimeOffset pada) =>
        new(jawaban.Status, jawaban.SubStatus, jawaban.Bookmarks, jawaban.Incidents, pada);
}
