using System.Diagnostics;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Tenggat;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>
/// Takes a task from the workflow into this service's list. The same task again comes from reconciliation only (the inbox drops repeats): it changes
/// nothing, and if the task was completed here, the workflow is told once more.
/// </summary>
internal sealed class TerbitkanTugas(
    ServiceDb db, ServiceIdentity identity, IEnumerable<ILangkah> langkah, PelayananTugas pelayanan, PengabarTugas kabar,
    PenentuTenggat tenggat) : IHandle<TugasDiterbitkan>, IPrefetch<TugasDiterbitkan>
{
    private const string Ada = "SELECT id FROM {schema}tugas WHERE id = ANY($1)";
    private readonly HashSet<string> diperiksa = [], ada = [];

    public void Prefetch(IReadOnlyList<TugasDiterbitkan> messages, SqlBatch batch)
    {
        diperiksa.UnionWith(messages.Select(m => m.TugasId));
        batch.Read(db.Sql(Ada), row => ada.Add(row.GetString(0)), SqlValues.Texts(diperiksa));
    }

    public async Task HandleAsync(TugasDiterbitkan message, CancellationToken cancellationToken)
    {
        var step = langkah.SingleOrDefault(l => l.Aktivitas == message.Aktivitas)
            ?? throw new InvalidOperationException($"{identity.Name} does not serve {message.Aktivitas}.");
        // Nearly always new, and a group has looked already.
        var isNew = diperiksa.Contains(message.TugasId) && !ada.Contains(message.TugasId);
        if (!isNew && await db.Set<Tugas>().SingleOrDefaultAsync(t => t.Id == message.TugasId, cancellationToken) is { } lama)
        {
            if (lama.Status == StatusTugas.Selesai) db.Send(lama.Diselesaikan());
            return;
        }
        var tugas = new Tugas
        {
            Id = message.TugasId,
            PermohonanId = message.PermohonanId,
            Kantor = message.Kantor,
            Aktivitas = message.Aktivitas,
            Simpul = message.Simpul,
            Peran = message.Langkah.Pelaksana,
            Langkah = message.Langkah,
            Cara = message.Cara,
            Hasil = message.Hasil,
            Fakta = message.Fakta,
            Asal = message.Asal,
            DiterbitkanPada = message.Pada,
            Jejak = Activity.Current?.Id,
        };
        await tenggat.TetapkanAsync(tugas, cancellationToken);
        db.AddTogether(tugas);
        if (await step.DiterbitkanAsync(tugas, cancellationToken) is not { } sudah)
        {
            await kabar.KabarkanAsync(tugas, cancellationToken);
            return;
        }
        var (_, masalah) = await pelayanan.TerapkanAsync(tugas, sudah.Permintaan, sidik: "", Hak.Sendiri(sudah.Petugas), cancellationToken);
        if (masalah is not null) throw new InvalidOperationException($"{tugas.Aktivitas} refused what it had done itself: {masalah.ProblemDetails.Type}");
    }
}
