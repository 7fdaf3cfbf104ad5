using Dukcapil.Approval.Berkas;
using Dukcapil.Approval.Database;
using Dukcapil.Approval.Langkah;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Tte;

/// <summary>How a request to sign begins: with an attempt on record, with the answer it had before, or with a refusal.</summary>
/// <param name="Percobaan">The attempt that has begun.</param>
/// <param name="Jawaban">The task is signed already by this same request.</param>
/// <param name="Masalah">Refused; nothing has begun.</param>
internal sealed record Awal(PercobaanTandaTangan? Percobaan, TugasSelesai? Jawaban, ProblemHttpResult? Masalah)
{
    public static implicit operator Awal(ProblemHttpResult masalah) => new(null, null, masalah);
}

/// <summary>Puts an attempt on record before anything is sent. The database decides between two at once.</summary>
internal sealed class AwalPercobaan(
    ApprovalDb db, PelayananTugas pelayanan, SetelanTte setelan, SetelanParaf paraf, AkhirPercobaan akhir, JurnalAudit jurnal, TimeProvider time)
{
    private const int Percobaan = 3;

    public async Task<Awal> MulaiAsync(string tugasId, SelesaikanTugas permintaan, int versi, string sidik, Petugas petugas, CancellationToken cancellationToken)
    {
        var (tugas, masalah) = await pelayanan.CariAsync(tugasId, petugas, cancellationToken);
        if (masalah is not null) return masalah;
        if (pelayanan.JawabanPertama(tugas!, petugas, sidik) is { } jawaban) return new(null, jawaban, null);
        if (tugas!.Aktivitas != TandaTangan.Jenis || tugas.Cara != TandaTangan.Elektronik) return MasalahTte.BukanElektronik;
        if ((await pelayanan.BolehAsync(tugas, petugas, permintaan, cancellationToken)).Masalah is { } tolak) return tolak;
        if (setelan.Alamat is null) return MasalahTte.BelumDiatur;
        if (!setelan.Penandatangan.ContainsKey(petugas.Id)) return MasalahTte.BukanPenandatangan;
        // Of two officers one holds the task from here on; everybody's list says so.
        if (tugas.Pemegang is null && (await pelayanan.KlaimAsync(tugasId, petugas, cancellationToken)).Masalah is { } bukanPemegang) return bukanPemegang;
        for (var kali = 1; ; kali++)
        {
            try
            {
                return await SekaliAsync(tugasId, permintaan, versi, sidik, petugas, cancellationToken);
            }
            catch (Exception e) when (DatabaseFaults.IsConflict(e))
            {
                db.ChangeTracker.Clear();
                if (kali == Percobaan) return MasalahTte.SedangBerjalan;
            }
        }
    }

    private async Task<Awal> SekaliAsync(string tugasId, SelesaikanTugas permintaan, int versi, string sidik, Petugas petugas, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var tugas = (await pelayanan.CariAsync(tugasId, petugas, cancellationToken)).Tugas!;
        if (pelayanan.JawabanPertama(tugas, petugas, sidik) is { } jawaban) return new(null, jawaban, null);
        var (hak, tolak) = await pelayanan.BolehAsync(tugas, petugas, permintaan, cancellationToken);
        if (tolak is not null) return tolak;
        var kini = time.GetUtcNow();
        var berjalan = await db.Percobaan.SingleOrDefaultAsync(p => p.TugasId == tugasId && p.Keadaan == KeadaanPercobaan.Berjalan, cancellationToken);
        if (berjalan is not null && berjalan.BatasPada > kini) return MasalahTte.SedangBerjalan;
        if (berjalan is not null)
        {
            await akhir.AkhiriAsync(berjalan, tugas, KeadaanPercobaan.TidakDiketahui, "tanpa-jawaban", kini);
            await db.SaveChangesAsync(cancellationToken);
            // A withdrawal that waited for it has closed the task now.
            if (tugas.Status != StatusTugas.Terbuka)
            {
                await db.SaveAndCommitAsync(cancellationToken);
                return (await pelayanan.BolehAsync(tugas, petugas, null, cancellationToken)).Masalah!;
            }
        }
        var (konsep, belum) = await db.SiapDitandatanganiAsync(tugas, paraf, cancellationToken);
        if (belum is not null) return belum;
        if (versi != konsep!.Versi)
            return Masalah.Bentrok("konsep-berubah", $"Konsep yang berlaku sekarang adalah versi {konsep.Versi}. Periksa versi itu sebelum menandatangani.");
        var berkas = await db.BerkasUnggahan.AsNoTracking().SingleOrDefaultAsync(b => b.PermohonanId == tugas.PermohonanId, cancellationToken);
        if (berkas is null || berkas.VersiKonsep != konsep.Versi || berkas.HashKonsep != konsep.Hash) return MasalahTte.BerkasBelumTiba;

        var percobaan = new PercobaanTandaTangan
        {
            Id = Guid.CreateVersion7(kini),
            TugasId = tugasId,
            PermohonanId = tugas.PermohonanId,
            Petugas = petugas.Id,
            BerkasId = berkas.BerkasId,
            Sha256 = berkas.Sha256,
            VersiKonsep = konsep.Versi,
            MulaiPada = kini,
            BatasPada = kini + (5 * setelan.Batas),
        };
        db.Percobaan.Add(percobaan);
        // Whoever closes or completes the task at this moment meets this on the task's own row.
        tugas.Versi++;
        jurnal.Catat(
            "tte.mulai", tugas.PermohonanId, tugasId, $"percobaan {percobaan.Id} berkas {berkas.BerkasId} sha256 {berkas.Sha256}", pelaku: petugas,
            atasNama: hak!.AtasNama?.Teks);
        await db.SaveAndCommitAsync(cancellationToken);
        return new(percobaan, null, null);
    }
}
