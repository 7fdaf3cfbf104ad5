using Dukcapil.Approval.Tte;
using Dukcapil.Contracts;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Tte.Tests;

/// <summary>An office without electronic signatures, and what must be set for them.</summary>
public sealed class SetelanDanManualTests(Persetujuan persetujuan) : IClassFixture<Persetujuan>
{
    [Fact]
    public async Task Without_settings_a_task_for_TTE_is_refused_with_what_to_do_and_a_manual_one_is_signed()
    {
        await persetujuan.MulaiAsync(denganTte: false);
        var tte = await persetujuan.TugasAsync();
        Assert.Contains("belum mengatur", (await persetujuan.TandaTanganiAsync(tte)).HarusMasalah(422, "cara-tidak-didukung").Isi, StringComparison.Ordinal);
        (await SelesaiAsync(tte)).HarusMasalah(422, "cara-tidak-didukung");
        var manual = await persetujuan.TugasAsync("MANUAL", denganBerkas: false);
        (await SelesaiAsync(manual)).Harus(200);
        await persetujuan.MulaiAsync();
        (await persetujuan.TandaTanganiAsync(tte)).Harus(200);
    }

    [Fact]
    public async Task A_signature_by_hand_says_by_whom_when_it_was_made_and_when_it_was_recorded()
    {
        var tugas = await persetujuan.TugasAsync("MANUAL", denganBerkas: false);
        var saat = persetujuan.Jam.GetUtcNow();
        persetujuan.Jam.Maju(TimeSpan.FromMinutes(30));
        (await SelesaiAsync(tugas, saat.AddHours(1))).HarusMasalah(422, "isian-tidak-sah");
        (await SelesaiAsync(tugas, saat.AddHours(-1))).HarusMasalah(422, "isian-tidak-sah");
        (await SelesaiAsync(tugas, saat.AddMinutes(10))).Harus(200);
        var tanda = Assert.Single((await persetujuan.KeadaanAsync(tugas)).TandaTangan);
        Assert.Equal(("MANUAL", Persetujuan.Kadis, tugas.Hash), (tanda.Cara, tanda.Petugas, tanda.Hash));
        Assert.Equal(saat.AddMinutes(10), tanda.Pada);
        Assert.True(tanda.DicatatPada >= saat.AddMinutes(30));
    }

    [Fact]
    public async Task A_manual_task_is_not_signed_electronically()
    {
        var tugas = await persetujuan.TugasAsync("MANUAL");
        (await persetujuan.TandaTanganiAsync(tugas)).HarusMasalah(422, "bukan-tanda-tangan-elektronik");
        Assert.Equal(StatusTugas.Terbuka, (await persetujuan.KeadaanAsync(tugas)).Tugas);
    }

    [Theory]
    [InlineData("Tte:NamaPengguna", null, "Tte:NamaPengguna")]
    [InlineData("Tte:Akar", null, "Tte:Akar")]
    [InlineData("Services:registry", null, "Services:registry")]
    [InlineData("Tte:BatasDetik", "0", "Tte:BatasDetik")]
    [InlineData("Tte:Alamat", "http://esign.contoh.invalid", "https")]
    [InlineData("Tte:Penandatangan:0:Petugas", null, "Tte:Penandatangan:0:Petugas")]
    [InlineData("Tte:Penandatangan:0:Email", null, "Nik or Email")]
    [InlineData("Tte:Penandatangan:0:NamaSertifikat", null, "NamaSertifikat")]
    public void Settings_by_half_stop_the_start_and_name_what_is_missing(string nama, string? nilai, string disebut)
    {
        using var akar = new BerkasPem(persetujuan.Esign.Otoritas.Pem);
        var setelan = new Dictionary<string, string?>
        {
            ["Tte:Alamat"] = "https://esign.contoh.invalid",
            ["Services:registry"] = "http://127.0.0.1:1/",
            ["Tte:NamaPengguna"] = "u",
            ["Tte:Sandi"] = "s",
            ["Tte:Akar"] = akar.Nama,
            ["Tte:Penandatangan:0:Petugas"] = "kadis",
            ["Tte:Penandatangan:0:Email"] = "kadis@contoh.invalid",
            ["Tte:Penandatangan:0:NamaSertifikat"] = "KEPALA DINAS",
        };
        Assert.NotNull(SetelanTte.Dari(new ConfigurationBuilder().AddInMemoryCollection(setelan).Build()).Alamat);
        setelan[nama] = nilai;
        if (nilai is null) setelan.Remove(nama);
        var e = Assert.Throws<InvalidOperationException>(() => SetelanTte.Dari(new ConfigurationBuilder().AddInMemoryCollection(setelan).Build()));
        Assert.Contains(disebut, e.Message, StringComparison.Ordinal);
    }

    private Task<Jawaban> SelesaiAsync(TugasUji tugas, DateTimeOffset? saat = null) => persetujuan.KirimAsync(
        $"/api/v1/persetujuan/tugas/{tugas.Id}/selesai", Persetujuan.Kadis,
        saat is { } s ? new { hasil = "Ditandatangani", data = new { ditandatanganiPada = s } } : new { hasil = "Ditandatangani" });
}
