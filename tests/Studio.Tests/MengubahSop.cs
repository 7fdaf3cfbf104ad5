using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests;

/// <summary>What an administrator changes in the designer takes effect: for new applications at once, for running ones when they are moved.</summary>
public sealed class MengubahSop(Pemasangan pemasangan)
{
    private const string Sop = "/studio/workflows/definitions/kartu-keluarga/edit";

    [Fact]
    public async Task A_step_added_by_dragging_is_in_the_inbox_of_its_role_for_new_applications_and_for_moved_ones()
    {
        var klien = pemasangan.Klien;
        await klien.SopAsliAsync();
        await klien.PeranAsync("SUPERVISOR", "Sekretaris Dinas");
        var (lama, dipindahkan) = (await BerkasUji.AjukanAsync(klien), await BerkasUji.AjukanAsync(klien));
        await lama.SampaiParafKabidAsync();

        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", Sop);
        var perancang = await Perancang.SiapAsync(p.Halaman);
        var baru = await perancang.TaruhAsync("Pelayanan Kartu Keluarga", "Tugas lain", dekat: "koreksiKabid", 60, 60);
        await perancang.PutuskanAsync("koreksiKabid", "Sesuai");
        await perancang.SambungAsync("koreksiKabid", "Sesuai", baru);
        await perancang.SambungAsync(baru, "Selesai", "cetak");
        await perancang.PilihAsync(baru);
        await perancang.IsiAsync("Kegiatan", "Verifikasi Sekretaris");
        await perancang.PilihDariAsync("Pelaksana", "Sekretaris Dinas");
        await p.PotretAsync("03-langkah-baru");
        Assert.Equal(200, (await perancang.TerbitkanAsync()).Status);
        await Expect(p.Halaman.Locator("#pesan")).ToContainTextAsync("terbit");
        await Expect(p.Halaman.Locator("#pesan")).ToContainTextAsync(new Regex("[1-9] permohonan berjalan pada versi"));
        await p.PotretAsync("04-terbit");

        var sesudah = await BerkasUji.AjukanAsync(klien);
        await sesudah.SampaiParafKabidAsync();
        var tugas = await sesudah.TugasAsync("SUPERVISOR");
        Assert.Equal(("Dukcapil.Tugas", "Verifikasi Sekretaris"), (tugas.Aktivitas, tugas.Kegiatan));
        Assert.Equal("Dukcapil.CetakKartuKeluarga", (await lama.TugasAsync("LOKET")).Aktivitas);

        await p.Halaman.Locator("#pesan").GetByText("Pindahkan permohonan").ClickAsync();
        await p.Halaman.GetByText("Uji pemindahan ke versi").First.ClickAsync();
        await Expect(p.Halaman.Locator(".hasil-uji")).ToContainTextAsync(new Regex("Dapat dipindahkan: [1-9]"));
        await p.PotretAsync("05-rencana-pindah");
        await p.Halaman.GetByText("Pindahkan yang dapat dipindahkan").ClickAsync();
        await Expect(p.Halaman.Locator(".selesai")).ToContainTextAsync("Pemindahan selesai", new() { Timeout = 30_000 });
        await p.PotretAsync("06-dipindahkan");
        await dipindahkan.SampaiParafKabidAsync();
        Assert.Equal("Verifikasi Sekretaris", (await dipindahkan.TugasAsync("SUPERVISOR")).Kegiatan);
        await p.Halaman.GotoAsync("/studio/riwayat/kartu-keluarga");
        await Expect(p.Halaman.Locator("main")).ToContainTextAsync("Adi Alur menerbitkan");
        await Expect(p.Halaman.Locator("main")).ToContainTextAsync("Verifikasi Sekretaris");
        await p.PotretAsync("07-riwayat");
        await p.HarusBersihAsync();
    }

    [Fact]
    public async Task A_branch_on_the_kind_of_application_sends_two_applications_two_ways()
    {
        var klien = pemasangan.Klien;
        await klien.SopAsliAsync();
        await klien.PeranAsync("SUPERVISOR", "Sekretaris Dinas");
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", Sop);
        await p.Halaman.SetViewportSizeAsync(2400, 1700);
        var perancang = await Perancang.SiapAsync(p.Halaman);
        var cabang = await perancang.TaruhAsync("Branching", "Decision", dekat: "pengajuan", 0, 70);
        var tambahan = await perancang.TaruhAsync("Pelayanan Kartu Keluarga", "Tugas lain", dekat: "pengajuan", 0, 140);
        await perancang.PutuskanAsync("pengajuan", "Diajukan");
        await perancang.SambungAsync("pengajuan", "Diajukan", cabang);
        await perancang.SambungAsync(cabang, "False", "periksa");
        await perancang.SambungAsync(cabang, "True", tambahan);
        await perancang.SambungAsync(tambahan, "Selesai", "periksa");
        await perancang.PilihAsync(tambahan);
        await perancang.IsiAsync("Kegiatan", "Verifikasi penduduk rentan");
        await perancang.PilihDariAsync("Pelaksana", "Sekretaris Dinas");
        await perancang.PilihAsync(cabang);
        await perancang.SkripAsync("Condition", "getJenis() === 'KK_BARU_RENTAN'");
        await p.PotretAsync("15-cabang");
        Assert.Equal(200, (await perancang.TerbitkanAsync()).Status);

        var (biasa, rentan) = (await BerkasUji.AjukanAsync(klien), await BerkasUji.AjukanAsync(klien, "KK_BARU_RENTAN", "SUPERVISOR"));
        Assert.Equal("Dukcapil.PeriksaKelengkapan", (await biasa.TugasAsync("LOKET")).Aktivitas);
        Assert.Equal("Verifikasi penduduk rentan", (await rentan.TugasAsync("SUPERVISOR")).Kegiatan);
        await rentan.SelesaikanAsync("SUPERVISOR", "Selesai");
        Assert.Equal("Dukcapil.PeriksaKelengkapan", (await rentan.TugasAsync("LOKET")).Aktivitas);
        await p.HarusBersihAsync();
    }

    [Fact]
    public async Task A_flow_that_bypasses_a_paraf_or_leads_nowhere_is_not_published_and_says_why()
    {
        var id = await pemasangan.Klien.SalinanAsync();
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", $"/studio/workflows/definitions/{id}/edit");
        p.Dimaklumi.Add(Peramban.Ditolak400);
        var perancang = await Perancang.SiapAsync(p.Halaman);
        await perancang.PutuskanAsync("koreksiKasi", "Sesuai");
        await perancang.SambungAsync("koreksiKasi", "Sesuai", "cetak");
        Assert.Equal(400, (await perancang.TerbitkanAsync()).Status);
        // Studio's own message, and ours with all of it.
        await Expect(p.Halaman.Locator(".mud-snackbar").First).ToBeVisibleAsync();
        await Expect(p.Halaman.Locator("#pesan")).ToContainTextAsync("tanpa dua koreksi 'Sesuai' dari dua peran yang berbeda");
        await p.PotretAsync("08-paraf-dilewati");
        Assert.True((bool)(await pemasangan.Klien.DefinisiAsync(id, "1"))["isPublished"]!);
        await p.HarusBersihAsync();
    }
}
