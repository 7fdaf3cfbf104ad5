using Dukcapil.Registry.Database;
using Dukcapil.Registry.Masukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Cetak;

/// <summary>Writes the print record. Two attempts at once meet on the number: one is refused and tries again.</summary>
internal sealed class PencatatCetakan(RegistryDb db, Pelindung pelindung)
{
    public async Task<Cetakan> CatatAsync(
        Guid permohonanId, HasilCetak hasil, string? sebab, Petugas petugas, DateTimeOffset pada, CancellationToken cancellationToken, int lembarRusak = 0)
    {
        var terakhir = db.Cetakan.Local.Where(c => c.PermohonanId == permohonanId).Max(c => (int?)c.Percobaan)
            ?? await db.Cetakan.Where(c => c.PermohonanId == permohonanId).MaxAsync(c => (int?)c.Percobaan, cancellationToken) ?? 0;
        var cetakan = new Cetakan
        {
            PermohonanId = permohonanId,
            Percobaan = terakhir + 1,
            Hasil = hasil,
            LembarRusak = lembarRusak,
            SebabTersegel = pelindung.SegelBila(sebab),
            Petugas = petugas.Id,
            NamaPetugas = petugas.Nama,
            Pada = pada,
        };
        db.Cetakan.Add(cetakan);
        return cetakan;
    }
}
