using System.Collections.Concurrent;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>
/// What this process knows to have committed and has not seen under a seal yet: lets the sealing notice a line that was deleted before it was sealed.
/// Nothing in the database could, because a missing number may be that of a unit of work that did not commit.
/// </summary>
public sealed class SaksiAudit
{
    private readonly ConcurrentDictionary<Guid, CatatanAudit> terlihat = new();

    internal void Saksikan(CatatanAudit catatan) => terlihat[catatan.Id] = catatan;

    /// <summary>What had committed by now; whatever is sealed later must contain it.</summary>
    internal IReadOnlyList<CatatanAudit> Potret() => [.. terlihat.Values];

    internal void Lupakan(Guid id) => terlihat.TryRemove(id, out _);
}
