using System.Net.Http.Headers;
using System.Text;
using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Retensi;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Intake.Tests.Retensi;

/// <summary>An office that keeps applications for two years after their end.</summary>
public sealed class LayananRetensi : LayananLoket
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Tambahan => [new("Retensi:Tahun", "2")];
}

/// <summary>When the time of an application is over, what it says of persons goes, and books and journal stay.</summary>
public sealed class RetensiTests(LayananRetensi layanan, LayananLoket selamanya) : IClassFixture<LayananRetensi>, IClassFixture<LayananLoket>
{
    private static readonly byte[] Pdf = "%PDF-1.7\n% berkas uji\n"u8.ToArray();

    [Fact]
    public async Task Contents_of_an_application_that_ended_long_ago_go_and_its_line_in_the_book_stays()
    {
        var (lama, baru, berjalan) = (await SelesaiAsync(layanan, tahunLalu: 3), await SelesaiAsync(layanan, tahunLalu: 1), await AjukanAsync(layanan));
        await JalankanAsync(layanan);

        var rincian = (await layanan.Loket.BacaAsync($"/api/v1/permohonan/{lama}")).Harus(200);
        Assert.Equal("(dimusnahkan)", rincian.Json.GetProperty("namaPemohon").GetString());
        Assert.Equal(0, rincian.Json.GetProperty("lampiran").GetArrayLength());
        Assert.DoesNotContain("AHMAD", rincian.Isi, StringComparison.Ordinal);
        (await layanan.Loket.BacaAsync($"/api/v1/permohonan/{lama}/tanda-bukti")).Harus(404);
        Assert.Equal(1, await DbAsync(layanan, db => db.BukuRegister.CountAsync(e => e.PermohonanId == lama)));
        Assert.Equal(0, await DbAsync(layanan, db => db.Set<Tugas>().CountAsync(t => t.PermohonanId == lama && (t.JawabanTersegel != null || t.AlasanTersegel != null))));
        Assert.Equal(1, await DbAsync(layanan, db => db.Set<CatatanAudit>().CountAsync(c => c.PermohonanId == lama && c.Tindakan == "permohonan.musnahkan")));
        // Attachments of the two that stay.
        Assert.Equal(2, layanan.Berkas.Count);
        foreach (var tetap in new[] { baru, berjalan })
            Assert.Equal("AHMAD CONTOH", (await layanan.Loket.BacaAsync($"/api/v1/permohonan/{tetap}")).Harus(200).Json.GetProperty("namaPemohon").GetString());

        // The others are told once, however often it looks.
        await JalankanAsync(layanan);
        await Tunggu.SampaiAsync("pesan terkirim", () => Task.FromResult(Terkirim(layanan).Count >= 2));
        Assert.Equal([(ServiceNames.Approval, lama), (ServiceNames.Registry, lama)], Terkirim(layanan).Order());
    }

    [Fact]
    public async Task Without_the_setting_everything_stays()
    {
        var lama = await SelesaiAsync(selamanya, tahunLalu: 90);
        await JalankanAsync(selamanya);
        Assert.Equal("AHMAD CONTOH", (await selamanya.Loket.BacaAsync($"/api/v1/permohonan/{lama}")).Harus(200).Json.GetProperty("namaPemohon").GetString());
        Assert.Empty(Terkirim(selamanya));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_time_of_keeping_below_a_year_is_refused_at_start(string tahun) =>
        Assert.Throws<InvalidOperationException>(() => SetelanRetensi.Dari(new ConfigurationManager { ["Retensi:Tahun"] = tahun }));

    private static List<(string, Guid)> Terkirim(LayananLoket layanan) =>
        [.. layanan.Kurir.Terkirim.Where(k => k.Pesan is IsiDimusnahkan).Select(k => (k.Kepada, k.Pesan.PermohonanId))];

    private static Task<int> JalankanAsync(LayananLoket layanan) =>
        layanan.Services.GetServices<IHostedService>().OfType<PenjagaRetensi>().Single().JalankanAsync(CancellationToken.None);

    private static async Task<T> DbAsync<T>(LayananLoket layanan, Func<IntakeDb, Task<T>> kerja)
    {
        await using var scope = layanan.Services.CreateAsyncScope();
        return await kerja(scope.ServiceProvider.GetRequiredService<IntakeDb>());
    }

    private static async Task<Guid> AjukanAsync(LayananLoket layanan)
    {
        using var isi = new MultipartFormDataContent
        {
            { new StringContent(LayananLoket.Permohonan().ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")), "permohonan" },
            { new ByteArrayContent(Pdf), "BUKU_NIKAH", "nikah.pdf" },
        };
        return (await layanan.Loket.KirimAsync(HttpMethod.Post, "/api/v1/permohonan", isi)).Harus(201).Json.GetProperty("id").GetGuid();
    }

    private static async Task<Guid> SelesaiAsync(LayananLoket layanan, int tahunLalu)
    {
        var id = await AjukanAsync(layanan);
        await layanan.LengkapAsync(id);
        await layanan.TerimaAsync(ServiceNames.Workflow, new AlurSelesai { PermohonanId = id, Pada = layanan.Jam.GetUtcNow().AddYears(-tahunLalu) });
        return id;
    }
}
