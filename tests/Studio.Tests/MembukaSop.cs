using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests;

/// <summary>The stock designer shows the SOP as it is shipped.</summary>
public sealed class MembukaSop(Pemasangan pemasangan)
{
    [Fact]
    public async Task The_SOP_opens_with_all_its_steps_and_the_names_of_their_outcomes()
    {
        var id = await pemasangan.Klien.SalinanAsync();
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", $"/studio/workflows/definitions/{id}/edit");
        // As large as the whole flow: Studio does not make it smaller than people can read.
        await p.Halaman.SetViewportSizeAsync(2400, 1700);
        var perancang = await Perancang.SiapAsync(p.Halaman);
        await Expect(p.Halaman.Locator("elsa-activity-wrapper")).ToHaveCountAsync(11);
        await Expect(p.Halaman.Locator(".x6-edge")).ToHaveCountAsync(15);
        foreach (var (simpul, hasil) in ((string, string[])[])
            [("periksa", ["Lengkap", "Tidak lengkap"]), ("koreksiKasi", ["Sesuai (paraf)", "Tidak sesuai"]), ("tandaTangan", ["Ditandatangani", "Dikembalikan"]), ("serahTerima", ["Diserahkan", "Salah cetak", "Tidak diambil"])])
        {
            foreach (var label in hasil) await Expect(perancang.Simpul(simpul)).ToContainTextAsync(label);
        }
        await Expect(p.Halaman.Locator("#pengguna")).ToContainTextAsync("Adi Alur");
        await p.PotretAsync("01-sop");
        await p.HarusBersihAsync();
        Assert.Equal(1, (int)(await pemasangan.Klien.DefinisiAsync(id))["version"]!);
    }

    [Fact]
    public async Task A_viewer_opens_it_read_only()
    {
        var id = await pemasangan.Klien.SalinanAsync();
        await using var p = await Peramban.BukaAsync(pemasangan, "PENGAMAT_ALUR", $"/studio/workflows/definitions/{id}/edit");
        await Perancang.SiapAsync(p.Halaman);
        await Expect(p.Halaman.Locator(".mud-icon-button.mud-primary-text:not(.mud-switch-base):visible")).ToHaveCountAsync(0);
        await p.PotretAsync("02-pengamat");
        await p.HarusBersihAsync();
    }
}
