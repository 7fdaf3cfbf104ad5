using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests;

/// <summary>No button of Studio loses an application: every refusal is said in words, and nothing breaks.</summary>
public sealed class MenjagaPermohonan(Pemasangan pemasangan)
{
    [Fact]
    public async Task Run_unpublish_cancel_and_delete_of_a_definition_in_use_are_refused_with_the_way_to_do_it()
    {
        await pemasangan.Klien.SopAsliAsync();
        var berkas = await BerkasUji.AjukanAsync(pemasangan.Klien);
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", "/studio/workflows/definitions?pageSize=100");
        p.Dimaklumi.Add(Peramban.Ditolak400);
        foreach (var (tombol, sebab) in ((string, string)[])
            [("Run", "ajukan permohonan di Loket"), ("Unpublish", "dipakai untuk permohonan baru"), ("Cancel", "cabut permohonannya"), ("Delete", "dipakai oleh")])
        {
            await MenuAsync(p.Halaman, "kartu-keluarga", tombol);
            await Expect(p.Halaman.Locator("#pesan")).ToContainTextAsync(sebab);
            await p.PotretAsync($"09-definisi-{tombol}");
            await p.Halaman.Locator("#pesan").GetByLabel("Tutup pesan").ClickAsync();
        }
        await p.Halaman.GotoAsync("/studio/workflows/instances");
        foreach (var (tombol, sebab) in ((string, string)[])[("Cancel", "cabut permohonannya"), ("Delete", "tidak dihapus")])
        {
            await MenuAsync(p.Halaman, berkas.Id.ToString(), tombol);
            await Expect(p.Halaman.Locator("#pesan")).ToContainTextAsync(sebab);
            await p.PotretAsync($"10-permohonan-{tombol}");
            await p.Halaman.Locator("#pesan").GetByLabel("Tutup pesan").ClickAsync();
        }
        await p.HarusBersihAsync();
        await berkas.SampaiParafKabidAsync();
    }

    [Fact]
    public async Task A_running_application_is_shown_on_its_definition_with_counts_and_journal()
    {
        await pemasangan.Klien.SopAsliAsync();
        var berkas = await BerkasUji.AjukanAsync(pemasangan.Klien);
        await using var p = await Peramban.BukaAsync(pemasangan, "PENGAMAT_ALUR", $"/studio/workflows/instances/{await berkas.InstansAsync()}/view");
        await Perancang.TampilAsync(p.Halaman);
        await Expect(p.Halaman.Locator("[data-cell-id=pengajuan] .mud-badge-wrapper")).ToContainTextAsync("1");
        await Expect(p.Halaman.Locator("#tampilan")).ToContainTextAsync("Suspended");
        await p.PotretAsync("11-permohonan");
        Assert.DoesNotContain("9901010107900001", await p.Halaman.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("AHMAD CONTOH", await p.Halaman.ContentAsync(), StringComparison.Ordinal);
        await p.HarusBersihAsync();
    }

    [Fact]
    public async Task A_fault_is_seen_and_retried_from_the_picture_of_the_instance()
    {
        var instans = await pemasangan.Klien.GagalAsync();
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", $"/studio/workflows/instances/{instans}/view");
        await Perancang.TampilAsync(p.Halaman, sambungan: 2);
        await p.Halaman.GetByRole(AriaRole.Button, new() { Name = "Insiden (1)" }).ClickAsync();
        await Expect(p.Halaman.Locator("#insiden")).ToContainTextAsync("belum diisi");
        await p.PotretAsync("16-insiden");
        await pemasangan.Klien.PerbaikiAsync(instans);
        await p.Halaman.GetByText("Ulangi langkah ini").ClickAsync();
        await Expect(p.Halaman.GetByRole(AriaRole.Button, new() { Name = "Insiden (1)" })).ToHaveCountAsync(0);
        await Expect(p.Halaman.Locator("#tampilan")).ToContainTextAsync("Finished", new() { Timeout = 30_000 });
        await p.HarusBersihAsync();
    }

    // The row's menu, and the confirmation that some of them ask for.
    private static async Task MenuAsync(IPage halaman, string baris, string tombol)
    {
        // Not the definition whose id goes on after this one.
        await halaman.Locator("table tbody tr").Filter(new() { HasTextRegex = new Regex(Regex.Escape(baris) + "(?!-)") }).First.Locator("button.mud-icon-button").Last.ClickAsync();
        await halaman.Locator(".mud-popover-open").GetByText(tombol, new() { Exact = true }).ClickAsync();
        if (tombol is "Cancel" or "Delete") await halaman.Locator(".mud-dialog").GetByRole(AriaRole.Button).Last.ClickAsync();
    }
}
