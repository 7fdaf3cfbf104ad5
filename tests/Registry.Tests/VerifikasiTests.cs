using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Books;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Tests;

/// <summary>An office whose public page takes five questions a minute.</summary>
public sealed class LayananLambat : LayananRegistri
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Tambahan => [new("BatasLaju:Verifikasi:PerMenit", "5")];
}

/// <summary>Public verification of our own papers.</summary>
public sealed class VerifikasiTests(RegistriSqlite layanan, LayananLambat lambat) : IClassFixture<LayananLambat>
{
    private const string Alamat = "/api/v1/verifikasi";

    [Fact]
    public async Task A_receipt_says_how_far_its_card_is_and_nothing_personal()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapCetakAsync();
        Assert.Equal("diproses", await KeadaanAsync(berkas.Kode));
        (await berkas.SelesaikanAsync(tugas, berkas.DataCetak())).Harus(200);
        await berkas.DitandatanganiAsync();
        (await berkas.SelesaikanAsync(await berkas.TugasAsync("Dukcapil.RegistrasiDanCap", "Selesai"), BerkasUji.DataRegistrasi())).Harus(200);
        Assert.Equal("siapDiambil", await KeadaanAsync(berkas.Kode));
        (await berkas.SelesaikanAsync(await berkas.TugasAsync("Dukcapil.SerahTerima", "Diserahkan"), berkas.Serah(), "Diserahkan")).Harus(200);

        var jawaban = (await layanan.TanpaToken().KirimJsonAsync(Alamat, new { kode = berkas.Kode.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) })).Harus(200);
        Assert.Equal(["jenis", "nomor", "kantor", "keadaan", "tanggal"], jawaban.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal("sudahDiambil", jawaban.Json.GetProperty("keadaan").GetString());
        foreach (var pribadi in new[] { "AHMAD", "SITI", berkas.NomorKk[..12], "9901010107900001", berkas.Id.ToString() })
            Assert.DoesNotContain(pribadi, jawaban.Isi, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_receipt_of_a_withdrawn_application_says_so()
    {
        var berkas = new BerkasUji(layanan);
        await berkas.SiapCetakAsync();
        await layanan.TerimaAsync(ServiceNames.Workflow, new PencabutanDiputuskan { PermohonanId = berkas.Id, PencabutanId = Guid.NewGuid(), Dikabulkan = true, Pada = layanan.Jam.GetUtcNow() });
        Assert.Equal("dicabut", await KeadaanAsync(berkas.Kode));
    }

    [Fact]
    public async Task The_proof_of_handover_has_a_code_of_its_own_and_its_page_works_without_script()
    {
        var berkas = new BerkasUji(layanan);
        (await berkas.SelesaikanAsync(await berkas.SiapSerahTerimaAsync(), berkas.Serah(), "Diserahkan")).Harus(200);
        var kode = await layanan.DbAsync(db => db.Penyerahan.Where(p => p.PermohonanId == berkas.Id).Select(p => p.KodePeriksa).SingleAsync());
        Assert.NotEqual(berkas.Kode, kode);

        var pdf = (await berkas.Loket.BacaAsync($"/api/v1/registri/permohonan/{berkas.Id}/bukti-penyerahan")).Harus(200);
        Assert.Equal("application/pdf", pdf.Jenis);
        Assert.Contains("<form", (await layanan.TanpaToken().BacaAsync("/periksa")).Harus(200).Isi, StringComparison.Ordinal);
        var halaman = (await layanan.TanpaToken().KirimBerkasAsync("/periksa", System.Text.Encoding.ASCII.GetBytes("kode=" + kode), "application/x-www-form-urlencoded")).Harus(200);
        Assert.Contains("Bukti penyerahan", halaman.Isi, StringComparison.Ordinal);
        Assert.DoesNotContain("AHMAD", halaman.Isi, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("R7KQ-94TM")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("ÀÀÀÀ-ÀÀÀÀ-ÀÀÀÀ")]
    public async Task What_is_no_code_of_ours_is_unknown(string kode)
    {
        (await layanan.TanpaToken().KirimJsonAsync(Alamat, new { kode })).Harus(404);
        var halaman = await layanan.TanpaToken().KirimBerkasAsync("/periksa", System.Text.Encoding.UTF8.GetBytes("kode=" + Uri.EscapeDataString(kode)), "application/x-www-form-urlencoded");
        Assert.DoesNotContain("alert", halaman.Harus(404).Isi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_too_often_has_to_wait()
    {
        var jawaban = new List<int>();
        for (var i = 0; i < 12; i++) jawaban.Add((await lambat.TanpaToken().KirimJsonAsync(Alamat, new { kode = KodeAcak.Buat() })).Status);
        Assert.True(jawaban.Count(j => j == 404) <= 10 && jawaban.Contains(429), string.Join(' ', jawaban));
    }

    private async Task<string?> KeadaanAsync(string kode) =>
        (await layanan.TanpaToken().KirimJsonAsync(Alamat, new { kode })).Harus(200).Json.GetProperty("keadaan").GetString();
}
