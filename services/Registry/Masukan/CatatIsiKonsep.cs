using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps the latest konsep. Content that is not what its hash says is refused here, where operators see it, and not at the printer.</summary>
internal sealed class CatatIsiKonsep(RegistryDb db, Pelindung pelindung) : IHandle<IsiKonsepTerbit>
{
    public async Task HandleAsync(IsiKonsepTerbit message, CancellationToken cancellationToken)
    {
        // Nothing is before the first one, and what is there already is not older.
        var sebelumnya = message.Versi == 1 ? null : await db.Konsep.AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == message.PermohonanId, cancellationToken);
        if (sebelumnya?.Versi >= message.Versi) return;
        IReadOnlyList<KartuTerkait> terkait = message.Terkait is { } segel ? pelindung.Buka<IReadOnlyList<KartuTerkait>>(segel) : [];
        if (pelindung.Buka<KartuKeluarga>(message.Isi).HashKanonik(terkait) != message.Hash)
            throw new InvalidOperationException($"Content and hash of konsep version {message.Versi} differ.");
        var konsep = new KonsepMasuk
        {
            PermohonanId = message.PermohonanId,
            Versi = message.Versi,
            Hash = message.Hash,
            Jenis = message.Jenis,
            IsiTersegel = Pelindung.Kolom(message.Isi),
            TerkaitTersegel = Kolom(message.Terkait),
        };
        await (message.Versi == 1 ? db.KeepFirstAsync(konsep, cancellationToken) : db.KeepLastAsync(konsep, cancellationToken));
    }

    private static string? Kolom(Terlindung? segel) => segel is null ? null : Pelindung.Kolom(segel);
}
