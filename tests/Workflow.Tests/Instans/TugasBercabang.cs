using Dukcapil.Contracts;
using static Dukcapil.Workflow.Tests.Peranti.Definisi;

namespace Dukcapil.Workflow.Tests.Instans;

/// <summary>Two tasks of one application at the same time: what becomes of the one that is not needed any more.</summary>
public sealed class TugasBercabang(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    [Fact]
    public async Task A_task_that_lost_a_race_is_closed_at_its_owner()
    {
        var permohonan = await MulaiAsync("WaitAny");
        var (tugas, ttd) = await DuaTugasAsync(permohonan);
        await layanan.SelesaikanAsync(tugas, "Selesai");
        var penutupan = Assert.Single(await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan));
        Assert.Equal((ttd.TugasId, ttd.Pelayan), (penutupan.TugasId, penutupan.Pelayan));
        await JawabAsync(penutupan, ditutup: true);
        Assert.Equal("akhir", (await layanan.TugasTerakhirAsync(permohonan)).Simpul);
        Assert.Equal(3, (await layanan.TerkirimAsync<TugasDiterbitkan>(permohonan)).Count);
    }

    [Fact]
    public async Task A_completion_that_lost_a_race_changes_nothing()
    {
        var permohonan = await MulaiAsync("WaitAny");
        var (tugas, ttd) = await DuaTugasAsync(permohonan);
        await layanan.SelesaikanAsync(tugas, "Selesai");
        await layanan.SelesaikanAsync(ttd, "Ditandatangani");
        await JawabAsync(Assert.Single(await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan)), ditutup: false);
        Assert.Equal(3, (await layanan.TerkirimAsync<TugasDiterbitkan>(permohonan)).Count);
        await layanan.SelesaikanAsync(await layanan.TugasTerakhirAsync(permohonan), "Selesai");
        Assert.NotEmpty(await layanan.TerkirimAsync<AlurSelesai>(permohonan));
    }

    [Fact]
    public async Task A_task_closed_for_a_withdrawal_that_was_refused_meanwhile_is_issued_again()
    {
        var permohonan = await MulaiAsync("WaitAll");
        var (tugas, ttd) = await DuaTugasAsync(permohonan);
        await layanan.TerimaAsync(new PencabutanDiminta { PermohonanId = permohonan, PencabutanId = Guid.CreateVersion7(), Pada = DateTimeOffset.UtcNow });
        var diminta = (await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan)).Single(p => p.TugasId == tugas.TugasId);
        await layanan.SelesaikanAsync(ttd, "Ditandatangani");
        var putusan = await layanan.TerkirimAsync<PencabutanDiputuskan>(permohonan);
        Assert.NotEmpty(putusan);
        Assert.All(putusan, p => Assert.Equal("SUDAH_DITANDATANGANI", p.Sebab));
        // Its owner closed it before it could know.
        await JawabAsync(diminta, ditutup: true);
        var lagi = await layanan.TugasTerakhirAsync(permohonan);
        Assert.NotEqual(tugas.TugasId, lagi.TugasId);
        Assert.Equal("tugas", lagi.Simpul);
        await layanan.SelesaikanAsync(lagi, "Selesai");
        Assert.Equal("akhir", (await layanan.TugasTerakhirAsync(permohonan)).Simpul);
    }

    private async Task<Guid> MulaiAsync(string gabung)
    {
        await layanan.TerbitkanAsync(AlurDinas(
            "dipakai",
            [
                Langkah("mulai", "Elsa.Start"), Langkah("cabang", "Elsa.FlowFork", Isi("branches", """["A","B"]""", "Object", "String[]")),
                Langkah("tugas", "Dukcapil.Tugas", Isi("pelaksana", "LOKET")), Langkah("ttd", "Dukcapil.TandaTangan", Isi("pelaksana", "KADIS")),
                Langkah("gabung", "Elsa.FlowJoin", Isi("mode", gabung)), Langkah("akhir", "Dukcapil.Tugas", Isi("pelaksana", "LOKET")),
                Langkah("habis", "Elsa.End"),
            ],
            ["mulai→cabang", "cabang:A→tugas", "cabang:B→ttd", "tugas:Selesai→gabung", "ttd:Ditandatangani→gabung", "gabung→akhir", "akhir:Selesai→habis"]));
        var permohonan = Guid.CreateVersion7();
        await layanan.TerimaAsync(new PermohonanDiajukan { PermohonanId = permohonan, Kantor = "9901", Fakta = new Fakta { Jenis = "UJI" }, Pada = DateTimeOffset.UtcNow });
        return permohonan;
    }

    private async Task<(TugasDiterbitkan Tugas, TugasDiterbitkan Ttd)> DuaTugasAsync(Guid permohonan)
    {
        var terbit = await layanan.TerkirimAsync<TugasDiterbitkan>(permohonan);
        return (terbit.Single(t => t.Simpul == "tugas"), terbit.Single(t => t.Simpul == "ttd"));
    }

    private Task JawabAsync(PenutupanTugasDiminta penutupan, bool ditutup) => layanan.TerimaAsync(new PenutupanTugasDijawab
    {
        PermohonanId = penutupan.PermohonanId,
        PencabutanId = penutupan.PencabutanId,
        TugasId = penutupan.TugasId,
        Ditutup = ditutup,
    });
}
