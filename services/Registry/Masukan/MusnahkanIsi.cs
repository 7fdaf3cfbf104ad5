using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Penyerahan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Masukan;

/// <summary>
/// The time of keeping an application is over. The Buku Agenda stays as it is, and so do the records that a card was printed and handed over, without who
/// received it; files of the archive have a time of their own (<c>Registry:RetensiTahun</c>).
/// </summary>
internal sealed class MusnahkanIsi(RegistryDb db, Pelindung pelindung, JurnalAudit jurnal) : IHandle<IsiDimusnahkan>
{
    public async Task HandleAsync(IsiDimusnahkan message, CancellationToken cancellationToken)
    {
        var (id, nama) = (message.PermohonanId, pelindung.SegelKolom(PemusnahTugas.Pengganti));
        await db.Konsep.Where(k => k.PermohonanId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Kartu.Where(k => k.PermohonanId == id).ExecuteUpdateAsync(
            set => set.SetProperty(k => k.IsiTersegel, (string?)null).SetProperty(k => k.NikBaruTersegel, (string?)null).SetProperty(k => k.KepalaKeluargaTersegel, nama),
            cancellationToken);
        await db.TandaBukti.Where(t => t.PermohonanId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.NamaPemohonTersegel, nama), cancellationToken);
        await db.Cetakan.Where(c => c.PermohonanId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.SebabTersegel, (string?)null), cancellationToken);
        await db.Pengingat.Where(p => p.PermohonanId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CatatanTersegel, (string?)null), cancellationToken);
        if (await db.Penyerahan.Where(p => p.PermohonanId == id).Select(p => p.IsiTersegel).SingleOrDefaultAsync(cancellationToken) is { } tersegel)
        {
            var isi = pelindung.BukaKolom<IsiPenyerahan>(tersegel);
            const string Ganti = PemusnahTugas.Pengganti;
            var kosong = pelindung.SegelKolom(new IsiPenyerahan(Ganti, Ganti, Ganti, isi.Hubungan, Ganti, Ganti, null, null, null, Ganti, isi.CitraTandaTerima));
            await db.Penyerahan.Where(p => p.PermohonanId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsiTersegel, kosong), cancellationToken);
        }
        await db.MusnahkanIsiTugasAsync(id, cancellationToken);
        jurnal.Catat("registri.musnahkan", id, tujuan: "RETENSI");
    }
}
