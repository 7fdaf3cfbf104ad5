using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.EndToEnd.Tests.Audit;

/// <summary>Many units of work at once on PostgreSQL: no line escapes the chain, and none waits for it.</summary>
/// <param name="peladen">PostgreSQL.</param>
public sealed class UrutanSegel(PeladenBersama peladen)
{
    [Fact]
    public async Task A_line_that_commits_after_a_later_number_is_under_the_same_chain()
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres: true, peladen);
        await jurnal.DalamAsync(async (lambat, dbLambat) =>
        {
            await using var transaksi = await dbLambat.Database.BeginTransactionAsync();
            lambat.Catat("uji.lambat");
            await dbLambat.SaveChangesAsync();
            // Has a greater number, and is visible first; and did not wait.
            await jurnal.TulisAsync(1);
            var segel = jurnal.SegelAsync();
            Assert.False(segel.IsCompleted);
            await dbLambat.SaveAndCommitAsync(CancellationToken.None);
            Assert.Equal(2, await segel);
        });
        Assert.Empty((await jurnal.PeriksaAsync()).Temuan);
    }

    [Fact]
    public async Task A_transaction_that_does_not_end_holds_back_the_seal_and_no_act()
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres: true, peladen);
        await jurnal.DalamAsync(async (lambat, db) =>
        {
            await using var transaksi = await db.Database.BeginTransactionAsync();
            lambat.Catat("uji.lambat");
            await db.SaveChangesAsync();
            await jurnal.TulisAsync(3);
            Assert.Equal(0, await jurnal.SegelAsync());
            await transaksi.RollbackAsync();
        });
        Assert.Equal(3, await jurnal.SegelAsync());
        Assert.Empty((await jurnal.PeriksaAsync()).Temuan);
    }

    [Fact]
    public async Task Sixteen_writers_with_roll_backs_leave_a_whole_chain_that_misses_nothing()
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres: true, peladen);
        using var selesai = new CancellationTokenSource();
        var penyegel = Task.Run(async () =>
        {
            var tersegel = 0;
            while (!selesai.IsCancellationRequested) tersegel += await jurnal.SegelAsync();
            return tersegel + await jurnal.SegelAsync();
        });
        var tertulis = await Task.WhenAll(Enumerable.Range(0, 16).Select(penulis => Task.Run(async () =>
        {
            var banyak = 0;
            var acak = new Random(penulis);
            for (var i = 0; i < 100; i++)
            {
                await jurnal.DalamAsync(async (baris, db) =>
                {
                    await using var transaksi = await db.Database.BeginTransactionAsync();
                    baris.Catat("uji.bersamaan", objek: $"{penulis}/{i}");
                    await db.SaveChangesAsync();
                    if (acak.Next(4) == 0) return;
                    if (acak.Next(4) == 0) await db.Database.ExecuteSqlAsync($"SELECT pg_sleep(0.002)");
                    await db.SaveAndCommitAsync(CancellationToken.None);
                    banyak++;
                });
            }
            return banyak;
        })));
        await selesai.CancelAsync();
        Assert.Equal(tertulis.Sum(), await penyegel);
        var hasil = await jurnal.PeriksaAsync();
        Assert.Empty(hasil.Temuan);
        Assert.Equal(tertulis.Sum(), hasil.Catatan);
        await jurnal.DalamAsync(async (_, db) => Assert.Empty(await db.Set<CatatanAudit>().Where(c => c.Tindakan == "audit.catatan-hilang").ToListAsync()));
    }
}
