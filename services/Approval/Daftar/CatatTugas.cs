using Dukcapil.Approval.Aliran;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Daftar;

/// <summary>Keeps the list: an older version than the one known changes nothing.</summary>
internal sealed class CatatTugas(ApprovalDb db, PapanTugas papan, TimeProvider time) : IHandle<TugasBerubah>
{
    private static readonly string Tulis = SqlResource.Read(typeof(CatatTugas), "TulisDaftar.sql");

    public async Task HandleAsync(TugasBerubah message, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            // Nothing is read: all rows of a group are one statement, and that knows which is newer.
            db.WriteTogether(Tulis, Terapkan(message, Baru(message)), SqlValues.Time(time.GetUtcNow()));
        }
        else
        {
            var baris = await db.Daftar.FindAsync([message.TugasId], cancellationToken);
            if (baris?.Versi >= message.Versi) return;
            if (baris is null) db.Daftar.Add(baris = Baru(message));
            Terapkan(message, baris);
        }
        db.DaftarBerubah = papan.Bangunkan;
    }

    private TugasKantor Terapkan(TugasBerubah message, TugasKantor baris)
    {
        baris.Versi = message.Versi;
        baris.Status = message.Status;
        baris.Pemegang = message.Pemegang;
        baris.SelesaiPada = message.SelesaiPada;
        baris.PenangananMs = message.PenangananMs;
        baris.HasilDipilih = message.HasilDipilih;
        baris.KodeAlasan = message.KodeAlasan;
        baris.DiklaimPada = message.DiklaimPada;
        baris.AtasNama = message.AtasNama;
        if (baris.Prioritas != message.Prioritas) (baris.Prioritas, baris.PrioritasPada) = (message.Prioritas, time.GetUtcNow());
        baris.TenggatPada = message.TenggatPada;
        baris.DiingatkanPada = message.DiingatkanPada;
        baris.DieskalasiPada = message.DieskalasiPada;
        baris.JumlahCatatan = message.JumlahCatatan;
        baris.AlasanTersegel = message.Alasan is { } alasan ? Pelindung.Kolom(alasan) : null;
        return baris;
    }

    private static TugasKantor Baru(TugasBerubah message) => new()
    {
        TugasId = message.TugasId,
        PermohonanId = message.PermohonanId,
        Pelayan = message.Pelayan,
        Kantor = message.Kantor,
        Aktivitas = message.Aktivitas,
        Nomor = message.Langkah.Nomor,
        Kegiatan = message.Langkah.Kegiatan,
        Peran = message.Langkah.Pelaksana,
        WaktuBakuMs = message.Langkah.WaktuBakuMs,
        Hasil = message.Hasil,
        Asal = message.Asal,
        Kembali = message.Asal?.Dikembalikan ?? false,
        DiterbitkanPada = message.DiterbitkanPada,
        PeranEskalasi = message.Langkah.PeranEskalasi,
        VersiKonsep = message.Fakta.VersiKonsep ?? 0,
    };
}
