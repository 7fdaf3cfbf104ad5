using System.Text.RegularExpressions;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Studio.Tests.Peranti;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.EndToEnd.Tests.Jalan;

/// <summary>The same Studio in front of Elsa Server: login, list, designer and a running application, with nothing that the browser complains of.</summary>
[Collection(KumpulanElsa.Nama)]
public sealed class StudioElsa(ElsaPemasangan pemasangan)
{
    private readonly ElsaPemasangan pemasangan = pemasangan.Harus();

    [Fact]
    public async Task The_SOP_is_in_the_list_opens_with_our_activities_and_shows_an_application_that_runs_on_it()
    {
        using var klien = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, klien);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.TugasAsync("Dukcapil.EntriDanKonsep", "LOKET");
        await using var kromium = await Kromium.BukaAsync();
        await using var p = await Peramban.BukaAsync(new Tempat(pemasangan.Alamat, pemasangan.SandiContoh, kromium.Browser), "ADMIN_ALUR", "/studio/workflows/definitions?pageSize=100");
        var sop = p.Halaman.Locator("table tbody tr").Filter(new() { HasTextRegex = new Regex("kartu-keluarga(?!-)") }).First;
        await Expect(sop).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await p.PotretAsync("30-elsa-daftar");

        await p.Halaman.GotoAsync("/studio/workflows/definitions/kartu-keluarga/edit");
        await p.Halaman.SetViewportSizeAsync(2400, 1700);
        var perancang = await Perancang.SiapAsync(p.Halaman);
        await Expect(p.Halaman.Locator("elsa-activity-wrapper")).ToHaveCountAsync(11);
        await Expect(perancang.Simpul("koreksiKasi")).ToContainTextAsync("Sesuai (paraf)");
        await Expect(p.Halaman.Locator(".mud-expand-panel-header").Filter(new() { HasText = "Pelayanan Kartu Keluarga" })).ToBeVisibleAsync();
        await Expect(p.Halaman.Locator("#pengguna")).ToContainTextAsync("Adi Alur");
        await p.PotretAsync("31-elsa-sop");

        await p.Halaman.GotoAsync($"/studio/workflows/instances/{berkas.Id:N}/view");
        await Perancang.TampilAsync(p.Halaman);
        await Expect(p.Halaman.Locator("[data-cell-id=pengajuan] .mud-badge-wrapper")).ToContainTextAsync("1");
        await Expect(p.Halaman.Locator("#tampilan")).ToContainTextAsync("Suspended");
        await p.PotretAsync("32-elsa-permohonan");
        Assert.DoesNotContain("9901010107900001", await p.Halaman.ContentAsync(), StringComparison.Ordinal);
        await p.HarusBersihAsync();
    }

    private sealed record Tempat(Uri Alamat, string Sandi, IBrowser Browser) : ITempatPeramban;
}
