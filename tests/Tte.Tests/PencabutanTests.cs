using Dukcapil.Approval.Tte;
using Dukcapil.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Tte.Tests;

/// <summary>A withdrawal, and a process that dies, while a signature is under way: exactly one of the two wins, and nothing waits for ever.</summary>
public sealed class PencabutanTests(Persetujuan persetujuan) : IClassFixture<Persetujuan>
{
    [Fact]
    public async Task A_withdrawal_during_a_signature_that_succeeds_is_refused_after_the_completion()
    {
        var tugas = await persetujuan.TugasAsync();
        var (tertahan, lepas) = persetujuan.Esign.Tahan();
        var tanda = persetujuan.TandaTanganiAsync(tugas);
        await tertahan;
        await MintaTutupAsync(tugas);
        Assert.Empty((await persetujuan.KeadaanAsync(tugas)).Pesan);
        lepas();
        (await tanda).Harus(200);
        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(StatusTugas.Selesai, keadaan.Tugas);
        // The completion is numbered before the answer, so the workflow applies it first.
        var keWorkflow = await KeWorkflowAsync(tugas);
        Assert.Equal([nameof(TugasDiselesaikan), nameof(PenutupanTugasDijawab)], keWorkflow.Select(p => p.Type));
        Assert.Contains("\"ditutup\":false", keWorkflow[1].Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_withdrawal_during_a_signature_that_fails_closes_the_task()
    {
        var tugas = await persetujuan.TugasAsync();
        persetujuan.Esign.Tabiat = Tabiat.GalatDenganDuaRatus;
        var (tertahan, lepas) = persetujuan.Esign.Tahan();
        var tanda = persetujuan.TandaTanganiAsync(tugas);
        await tertahan;
        await MintaTutupAsync(tugas);
        lepas();
        (await tanda).HarusMasalah(422, "ditolak-esign");
        persetujuan.Esign.Tabiat = Tabiat.Wajar;
        Assert.Equal(StatusTugas.Ditutup, (await persetujuan.KeadaanAsync(tugas)).Tugas);
        Assert.Contains("\"ditutup\":true", Assert.Single(await KeWorkflowAsync(tugas)).Body, StringComparison.OrdinalIgnoreCase);
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(409, "tugas-tidak-terbuka");
    }

    [Fact]
    public async Task A_withdrawal_before_a_signature_closes_at_once()
    {
        var tugas = await persetujuan.TugasAsync();
        await MintaTutupAsync(tugas);
        Assert.Equal(StatusTugas.Ditutup, (await persetujuan.KeadaanAsync(tugas)).Tugas);
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(409, "tugas-tidak-terbuka");
    }

    [Fact]
    public async Task An_attempt_whose_process_died_is_given_up_in_time_and_a_withdrawal_that_waited_is_answered()
    {
        var tugas = await persetujuan.TugasAsync();
        await TinggalkanAsync(tugas);
        await MintaTutupAsync(tugas);
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(409, "sedang-ditandatangani");
        Assert.Empty(await KeWorkflowAsync(tugas));
        persetujuan.Jam.Maju(6 * Persetujuan.Batas);
        await BersihkanAsync();
        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(["TidakDiketahui tanpa-jawaban"], keadaan.Percobaan);
        Assert.Equal(["tte.tidak-diketahui"], keadaan.Jurnal);
        Assert.Equal(StatusTugas.Ditutup, keadaan.Tugas);
        Assert.Single(await KeWorkflowAsync(tugas));
    }

    [Fact]
    public async Task After_an_attempt_whose_process_died_the_officer_signs_again_when_its_time_is_over()
    {
        var tugas = await persetujuan.TugasAsync();
        await TinggalkanAsync(tugas);
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(409, "sedang-ditandatangani");
        persetujuan.Jam.Maju(6 * Persetujuan.Batas);
        (await persetujuan.TandaTanganiAsync(tugas)).Harus(200);
        var keadaan = await persetujuan.KeadaanAsync(tugas);
        Assert.Equal(["TidakDiketahui tanpa-jawaban", "Berhasil"], keadaan.Percobaan);
        Assert.Single(keadaan.TandaTangan);
    }

    private Task MintaTutupAsync(TugasUji tugas) => persetujuan.TerimaAsync(ServiceNames.Workflow, 2, new PenutupanTugasDiminta
    {
        PermohonanId = tugas.PermohonanId,
        PencabutanId = Guid.NewGuid(),
        TugasId = tugas.Id,
        Pelayan = ServiceNames.Approval,
    });

    private Task<List<Pesan>> KeWorkflowAsync(TugasUji tugas) => persetujuan.DbAsync(db => db.Outbox.AsNoTracking()
        .Where(o => o.Stream == tugas.PermohonanId && o.Receiver == ServiceNames.Workflow).OrderBy(o => o.Sequence).Select(o => new Pesan(o.Type, o.Body)).ToListAsync());

    // What a process that died in the middle leaves behind.
    private Task<int> TinggalkanAsync(TugasUji tugas) => persetujuan.DbAsync(db =>
    {
        db.Percobaan.Add(new PercobaanTandaTangan
        {
            Id = Guid.NewGuid(),
            TugasId = tugas.Id,
            PermohonanId = tugas.PermohonanId,
            Petugas = Persetujuan.Kadis,
            Sha256 = "",
            VersiKonsep = 1,
            MulaiPada = persetujuan.Jam.GetUtcNow(),
            BatasPada = persetujuan.Jam.GetUtcNow() + (5 * Persetujuan.Batas),
        });
        return db.SaveChangesAsync();
    });

    private async Task BersihkanAsync()
    {
        var pembersih = persetujuan.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<PembersihPercobaan>().Single();
        await pembersih.BersihkanAsync(CancellationToken.None);
    }

    private sealed record Pesan(string Type, string Body);
}
