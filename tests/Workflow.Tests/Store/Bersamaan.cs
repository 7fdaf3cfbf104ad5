using Dukcapil.Contracts;
using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Dukcapil.Workflow.Tests.Peranti.Definisi;

namespace Dukcapil.Workflow.Tests.Store;

/// <summary>What happens at the same moment: nothing is lost, and nothing happens twice. On PostgreSQL, where replicas meet.</summary>
public sealed class Bersamaan(PostgresBersama postgres)
{
    private const int Instans = 40;

    [Fact]
    public async Task Tasks_of_one_instance_completed_together_at_two_replicas_all_count()
    {
        using var basis = await postgres.BuatAsync();
        await using var satu = await IntiAlur.BukaAsync(basis);
        await using var dua = await IntiAlur.BukaAsync(basis, satu.Jam);
        await satu.TerbitkanAsync(Alur(
            "serempak",
            [
                Langkah("mulai", "Elsa.Start"), Langkah("cabang", "Elsa.FlowFork", Isi("branches", """["A","B"]""", "Object", "String[]")),
                Langkah("a", "Elsa.RunTask", Isi("taskName", "a")), Langkah("b", "Elsa.RunTask", Isi("taskName", "b")),
                Langkah("gabung", "Elsa.FlowJoin", Isi("mode", "WaitAll")), Langkah("akhir", "Elsa.WriteLine", Isi("text", "selesai")),
            ],
            ["mulai→cabang", "cabang:A→a", "cabang:B→b", "a→gabung", "b→gabung", "gabung→akhir"]));
        var ids = new List<Guid>();
        for (var i = 0; i < Instans; i++) ids.Add((await satu.KerjakanAsync(s => s.GetRequiredService<InstanceRunner>().StartAsync(new() { DefinitionId = "serempak" }, default))).Row.Id);
        await Parallel.ForEachAsync(ids, async (id, token) =>
        {
            var tasks = (await satu.DbAsync(db => db.Instances.AsNoTracking().SingleAsync(i => i.Id == id, token))).State;
            var bookmarks = Dukcapil.Engine.State.InstanceState.Read(tasks).Bookmarks;
            await Task.WhenAll(bookmarks.Select((bookmark, n) => (n % 2 == 0 ? satu : dua).KerjakanAsync(async services =>
            {
                var work = await services.GetRequiredService<InstanceSession>().FindAsync(id, token) ?? throw new InvalidOperationException("Ended too early.");
                return await services.GetRequiredService<InstanceRunner>().ResumeAsync(work, new TaskCompleted(bookmark.TaskId!), null, token);
            })));
        });
        var rows = await satu.InstansAsync("serempak");
        Assert.Equal(Instans, rows.Count(r => r is { SubStatus: "Finished", Revision: 3 }));
    }

    [Fact]
    public async Task The_same_completion_at_two_replicas_counts_once()
    {
        using var basis = await postgres.BuatAsync();
        await using var satu = await IntiAlur.BukaAsync(basis);
        await using var dua = await IntiAlur.BukaAsync(basis, satu.Jam);
        var permohonan = Enumerable.Range(0, Instans).Select(_ => Guid.CreateVersion7()).ToList();
        // At the same time, so that they share transactions.
        await Task.WhenAll(permohonan.Select(id => satu.TerimaAsync("intake", 1, TahanJatuh.Diajukan(id))));
        await Parallel.ForEachAsync(permohonan, async (id, _) =>
        {
            var tugas = Assert.Single(await satu.TugasAsync(id));
            var selesai = TahanJatuh.Selesai(tugas.Message, "Diajukan");
            // From two senders, so that no position in a stream keeps them apart: the instance itself has to.
            var hasil = await Task.WhenAll(satu.TerimaAsync("intake", 2, selesai), dua.TerimaAsync("rekonsiliasi", 1, selesai), dua.TerimaAsync("intake", 2, selesai));
            Assert.Contains(InboxOutcome.Applied, hasil);
        });
        foreach (var id in permohonan)
        {
            Assert.Single(await satu.TugasAsync(id));
            var row = await satu.DbAsync(db => db.Instances.AsNoTracking().SingleAsync(i => i.PermohonanId == id));
            Assert.Equal(2, row.Revision);
            Assert.Equal(2, await satu.DbAsync(db => db.Journal.CountAsync(j => j.InstanceId == row.Id)));
            Assert.Equal(2, await satu.DbAsync(db => db.Outbox.CountAsync(o => o.Stream == id && o.Type == nameof(TugasDiterbitkan))));
        }
    }

    [Fact]
    public async Task Filings_and_completions_that_share_transactions_all_count()
    {
        using var basis = await postgres.BuatAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        var lama = Enumerable.Range(0, Instans).Select(_ => Guid.CreateVersion7()).ToList();
        var baru = Enumerable.Range(0, Instans).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(lama.Select(id => inti.TerimaAsync("intake", 1, TahanJatuh.Diajukan(id))));
        var selesai = new List<(Guid Id, TugasDiselesaikan Pesan)>();
        foreach (var id in lama) selesai.Add((id, TahanJatuh.Selesai(Assert.Single(await inti.TugasAsync(id)).Message, "Diajukan")));
        // One of either kind after the other: every group has both, whichever it begins with.
        await Task.WhenAll(selesai.Zip(baru).SelectMany(b => (Task[])
            [inti.TerimaAsync("intake", 2, b.First.Pesan), inti.TerimaAsync("intake", 1, TahanJatuh.Diajukan(b.Second))]));
        var revisi = await inti.DbAsync(db => db.Instances.AsNoTracking().ToDictionaryAsync(i => i.PermohonanId!.Value, i => i.Revision));
        Assert.All(lama, id => Assert.Equal(2, revisi[id]));
        Assert.All(baru, id => Assert.Equal(1, revisi[id]));
    }

    [Fact]
    public async Task Messages_of_one_transaction_are_numbered_without_gaps_per_receiver()
    {
        using var basis = await postgres.BuatAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        var permohonan = Enumerable.Range(0, Instans).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(permohonan.Select(id => inti.TerimaAsync("intake", 1, TahanJatuh.Diajukan(id))));
        foreach (var langkah in (string[])["Diajukan", "TidakLengkap", "Diajukan"])
        {
            await Task.WhenAll(permohonan.Select(async id =>
            {
                var tugas = Assert.Single(await inti.TugasAsync(id));
                var nomor = await inti.DbAsync(db => db.InboxStreams.Where(s => s.Stream == id && s.Sender == tugas.Message.Pelayan).Select(s => s.Last).SingleOrDefaultAsync());
                await inti.TerimaAsync(tugas.Message.Pelayan, nomor + 1, TahanJatuh.Selesai(tugas.Message, langkah));
            }));
        }
        var outbox = await inti.DbAsync(db => db.Outbox.AsNoTracking().ToListAsync());
        Assert.Equal(Instans * 4, outbox.Count);
        Assert.All(
            outbox.GroupBy(o => (o.Receiver, o.Stream)),
            stream => Assert.Equal(Enumerable.Range(1, stream.Count()).Select(n => (long)n), stream.OrderBy(o => o.Id).Select(o => o.Sequence)));
    }
}
