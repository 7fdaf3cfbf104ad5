using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Rekonsiliasi;

namespace Dukcapil.EndToEnd.Tests.Bencana;

/// <summary>
/// Elsa Server's database alone is set back to yesterday, and the services go on from today: what did not move meanwhile goes on, what did is held or an
/// incident, reconciliation names all of it, and nothing is finished that was not.
/// </summary>
public sealed class KemarinElsa(ElsaPemasangan pemasangan) : IClassFixture<ElsaPemasangan>
{
    private static readonly TimeSpan Tenggang = TimeSpan.FromSeconds(2);
    private readonly ElsaPemasangan pemasangan = pemasangan.Harus();

    [Fact]
    public async Task With_a_database_of_yesterday_nothing_is_finished_by_itself_and_what_does_not_fit_is_named()
    {
        using var klien = pemasangan.Klien();
        Berkas diam = new(pemasangan, klien), sebentar = new(pemasangan, klien), jauh = new(pemasangan, klien), tuntas = new(pemasangan, klien), baru = new(pemasangan, klien);
        foreach (var berkas in (Berkas[])[diam, sebentar, jauh, tuntas])
        {
            await berkas.AjukanAsync();
            await berkas.PeriksaAsync();
        }
        var (entriSebentar, entriJauh, entriTuntas) = (await EntriAsync(sebentar), await EntriAsync(jauh), await EntriAsync(tuntas));
        await EntriAsync(diam);
        await pemasangan.TungguPesanHabisAsync();
        await pemasangan.SimpanBasisDataAsync();

        // Today. One application made a step, one two, one came to its end, one is new.
        await sebentar.EntriAsync();
        await jauh.EntriAsync();
        await jauh.KoreksiAsync("KASI");
        await tuntas.EntriAsync();
        await tuntas.DariKoreksiSampaiSelesaiAsync();
        await tuntas.TungguBerakhirAsync("selesai");
        await baru.AjukanAsync();
        await sebentar.TugasAsync("Dukcapil.KoreksiKonsep", "KASI");
        await jauh.TugasAsync("Dukcapil.KoreksiKonsep", "KABID");
        await baru.TugasAsync("Dukcapil.PeriksaKelengkapan", "LOKET");
        await pemasangan.TungguPesanHabisAsync();
        await pemasangan.KembalikanBasisDataAsync();

        // Officers go on with what lies before them.
        await sebentar.KoreksiAsync("KASI");
        await jauh.KoreksiAsync("KABID");
        await baru.PeriksaAsync();
        await diam.EntriAsync();
        await diam.DariKoreksiSampaiSelesaiAsync();
        await diam.TungguBerakhirAsync("selesai");

        // The first message of Approval about it since yesterday: it comes in its turn, and is of a task that was never here.
        await pemasangan.TungguInsidenAsync(sebentar.Id, "TUGAS_TIDAK_DIKENAL");
        // Its predecessors were applied in a database that is no more.
        await Tunggu.SampaiAsync("pesan permohonan yang lebih maju tertahan", async () => (await pemasangan.PesanAsync("workflow")).Tertahan == 2);

        using var rekonsiliasi = new Rekonsiliasi(pemasangan.Alamat, pemasangan.TokenUntuk("OPS"));
        var temuan = await rekonsiliasi.PeriksaAsync(Tenggang);
        var kunci = temuan.Select(t => t.Kunci).ToList();
        foreach (var harus in (string[])[
            $"insiden/{sebentar.Id}", $"tugas-hilang/{entriSebentar}", $"tugas-hilang/{entriJauh}", $"tugas-hilang/{entriTuntas}", $"tanpa-permohonan/{tuntas.Id}", $"tanpa-alur/{baru.Id}"])
            Assert.Contains(harus, kunci);
        Assert.Contains(kunci, k => k.StartsWith("tertahan/workflow/", StringComparison.Ordinal));
        Assert.DoesNotContain(temuan, t => t.Pesan.Contains(diam.Id.ToString(), StringComparison.Ordinal) || t.Pesan.Contains(diam.Id.ToString("N"), StringComparison.Ordinal));

        // Let go without their predecessors, they are incidents, and no step.
        (await pemasangan.KirimAsync(HttpMethod.Post, "/api/v1/ops/workflow/pesan-tertahan/lepas?umurDetik=0", pemasangan.TokenUntuk("OPS"))).Harus(200);
        await pemasangan.TungguInsidenAsync(jauh.Id, "TUGAS_TIDAK_DIKENAL");
        await pemasangan.TungguInsidenAsync(baru.Id, "PERINTAH_GAGAL");
        foreach (var berkas in (Berkas[])[sebentar, jauh, baru])
            Assert.Equal("diproses", (string)(await klien.LacakAsync(berkas.KodeLacak))["status"]!);
        Assert.Equal(
            [diam.Id.ToString()], (await pemasangan.BacaBarisAsync("workflow", "SELECT id FROM permohonan WHERE berakhir_pada IS NOT NULL")).Select(b => b[0]));
        Assert.Equal(
            new[] { entriSebentar, entriJauh, entriTuntas }.Order(StringComparer.Ordinal),
            (await pemasangan.BacaBarisAsync("workflow", "SELECT id FROM tugas WHERE NOT usai")).Select(b => b[0]).Order(StringComparer.Ordinal));
    }

    private static async Task<string> EntriAsync(Berkas berkas) => (await berkas.TugasAsync("Dukcapil.EntriDanKonsep", "LOKET")).TugasId;
}
