using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests;

/// <summary>The lists of the designer: create, import, versions, several at once.</summary>
public sealed class DaftarDefinisi(Pemasangan pemasangan)
{
    [Fact]
    public async Task A_definition_is_created_imported_into_taken_back_to_an_older_version_and_deleted_with_others()
    {
        await BerkasUji.AjukanAsync(pemasangan.Klien);
        var lain = await pemasangan.Klien.SalinanAsync();
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", "/studio/workflows/definitions?pageSize=100");
        await p.Halaman.GetByText("Create workflow").First.ClickAsync();
        var nama = "Alur dari daftar " + Guid.NewGuid().ToString("N")[..6];
        await p.Halaman.Locator(".mud-dialog").GetByLabel("Name").FillAsync(nama);
        await p.PotretAsync("20-buat");
        await p.Halaman.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Ok" }).ClickAsync();
        await p.Halaman.WaitForURLAsync("**/edit");
        await Expect(p.Halaman.Locator(".x6-graph")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var sop = await pemasangan.Klien.DefinisiAsync("kartu-keluarga", "1");
        await p.Halaman.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "sop.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(sop.ToJsonString()) });
        await Perancang.TampilAsync(p.Halaman);
        await p.PotretAsync("21-impor");

        await p.Halaman.SetViewportSizeAsync(2600, 1200);
        var perancang = await Perancang.SiapAsync(p.Halaman);
        Assert.Equal(200, (await perancang.TerbitkanAsync()).Status);
        await perancang.PutuskanAsync("koreksiKabid", "TidakSesuai");
        await p.Halaman.Locator(".mud-tab").Filter(new() { HasText = "Version history" }).ClickAsync();
        await Expect(Baris(p, "1")).ToBeVisibleAsync();
        await Expect(Baris(p, "2")).ToBeVisibleAsync();
        await Baris(p, "1").Locator("button").Last.ClickAsync();
        await p.PotretAsync("22-versi");
        await p.Halaman.Locator(".mud-popover-open").GetByText("Rollback to this version").ClickAsync();
        await Perancang.TampilAsync(p.Halaman);
        var id = p.Halaman.Url.Split('/')[^2];
        var kembali = await pemasangan.Klien.DefinisiAsync(id);
        Assert.Equal((3, false, 15), ((int)kembali["version"]!, (bool)kembali["isPublished"]!, kembali["root"]!["connections"]!.AsArray().Count));

        await p.Halaman.GotoAsync("/studio/workflows/definitions?pageSize=100");
        p.Dimaklumi.Add(Peramban.Ditolak400);
        await HapusBersamaAsync(p, "kartu-keluarga", id);
        await Expect(p.Halaman.Locator("#pesan")).ToContainTextAsync("dipakai oleh");
        await Expect(Daftar(p, "kartu-keluarga")).ToBeVisibleAsync();
        await p.PotretAsync("23-hapus-ditolak");
        await p.Halaman.GotoAsync("/studio/workflows/definitions?pageSize=100");
        await HapusBersamaAsync(p, id, lain);
        await Expect(Daftar(p, id)).ToHaveCountAsync(0);
        await Expect(Daftar(p, lain)).ToHaveCountAsync(0);
        await p.HarusBersihAsync();
    }

    private static ILocator Daftar(Peramban p, string id) => p.Halaman.Locator("table tbody tr").Filter(new() { Has = p.Halaman.GetByText(id, new() { Exact = true }) });

    private static async Task HapusBersamaAsync(Peramban p, params string[] id)
    {
        foreach (var dipilih in id) await Daftar(p, dipilih).Locator("input[type=checkbox]").ClickAsync();
        await p.Halaman.GetByText("Bulk actions").First.ClickAsync();
        await p.Halaman.Locator(".mud-popover-open").GetByText("Delete", new() { Exact = true }).ClickAsync();
        await p.Halaman.Locator(".mud-dialog").GetByRole(AriaRole.Button).Last.ClickAsync();
    }

    private static ILocator Baris(Peramban p, string versi) => p.Halaman.Locator("table tbody tr").Filter(new() { Has = p.Halaman.GetByText(versi, new() { Exact = true }) });

    [Fact]
    public async Task A_document_ticked_in_the_designer_is_asked_for_by_Loket()
    {
        var id = await pemasangan.Klien.SalinanAsync();
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", $"/studio/workflows/definitions/{id}/edit");
        var perancang = await Perancang.SiapAsync(p.Halaman);
        await perancang.PilihAsync("periksa");
        await perancang.CentangAsync("KK_LAMA");
        await p.PotretAsync("24-persyaratan");
        Assert.Equal(200, (await perancang.TerbitkanAsync()).Status);
        var periksa = (await pemasangan.Klien.DefinisiAsync(id))["root"]!["activities"]!.AsArray().Single(a => (string)a!["id"]! == "periksa")!;
        Assert.Equal("[\"KK_LAMA\"]", (string)periksa["persyaratanTambahan"]!["expression"]!["value"]!);
        await p.HarusBersihAsync();
    }
}
