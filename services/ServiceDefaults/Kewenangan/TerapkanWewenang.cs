using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.ServiceDefaults.Kewenangan;

/// <summary>Takes what Approval says into this service's copy, and lets go of tasks that are held by who no longer may, or is away.</summary>
public sealed class TerapkanWewenang(ServiceDb db, Pelindung pelindung, PelepasTugas pelepas) : IHandle<WewenangTerbit>
{
    /// <inheritdoc/>
    public async Task HandleAsync(WewenangTerbit message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var salinan = await db.Set<SalinanWewenang>().FindAsync([message.Kantor], cancellationToken);
        // By version first: the replica that revokes may have a slower clock than the one that gave the last sign of life.
        if (salinan is not null && (message.Versi, message.Pada).CompareTo((salinan.Versi, salinan.DikuatkanPada)) < 0) return;
        var isi = Pelindung.Kolom(message.Isi);
        if (salinan is null)
            db.Add(new SalinanWewenang { Kantor = message.Kantor, Versi = message.Versi, IsiTersegel = isi, DikuatkanPada = message.Pada });
        else
            (salinan.Versi, salinan.IsiTersegel, salinan.DikuatkanPada) = (message.Versi, isi, message.Pada);
        await pelepas.LepasAsync(pelindung.Buka<WewenangKantor>(message.Isi), cancellationToken);
    }
}
