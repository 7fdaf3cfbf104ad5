using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>What a supervisor does with a task that others work on, and the comments on it.</summary>
public sealed class PengawasanTugas(
    ServiceDb db, ServiceIdentity identity, PelayananTugas pelayanan, PemeriksaWewenang wewenang, SetelanWewenang setelan, Pelindung pelindung, JurnalAudit jurnal,
    TimeProvider time)
{
    private const int ConflictTries = 3;

    /// <summary>Takes the task from its holder, whoever that is, and lays it before another officer, or back into the queue.</summary>
    public Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> AlihkanAsync(string id, string? kepada, Petugas petugas, CancellationToken cancellationToken) => UbahAsync(
        id, petugas, "tugas.alihkan", kepada ?? "antrean",
        async tugas =>
        {
            if (tugas.Pemegang == kepada) return;
            var atasNama = kepada is null ? null : await wewenang.UntukAsync(tugas.Kantor, kepada, tugas.Peran, tugas.Aktivitas, cancellationToken);
            tugas.Alihkan(kepada, time.GetUtcNow(), atasNama);
        },
        cancellationToken);

    /// <summary>Sets how urgent the task is.</summary>
    public Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> PrioritaskanAsync(
        string id, PrioritasTugas prioritas, Petugas petugas, CancellationToken cancellationToken) => UbahAsync(
        id, petugas, "tugas.prioritas", prioritas.ToString(),
        tugas =>
        {
            tugas.Prioritaskan(prioritas);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Adds a comment within a transaction that the caller commits.</summary>
    public async Task<(CatatanTugas? Catatan, ProblemHttpResult? Masalah)> BeriCatatanAsync(
        string id, string teks, Petugas petugas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(teks);
        ArgumentNullException.ThrowIfNull(petugas);
        var (tugas, masalah) = await pelayanan.CariAsync(id, petugas, cancellationToken);
        if (masalah is not null) return (null, masalah);
        if (tugas!.Status != StatusTugas.Terbuka) return (null, PelayananTugas.TidakTerbuka());
        var catatan = new CatatanTugas
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            TugasId = tugas.Id,
            Petugas = petugas.Id,
            NamaTersegel = pelindung.SegelKolom(petugas.Nama),
            TeksTersegel = pelindung.SegelKolom(teks.Trim()),
            Pada = time.GetUtcNow(),
        };
        db.Add(catatan);
        tugas.TambahCatatan();
        jurnal.Catat("tugas.catatan", tugas.PermohonanId, tugas.Id, pelaku: petugas);
        db.Send(tugas.Berubah(identity.Name, pelindung));
        return (catatan, null);
    }

    private async Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> UbahAsync(
        string id, Petugas petugas, string tindakan, string rincian, Func<Tugas, Task> ubah, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var (tugas, masalah) = await pelayanan.CariAsync(id, petugas, cancellationToken);
            if (masalah is not null) return (null, masalah);
            (var hak, masalah) = await wewenang.HakAsync(
                petugas, Penyelia(tugas!), null, $"Tugas {tugas!.Peran} diatur oleh {string.Join(", ", Penyelia(tugas))}.", cancellationToken);
            if (masalah is not null) return (null, masalah);
            if (tugas.Status != StatusTugas.Terbuka) return (null, PelayananTugas.TidakTerbuka());
            var versi = tugas.Versi;
            await ubah(tugas);
            if (tugas.Versi == versi) return (tugas, null);
            jurnal.Catat(tindakan, tugas.PermohonanId, tugas.Id, rincian, pelaku: petugas, atasNama: hak!.AtasNama?.Teks);
            db.Send(tugas.Berubah(identity.Name, pelindung));
            try
            {
                await db.SaveAndCommitAsync(cancellationToken);
                return (tugas, null);
            }
            catch (DbUpdateConcurrencyException)
            {
                if (tries == ConflictTries) return (null, PelayananTugas.DiubahBersamaan());
                db.ChangeTracker.Clear();
            }
        }
    }

    // Whoever was told that a task is overdue can also do something about it.
    private IReadOnlyList<string> Penyelia(Tugas tugas) => tugas is { DieskalasiPada: not null, Langkah.PeranEskalasi: { } eskalasi }
        ? [.. setelan.Penyelia(tugas.Peran), eskalasi]
        : setelan.Penyelia(tugas.Peran);
}
