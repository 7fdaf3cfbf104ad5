using Dukcapil.Approval.Database;
using Dukcapil.Approval.Langkah;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Tte;

/// <summary>
/// Ends an attempt. With a verified signature: attempt, signature, task and messages in one transaction. Without one: the attempt, and the answer to a withdrawal that
/// waited. An attempt that somebody else has ended meanwhile stays as it is.
/// </summary>
internal sealed class AkhirPercobaan(
    ApprovalDb db, PelayananTugas pelayanan, PenutupTugas penutup, TandaTanganSah sah, JurnalAudit jurnal, TimeProvider time)
{
    private static readonly TimeSpan Jeda = TimeSpan.FromMilliseconds(250);

    /// <summary>Closes the step with what <see cref="TandaTanganSah"/> holds.</summary>
    public Task<(TugasSelesai? Jawaban, ProblemHttpResult? Masalah)> BerhasilAsync(
        PercobaanTandaTangan percobaan, SelesaikanTugas permintaan, string sidik, Petugas petugas) => UlangAsync<TugasSelesai>(percobaan, async () =>
        {
            var (kini, tugas) = await MuatAsync(percobaan);
            if (kini is null) return (null, MasalahTte.Terlambat);
            var (hak, tidakBoleh) = await pelayanan.BolehAsync(tugas, petugas, permintaan, CancellationToken.None);
            var (jawaban, tolak) = hak is null ? (null, tidakBoleh) : await pelayanan.TerapkanAsync(tugas, permintaan, sidik, hak, CancellationToken.None);
            if (tolak is not null)
            {
                // What the step had begun to change goes; what remains is that the attempt has ended.
                await db.Database.RollbackTransactionAsync();
                db.ChangeTracker.Clear();
                await GagalAsync(percobaan, KeadaanPercobaan.Ditolak, "keadaan-berubah");
                return (null, tolak);
            }
            await AkhiriAsync(kini, tugas, KeadaanPercobaan.Berhasil, null, time.GetUtcNow(), $"sha256 {sah.Sha256}", hak);
            await db.SaveAndCommitAsync(CancellationToken.None);
            return (jawaban, null);
        });

    /// <summary>Ends it without a signature.</summary>
    public Task GagalAsync(PercobaanTandaTangan percobaan, KeadaanPercobaan keadaan, string sebab) => UlangAsync<object>(percobaan, async () =>
    {
        var (kini, tugas) = await MuatAsync(percobaan);
        if (kini is null) return (null, null);
        await AkhiriAsync(kini, tugas, keadaan, sebab, time.GetUtcNow());
        await db.SaveAndCommitAsync(CancellationToken.None);
        return (null, null);
    });

    /// <summary>Ends it within the unit of work that is open.</summary>
    public async Task AkhiriAsync(
        PercobaanTandaTangan percobaan, Tugas tugas, KeadaanPercobaan keadaan, string? sebab, DateTimeOffset pada, string? rincian = null, Hak? hak = null)
    {
        percobaan.Akhiri(keadaan, sebab, pada);
        // Under which authority an attempt was made that did not succeed, says the line of its beginning.
        jurnal.Catat(
            Tindakan(keadaan), percobaan.PermohonanId, percobaan.TugasId, $"percobaan {percobaan.Id} {sebab ?? rincian}".TrimEnd(), pelaku: hak?.Petugas,
            atasNama: hak?.AtasNama?.Teks);
        if (percobaan.PenutupanId is { } permintaan) await penutup.JawabAsync(tugas, permintaan, CancellationToken.None);
    }

    private static string Tindakan(KeadaanPercobaan keadaan) => keadaan switch
    {
        KeadaanPercobaan.Berhasil => "tte.berhasil",
        KeadaanPercobaan.Ditolak => "tte.ditolak",
        KeadaanPercobaan.TidakSah => "tte.tidak-sah",
        _ => "tte.tidak-diketahui",
    };

    private async Task<(PercobaanTandaTangan? Percobaan, Tugas Tugas)> MuatAsync(PercobaanTandaTangan percobaan)
    {
        var kini = await db.Percobaan.SingleOrDefaultAsync(p => p.Id == percobaan.Id && p.Keadaan == KeadaanPercobaan.Berjalan);
        return (kini, await db.Set<Tugas>().SingleAsync(t => t.Id == percobaan.TugasId));
    }

    // A signature is in hand: a database that is away for a moment does not lose it, as long as nobody else may begin anew.
    private async Task<(T? Hasil, ProblemHttpResult? Masalah)> UlangAsync<T>(PercobaanTandaTangan percobaan, Func<Task<(T?, ProblemHttpResult?)>> kerja)
        where T : class
    {
        for (; ; )
        {
            try
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync();
                return await kerja();
            }
            catch (Exception e) when ((DatabaseFaults.IsConflict(e) || DatabaseFaults.IsInfrastructure(e)) && time.GetUtcNow() < percobaan.BatasPada)
            {
                await Task.Delay(Jeda);
            }
        }
    }
}
