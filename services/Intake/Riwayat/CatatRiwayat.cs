using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Riwayat;

/// <summary>Keeps the history of every application from what the owners of the tasks tell.</summary>
internal sealed class CatatRiwayat(IntakeDb db, PencatatPanggilan panggilan, Pelindung pelindung) : IHandle<TugasBerubah>
{
    private static readonly string Tulis = SqlResource.Read(typeof(CatatRiwayat), "TulisRiwayat.sql");

    public async Task HandleAsync(TugasBerubah message, CancellationToken cancellationToken)
    {
        var adaPelanggan = await panggilan.AdaPelangganAsync(cancellationToken);
        // Written by one statement for all messages of a group (PostgreSQL), which itself knows what is newer; what was there matters to subscribers only.
        var sekaligus = db.Database.IsNpgsql();
        var lama = sekaligus && !adaPelanggan ? null
            : await db.Riwayat.SingleOrDefaultAsync(r => r.TugasId == message.TugasId, cancellationToken);
        if (lama?.Versi >= message.Versi) return;
        var sudahTerlambat = lama?.TerlambatPada is not null;
        var row = lama is null || sekaligus ? Baru(message) : lama;
        Terapkan(message, row);
        if (sekaligus) db.WriteTogether(Tulis, row);
        else if (lama is null) db.Add(row);
        if (!adaPelanggan) return;
        if (!sudahTerlambat && message.DieskalasiPada is not null) await PanggilTerlambatAsync(row, cancellationToken);
        else if (lama is null && message.Status == StatusTugas.Terbuka) await PanggilAsync(row, cancellationToken);
    }

    private static RiwayatLangkah Baru(TugasBerubah message) => new()
    {
        TugasId = message.TugasId,
        PermohonanId = message.PermohonanId,
        Langkah = message.Langkah,
        Nomor = message.Langkah.Nomor,
        WaktuBakuMs = message.Langkah.WaktuBakuMs,
        Asal = message.Asal,
        DiterbitkanPada = message.DiterbitkanPada,
        VersiKonsep = message.Fakta.VersiKonsep,
    };

    private void Terapkan(TugasBerubah message, RiwayatLangkah row)
    {
        row.Versi = message.Versi;
        row.Status = message.Status;
        row.Pemegang = message.Pemegang;
        row.AtasNama = message.AtasNama;
        row.SelesaiPada = message.SelesaiPada;
        row.PenangananMs = message.PenangananMs;
        row.MenungguMs = message.SelesaiPada is { } selesai ? Math.Max(0, (long)(selesai - row.DiterbitkanPada).TotalMilliseconds - row.PenangananMs) : 0;
        row.Hasil = message.HasilDipilih;
        row.Dikembalikan = message.Dikembalikan;
        row.KodeAlasan = message.KodeAlasan;
        row.AlasanTersegel = message.Alasan is { } alasan ? pelindung.SegelKolom(pelindung.Buka<string>(alasan)) : null;
        row.TerlambatPada ??= message.DieskalasiPada;
    }

    // Once: the owner escalates a task once, and the row remembers it.
    private async Task PanggilTerlambatAsync(RiwayatLangkah langkah, CancellationToken cancellationToken)
    {
        var permohonan = await db.Permohonan.FindAsync([langkah.PermohonanId], cancellationToken);
        if (permohonan is null) return;
        await panggilan.CatatAsync(
            permohonan, PeristiwaPermohonan.Terlambat, langkah.TerlambatPada!.Value, cancellationToken, langkah.Nomor, langkah.Langkah.Pelaksana);
    }

    private async Task PanggilAsync(RiwayatLangkah langkah, CancellationToken cancellationToken)
    {
        var permohonan = await db.Permohonan.FindAsync([langkah.PermohonanId], cancellationToken);
        if (permohonan is null) return;
        var peristiwa = langkah.Langkah.Pelaksana == Peran.Pemohon ? PeristiwaPermohonan.Dikembalikan : PeristiwaPermohonan.Langkah;
        await panggilan.CatatAsync(
            permohonan, peristiwa, langkah.DiterbitkanPada, cancellationToken, langkah.Nomor, langkah.Langkah.Pelaksana,
            langkah.Asal is { Dikembalikan: true } asal ? asal.KodeAlasan : null);
    }
}
