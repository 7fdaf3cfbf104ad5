using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>Keeps the latest konsep. Content that is not what its hash says is refused here, where operators see it, and not at the printer.</summary>
internal sealed class CatatIsiKonsep(RegistryDb db, Pelindung pelindung) : IHandle<IsiKonsepTerbit>
{
    public async Task HandleAsync(IsiKonsepTerbit message, CancellationToken cancellationToken)
    {
        var konsep = await db.Konsep.FindAsync([message.PermohonanId], cancellationToken);
        if (konsep?.Versi >= message.Versi) return;
        IReadOnlyList<KartuTerkait> terkait = message.Terkait is { } segel ? pelindung.Buka<IReadOnlyList<KartuTerkait>>(segel) : [];
        if (pelindung.Buka<KartuKeluarga>(message.Isi).HashKanonik(terkait) != message.Hash)
            throw new InvalidOperationException($"Content and hash of konsep version {message.Versi} differ.");
        if (konsep is null)
        {
            db.Konsep.Add(new KonsepMasuk
            {
                PermohonanId = message.PermohonanId,
                Versi = message.Versi,
                Hash = message.Hash,
                Jenis = message.Jenis,
                IsiTersegel = Pelindung.Kolom(message.Isi),
                TerkaitTersegel = Kolom(message.Terkait),
            });
            return;
        }
        (konsep.Versi, konsep.Hash, konsep.Jenis) = (message.Versi, message.Hash, message.Jenis);
        (konsep.IsiTersegel, konsep.TerkaitTersegel) = (Pelindung.Kolom(message.Isi), Kolom(message.Terkait));
    }

    private static string? Kolom(Terlindung? segel) => segel is null ? null : Pelindung.Kolom(segel);
}
