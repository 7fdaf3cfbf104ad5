using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Tenggat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Approval.Tests;

/// <summary>Due times in working hours: a reminder, then one escalation, whatever runs beside it.</summary>
public abstract class TenggatTugas(LayananPersetujuan layanan)
{
    [Fact]
    public async Task What_is_overdue_is_escalated_exactly_once_by_many_replicas_at_once()
    {
        var tugas = await layanan.KoreksiAsync(tenggatMenit: 60, eskalasi: "KADIS");
        var kabid = layanan.Sebagai("kabid-1", "KABID");
        var rincian = (await kabid.BacaAsync(Contoh.Alamat(tugas))).Harus(200).Json;
        Assert.True(rincian.GetProperty("tenggatPada").GetDateTimeOffset() > layanan.Jam.GetUtcNow());
        // Over every weekend and night: a week has 37.5 working hours.
        layanan.Jam.Maju(TimeSpan.FromDays(7));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Pengawas(i).PeriksaAsync(CancellationToken.None)));
        await Tunggu.SampaiAsync("eskalasi tercatat", async () => (await kabid.BacaAsync(Contoh.Alamat(tugas))).Json.TryGetProperty("dieskalasiPada", out _));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Pengawas(i).PeriksaAsync(CancellationToken.None)));
        Assert.Single(await AuditAsync("tugas.eskalasi", tugas));
        await Tunggu.SampaiAsync("eskalasi sampai ke daftar", async () => (await layanan.Sebagai("kadis-1", "KADIS").BacaAsync("/api/v1/tugas?milik=eskalasi&urut=terbaru"))
            .Harus(200).Isi.Contains(tugas, StringComparison.Ordinal));
        // The list is in the transaction of the escalation; Intake hears of it afterwards.
        await Tunggu.SampaiAsync("eskalasi terkirim ke intake", () => Task.FromResult(Kabar().Any()));
        Assert.Single(Kabar().Select(t => t.Versi).Distinct());
        // Whoever was told may do something about it.
        (await layanan.Sebagai("kadis-1", "KADIS").KirimJsonAsync(Contoh.Alamat(tugas) + "/alihkan", new { kepada = "kasi-9" })).Harus(200);

        IEnumerable<TugasBerubah> Kabar() => layanan.Kurir.Terkirim.Where(t => t.Kepada == ServiceNames.Intake).Select(t => t.Pesan).OfType<TugasBerubah>()
            .Where(t => t.TugasId == tugas && t.DieskalasiPada is not null);
    }

    [Fact]
    public async Task Officers_are_reminded_before_and_a_completed_task_is_left_alone()
    {
        var (tugas, selesai) = (await layanan.KoreksiAsync(tenggatMenit: 100_000), await layanan.KoreksiAsync(tenggatMenit: 1));
        (await layanan.Sebagai("kasi-1", "KASI").KirimJsonAsync(Contoh.Alamat(selesai) + "/selesai", Contoh.Paraf())).Harus(200);
        var pengingat = (await layanan.Sebagai("kasi-1", "KASI").BacaAsync(Contoh.Alamat(tugas))).Json.GetProperty("tenggatPada").GetDateTimeOffset();
        layanan.Jam.Maju((pengingat - layanan.Jam.GetUtcNow()) * 0.9);
        await Pengawas(0).PeriksaAsync(CancellationToken.None);
        await Tunggu.SampaiAsync("pengingat tercatat", async () => (await AuditAsync("tugas.ingatkan", tugas)).Count == 1);
        Assert.Empty(await AuditAsync("tugas.eskalasi", tugas));
        Assert.Empty(await AuditAsync("tugas.eskalasi", selesai));
    }

    private PengawasTenggat Pengawas(int i) => layanan.Replika(i % (layanan is PersetujuanPostgres ? 2 : 1)).GetServices<IHostedService>().OfType<PengawasTenggat>().Single();

    private async Task<List<CatatanAudit>> AuditAsync(string tindakan, string objek)
    {
        await using var scope = layanan.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<CatatanAudit>().Where(c => c.Tindakan == tindakan && c.Objek == objek).ToListAsync();
    }
}

/// <inheritdoc/>
public sealed class TenggatTugasSqlite(PersetujuanSqlite layanan) : TenggatTugas(layanan), IClassFixture<PersetujuanSqlite>;

/// <inheritdoc/>
public sealed class TenggatTugasPostgres(PersetujuanPostgres layanan) : TenggatTugas(layanan), IClassFixture<PersetujuanPostgres>;

/// <summary>Working time of an office.</summary>
public sealed class JamKantorTests
{
    private static readonly JamKantor Jakarta = JamKantor.Dari(new("9901", "CONTOH", "99.01", "Asia/Jakarta", KalenderKerja.Lazim with { Libur = [new(2026, 12, 25)] }));

    // Wednesday 2026-12-23, Thursday 24, Friday 25 (holiday), Monday 28. WIB is UTC+7.
    [Theory]
    [InlineData("2026-12-23T01:00:00Z", 60, "2026-12-23T02:00:00Z")]
    [InlineData("2026-12-23T04:30:00Z", 60, "2026-12-23T06:30:00Z")]
    [InlineData("2026-12-23T08:30:00Z", 60, "2026-12-24T01:00:00Z")]
    [InlineData("2026-12-22T18:00:00Z", 1, "2026-12-23T00:31:00Z")]
    [InlineData("2026-12-24T08:59:00Z", 2, "2026-12-28T00:31:00Z")]
    [InlineData("2026-12-26T05:00:00Z", 450, "2026-12-28T09:00:00Z")]
    [InlineData("2026-12-23T00:30:00Z", 450, "2026-12-23T09:00:00Z")]
    public void Minutes_are_counted_while_the_office_is_open(string mulai, int menit, string tenggat) =>
        Assert.Equal(DateTimeOffset.Parse(tenggat, null), Jakarta.Tambah(DateTimeOffset.Parse(mulai, null), menit));

    [Fact]
    public void The_clock_is_that_of_the_office()
    {
        var jayapura = JamKantor.Dari(new("9902", "CONTOH", "99.02", "Asia/Jayapura", KalenderKerja.Lazim));
        Assert.Equal(new DateTimeOffset(2026, 12, 22, 22, 31, 0, TimeSpan.Zero), jayapura.Tambah(new(2026, 12, 22, 20, 0, 0, TimeSpan.Zero), 1));
    }

    [Fact]
    public void An_office_that_never_opens_has_no_due_time() =>
        Assert.Null(JamKantor.Dari(new("9901", "CONTOH", "99.01", "Asia/Jakarta", new([], []))).Tambah(DateTimeOffset.UnixEpoch, 1));
}
