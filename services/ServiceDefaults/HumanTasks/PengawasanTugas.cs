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
    ServiceDb db, PelayananTugas pelayanan, PengabarTugas kabar, PemeriksaWewenang wewenang, SetelanWewenang setelan, Pelindung pelindung, JurnalAudit jurnal,
    TimeProvider time)
{
    /// <summary>Takes the task from its holder, whoever that is, and lays it before another officer, or back into the queue.</summary>
    public Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> AlihkanAsync(string id, string? kepada, Petugas petugas, CancellationToken cancellationToken) => pelayanan.UbahAsync(
        id, petugas, "tugas.alihkan", kepada ?? "antrean", tugas => BolehAsync(tugas, petugas, cancellationToken),
        async (tugas, _) =>
        {
            if (tugas.Pemegang == kepada) return;
            var atasNama = kepada is null ? null : await wewenang.UntukAsync(tugas.Kantor, kepada, tugas.Peran, tugas.Aktivitas, cancellationToken);
            tugas.Alihkan(kepada, time.GetUtcNow(), atasNama);
        },
        cancellationToken);

    /// <summary>Sets how urgent the task is.</summary>
    public Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> PrioritaskanAsync(
        string id, PrioritasTugas prioritas, Petugas petugas, CancellationToken cancellationToken) => pelayanan.UbahAsync(
        id, petugas, "tugas.prioritas", prioritas.ToString(), tugas => BolehAsync(tugas, petugas, cancellationToken),
        (tugas, _) =>
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
        await kabar.KabarkanAsync(tugas, cancellationToken);
        return (catatan, null);
    }

    private async Task<(Hak? Hak, ProblemHttpResult? Masalah)> BolehAsync(Tugas tugas, Petugas petugas, CancellationToken cancellationToken)
    {
        var penyelia = Penyelia(tugas);
        var (hak, masalah) = await wewenang.HakAsync(petugas, penyelia, null, $"Tugas {tugas.Peran} diatur oleh {string.Join(", ", penyelia)}.", cancellationToken);
        if (masalah is null && tugas.Status != StatusTugas.Terbuka) masalah = PelayananTugas.TidakTerbuka();
        return masalah is null ? (hak, null) : (null, masalah);
    }

    // Whoever was told that a task is overdue can also do something about it.
    private IReadOnlyList<string> Penyelia(Tugas tugas) => tugas is { DieskalasiPada: not null, Langkah.PeranEskalasi: { } eskalasi }
        ? [.. setelan.Penyelia(tugas.Peran), eskalasi]
        : setelan.Penyelia(tugas.Peran);
}
