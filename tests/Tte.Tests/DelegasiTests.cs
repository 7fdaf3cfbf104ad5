using Dukcapil.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Tte.Tests;

/// <summary>Who signs while the head of the office is away: the delegate, with his own certificate, and only as long as the delegation lasts.</summary>
public sealed class DelegasiTests(Persetujuan persetujuan) : IClassFixture<Persetujuan>
{
    private const string Jalur = "/api/v1/wewenang/delegasi", PeranPlh = "KABID";

    [Fact]
    public async Task A_delegate_signs_with_his_own_certificate_on_behalf_of_the_head_until_the_delegation_ends()
    {
        var (satu, dua) = (await persetujuan.TugasAsync(), await persetujuan.TugasAsync());
        var dibuat = persetujuan.Esign.Dibuat;
        (await SebagaiPlhAsync(satu)).HarusMasalah(403, "bukan-wewenang");
        Assert.Equal(dibuat, persetujuan.Esign.Dibuat);

        var delegasi = (await persetujuan.KirimAsync(Jalur, Persetujuan.Kadis, new
        {
            jenis = "plh",
            peran = "KADIS",
            pemberi = new { id = Persetujuan.Kadis, nama = "KEPALA DINAS" },
            penerima = new { id = Persetujuan.Kadis2, nama = "PLH KEPALA DINAS" },
            mulai = persetujuan.Jam.GetUtcNow().AddMinutes(-1),
            sampai = persetujuan.Jam.GetUtcNow().AddDays(1),
        })).Harus(201).Json.GetProperty("id").GetGuid();
        (await SebagaiPlhAsync(satu)).Harus(200);

        var keadaan = await persetujuan.KeadaanAsync(satu);
        Assert.Equal(StatusTugas.Selesai, keadaan.Tugas);
        var tandaTangan = Assert.Single(keadaan.TandaTangan);
        Assert.Equal(Persetujuan.Kadis2, tandaTangan.Petugas);
        Assert.Equal(dibuat + 1, persetujuan.Esign.Dibuat);
        // Every line of the journal about it says under which authority.
        var atasNama = await persetujuan.DbAsync(db => db.Set<ServiceDefaults.Audit.CatatanAudit>().AsNoTracking()
            .Where(c => c.PermohonanId == satu.PermohonanId && c.Pelaku == Persetujuan.Kadis2).Select(c => c.AtasNama).ToListAsync());
        Assert.NotEmpty(atasNama);
        Assert.All(atasNama, a => Assert.Equal("Plh KADIS " + Persetujuan.Kadis, a));

        (await persetujuan.KirimAsync($"{Jalur}/{delegasi}/cabut", Persetujuan.Kadis, new { })).Harus(200);
        (await SebagaiPlhAsync(dua)).HarusMasalah(403, "delegasi-berakhir");
        Assert.Equal(dibuat + 1, persetujuan.Esign.Dibuat);
        Assert.Empty((await persetujuan.KeadaanAsync(dua)).Percobaan);
        // The head, back again, signs himself.
        (await persetujuan.TandaTanganiAsync(dua)).Harus(200);
    }

    private Task<Jawaban> SebagaiPlhAsync(TugasUji tugas) => persetujuan.TandaTanganiAsync(tugas, Persetujuan.Kadis2, peran: PeranPlh);
}
