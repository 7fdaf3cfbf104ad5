using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests;

/// <summary>The officer's inbox as a page: it shows what there is, and what changes, without being loaded anew.</summary>
public sealed class LayarPetugas(Pemasangan pemasangan)
{
    [Fact]
    public async Task The_inbox_of_a_signed_in_officer_follows_what_happens()
    {
        await using var p = await Peramban.BukaAsync(pemasangan, "LOKET", "/layar/");
        await Expect(p.Halaman.Locator("#keadaan")).ToHaveTextAsync("Langsung");
        await p.Halaman.SelectOptionAsync("select[name=urut]", "terbaru");
        await BerkasUji.AjukanAsync(pemasangan.Klien);
        // Nobody loads the page; the new task comes by itself, and so does that it was taken.
        var tugas = p.Halaman.Locator("#daftar tr").First;
        await Expect(tugas).ToContainTextAsync("2 LOKET");
        await Expect(p.Halaman.Locator("#jumlah")).ToContainTextAsync("Langkah 2 LOKET");
        await tugas.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Ambil" }).ClickAsync();
        await Expect(tugas.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Lepas" })).ToBeVisibleAsync();
        await p.PotretAsync("20-layar-petugas");
        await tugas.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Lepas" }).ClickAsync();
        await Expect(tugas.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Ambil" })).ToBeVisibleAsync();
        await p.HarusBersihAsync();
    }
}
