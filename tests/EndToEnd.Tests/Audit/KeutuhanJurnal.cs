using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.EndToEnd.Tests.Audit;

/// <summary>Whoever owns the database changes the journal; verification says so. Each on both databases.</summary>
/// <param name="peladen">PostgreSQL.</param>
public sealed class KeutuhanJurnal(PeladenBersama peladen)
{
    public static TheoryData<bool> Keduanya => [true, false];

    [Theory]
    [MemberData(nameof(Keduanya))]
    public async Task A_journal_that_nobody_touched_is_whole(bool postgres)
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres, peladen);
        for (var i = 0; i < 3; i++)
        {
            await jurnal.TulisAsync(5, berorang: true);
            Assert.Equal(5, await jurnal.SegelAsync());
        }
        await jurnal.TulisAsync(2);
        var hasil = await jurnal.PeriksaAsync();
        Assert.Empty(hasil.Temuan);
        Assert.Equal((17, 3, 3), (hasil.Catatan, hasil.Segel, hasil.Jangkar));
    }

    [Theory]
    [MemberData(nameof(Keduanya))]
    public async Task The_database_refuses_to_change_or_delete_a_line(bool postgres)
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres, peladen);
        await jurnal.TulisAsync(2, berorang: true);
        await jurnal.SegelAsync();
        foreach (var sql in (string[])[
            "UPDATE {s}audit SET pelaku = 'lain'", "DELETE FROM {s}audit", "UPDATE {s}audit_orang SET sejak = sejak", "DELETE FROM {s}audit_orang",
            "UPDATE {s}audit_segel SET jumlah = 1", "DELETE FROM {s}audit_segel"])
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => jurnal.JalankanAsync(sql));
        if (postgres) await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => jurnal.JalankanAsync("TRUNCATE {s}audit"));
        Assert.Empty((await jurnal.PeriksaAsync()).Temuan);
    }

    public static TheoryData<bool, string, string> Perusakan()
    {
        var semua = new TheoryData<bool, string, string>();
        foreach (var postgres in (bool[])[true, false])
        {
            foreach (var (sql, temuan) in ((string, string)[])
                [
                    ("UPDATE {s}audit SET pelaku = 'orang-lain' WHERE nomor = 7", "tidak seperti saat ditulis"),
                    ("UPDATE {s}audit SET tujuan = 'LAIN' WHERE nomor = 12", "tidak seperti saat ditulis"),
                    ("DELETE FROM {s}audit WHERE nomor = 7", "sekarang ada 4"),
                    ("UPDATE {s}audit SET nomor = 99 WHERE nomor = 3; UPDATE {s}audit SET nomor = 3 WHERE nomor = 4; UPDATE {s}audit SET nomor = 4 WHERE nomor = 99", "Segel 1 tidak cocok"),
                    ("DELETE FROM {s}audit WHERE nomor = 10; UPDATE {s}audit_segel SET sampai = 9, jumlah = 4 WHERE nomor = 2", "Segel 2 tidak cocok"),
                    ("DELETE FROM {s}audit_segel WHERE nomor = 1; DELETE FROM {s}audit WHERE nomor <= 5", "Segel 1 tidak ada"),
                    ("DELETE FROM {s}audit WHERE nomor > 5; DELETE FROM {s}audit_segel WHERE nomor > 1", "ekor jurnal terpotong"),
                    ("DELETE FROM {s}audit; DELETE FROM {s}audit_segel; DELETE FROM {s}audit_orang", "ekor jurnal terpotong"),
                    ("UPDATE {s}audit SET tanda = 'k1:AAAA' WHERE nomor = 2", "tidak seperti saat ditulis"),
                    ("DELETE FROM {s}audit_orang WHERE indeks LIKE '%3'", "Indeks orang"),
                    ("INSERT INTO {s}audit (nomor, id, pada, pelaku, wewenang, tindakan, tujuan, tanda) SELECT 100 + nomor, id, pada, pelaku, wewenang, tindakan, tujuan, tanda FROM {s}audit WHERE nomor = 1", "tidak seperti saat ditulis"),
                ])
                semua.Add(postgres, sql, temuan);
        }
        return semua;
    }

    [Theory]
    [MemberData(nameof(Perusakan))]
    public async Task What_the_owner_of_the_database_changes_is_found(bool postgres, string sql, string temuan)
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres, peladen);
        for (var i = 0; i < 2; i++)
        {
            await jurnal.TulisAsync(5, berorang: true);
            await jurnal.SegelAsync();
        }
        await jurnal.TulisAsync(3, berorang: true);
        Assert.Empty((await jurnal.PeriksaAsync()).Temuan);

        await jurnal.RusakAsync(sql);

        Assert.Contains((await jurnal.PeriksaAsync()).Temuan, t => t.Contains(temuan, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keduanya))]
    public async Task A_journal_sealed_anew_after_a_removal_differs_from_its_anchored_heads(bool postgres)
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres, peladen);
        await jurnal.TulisAsync(5);
        await jurnal.SegelAsync();
        await jurnal.RusakAsync("DELETE FROM {s}audit WHERE nomor = 2");
        await jurnal.SegelUlangAsync();
        Assert.Contains((await jurnal.PeriksaAsync()).Temuan, t => t.Contains("jurnal dibuat ulang", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keduanya))]
    public async Task A_line_deleted_before_its_seal_becomes_a_line_of_its_own(bool postgres)
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres, peladen);
        await jurnal.TulisAsync(4);
        await jurnal.RusakAsync("DELETE FROM {s}audit WHERE nomor = 2");
        Assert.Equal(3, await jurnal.SegelAsync());
        Assert.Equal(1, await jurnal.SegelAsync());
        await jurnal.DalamAsync(async (_, db) => Assert.Single(await db.Set<CatatanAudit>().Where(c => c.Tindakan == "audit.catatan-hilang").ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Keduanya))]
    public async Task Sealing_that_has_stopped_is_found(bool postgres)
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres, peladen);
        await jurnal.TulisAsync(1);
        Assert.Empty((await jurnal.PeriksaAsync()).Temuan);
        Assert.Contains((await jurnal.PeriksaAsync(kemudian: TimeSpan.FromMinutes(2))).Temuan, t => t.Contains("belum tersegel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_head_and_a_missing_anchor_are_found()
    {
        await using var jurnal = await JurnalUji.BuatAsync(postgres: false, peladen);
        await jurnal.TulisAsync(3);
        await jurnal.SegelAsync();
        var berkas = Directory.GetFiles(jurnal.Jangkar).Single();
        var asli = await File.ReadAllTextAsync(berkas);
        await File.WriteAllTextAsync(berkas, asli.Replace("\"sampai\":3", "\"sampai\":2", StringComparison.Ordinal));
        Assert.Contains((await jurnal.PeriksaAsync()).Temuan, t => t.Contains("tidak ditandai", StringComparison.Ordinal));
        File.Delete(berkas);
        Assert.Contains((await jurnal.PeriksaAsync()).Temuan, t => t.Contains("Tidak ada jangkar", StringComparison.Ordinal));
    }
}
