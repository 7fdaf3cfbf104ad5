using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ElsaServer.Database;
using Dukcapil.ElsaServer.Katalog;
using Dukcapil.ServiceDefaults.Messaging;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>
/// Brings tasks and instance together, after whatever happened: a bookmark of the committed state that nobody was told of becomes a task, a task whose
/// bookmark is gone is asked back, an end is told. Running it again changes nothing, so that it repairs too.
/// </summary>
internal sealed class Penyelaras(AlurDb db, JedaPengawas jeda, TimeProvider time, ILogger<Penyelaras> log)
{
    /// <summary>Brings them together.</summary>
    /// <param name="permohonan">The application.</param>
    /// <param name="instans">Its instance as Elsa has committed it; null: there is none.</param>
    /// <param name="diselesaikan">The task that its owner has just ended; nobody has to be asked to close that one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SelaraskanAsync(Permohonan permohonan, Keadaan? instans, string? diselesaikan, CancellationToken cancellationToken)
    {
        permohonan.PeriksaPada = jeda.Berikut(permohonan.BergerakPada, time.GetUtcNow());
        if (instans is null or { SubStatus: WorkflowSubStatus.Faulted } || (instans.SubStatus == WorkflowSubStatus.Cancelled && !permohonan.Batal))
        {
            // Broken is not ended: officers keep their tasks until somebody has decided.
            Tandai(permohonan, Temuan.Pada(permohonan, instans, time.GetUtcNow()));
            return;
        }
        var semua = await db.Tugas.Where(t => t.PermohonanId == permohonan.Id).ToListAsync(cancellationToken);
        var terbuka = instans.Tugas.ToList();
        foreach (var usai in semua.Where(t => !t.Usai && terbuka.All(b => b.Id != t.BookmarkId)))
        {
            usai.Usai = true;
            if (usai.Id != diselesaikan && !usai.Tertutup) MintaTutup(usai, permohonan.Id);
        }
        foreach (var penanda in terbuka.Where(b => semua.All(t => t.Usai || t.BookmarkId != b.Id)))
        {
            var pesan = JsonSerializer.Deserialize<TugasDiterbitkan>(penanda.Metadata![TugasDukcapil.Tugas], MessageJson.Options)!;
            // A step that was retried opens a bookmark of the same name again: to its owner that is another task.
            var ulangan = semua.Count(t => t.BookmarkId == penanda.Id);
            Umumkan(pesan with { TugasId = IdTugas(permohonan, penanda.Id, ulangan), Kantor = permohonan.Kantor, Pada = penanda.CreatedAt }, penanda.Id, ulangan);
            permohonan.BergerakPada = time.GetUtcNow();
        }
        Akhiri(permohonan, instans);
        // What an owner told of a task unknown here is not mended by looking at Elsa.
        if (permohonan.Insiden == Temuan.TugasTidakDikenal && permohonan.BerakhirPada is null) return;
        Tandai(permohonan, Temuan.Pada(permohonan, instans, time.GetUtcNow()));
    }

    /// <summary>A task that its owner closed for a withdrawal that was refused goes to its owner again, under a new id.</summary>
    public void UmumkanLagi(Permohonan permohonan, TugasDiLuar tertutup)
    {
        tertutup.Usai = true;
        var ulangan = tertutup.Ulangan + 1;
        Umumkan(tertutup.Pesan with { TugasId = IdTugas(permohonan, tertutup.BookmarkId, ulangan), Pada = time.GetUtcNow() }, tertutup.BookmarkId, ulangan);
    }

    private static string IdTugas(Permohonan permohonan, string penanda, int ulangan) =>
        ulangan == 0 ? $"{permohonan.InstansId}.{penanda}" : $"{permohonan.InstansId}.{penanda}~{ulangan}";

    /// <summary>Asks the owner of a task to close it.</summary>
    public void MintaTutup(TugasDiLuar tugas, Guid untuk) => db.Send(new PenutupanTugasDiminta
    {
        PermohonanId = tugas.PermohonanId,
        PencabutanId = untuk,
        TugasId = tugas.Id,
        Pelayan = tugas.Pesan.Pelayan,
    });

    /// <summary>Notes what is wrong, once, and that it is well again.</summary>
    public void Tandai(Permohonan permohonan, Temuan? temuan)
    {
        if (temuan?.Kode == permohonan.Insiden && temuan?.Keterangan == permohonan.KeteranganInsiden) return;
        (permohonan.Insiden, permohonan.KeteranganInsiden) = (temuan?.Kode, temuan?.Keterangan);
        permohonan.InsidenPada = temuan is null ? null : time.GetUtcNow();
        if (temuan is null) log.LogInformation("Application {PermohonanId} goes on again", permohonan.Id);
        else log.LogError("Incident {Incident} of application {PermohonanId}: {Detail}", temuan.Kode, permohonan.Id, temuan.Keterangan);
    }

    private void Umumkan(TugasDiterbitkan pesan, string bookmark, int ulangan) => db.Add(new TugasDiLuar
    {
        Id = pesan.TugasId,
        BookmarkId = bookmark,
        PermohonanId = pesan.PermohonanId,
        Isi = db.Send(pesan),
        DiterbitkanPada = pesan.Pada,
        Ulangan = ulangan,
    });

    private void Akhiri(Permohonan permohonan, Keadaan instans)
    {
        if (permohonan.BerakhirPada is not null || instans.SubStatus is not (WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)) return;
        permohonan.BerakhirPada = time.GetUtcNow();
        db.RemoveRange(db.Tugas.Where(t => t.PermohonanId == permohonan.Id));
        if (!permohonan.Batal) db.Send(new AlurSelesai { PermohonanId = permohonan.Id, Pada = permohonan.BerakhirPada.Value });
    }
}
