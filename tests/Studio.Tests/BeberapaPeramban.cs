using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests;

/// <summary>Two who edit at once, and one whose session ends.</summary>
public sealed class BeberapaPeramban(Pemasangan pemasangan)
{
    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_told_and_overwrites_nothing()
    {
        var id = await pemasangan.Klien.SalinanAsync();
        var alamat = $"/studio/workflows/definitions/{id}/edit";
        await using var satu = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", alamat);
        await using var dua = await Peramban.BukaAsync(pemasangan, "PENYUNTING_ALUR", alamat);
        dua.Dimaklumi.Add(Peramban.Ditolak400);
        var (pertama, kedua) = (await Perancang.SiapAsync(satu.Halaman), await Perancang.SiapAsync(dua.Halaman));
        await pertama.PutuskanAsync("cetak", "TidakSesuai");
        await kedua.PutuskanAsync("entri", "TidakLengkap");
        await Expect(dua.Halaman.Locator(".mud-snackbar").First).ToContainTextAsync("sudah diubah sejak Anda membukanya");
        await dua.PotretAsync("12-dua-penyunting");
        var sambungan = (await pemasangan.Klien.DefinisiAsync(id))["root"]!["connections"]!.AsArray().Select(s => $"{s!["source"]!["activity"]} {s["source"]!["port"]}").ToList();
        Assert.Contains("entri TidakLengkap", sambungan);
        Assert.DoesNotContain("cetak TidakSesuai", sambungan);
        await satu.HarusBersihAsync();
        await dua.HarusBersihAsync();
    }

    [Fact]
    public async Task When_the_session_ends_the_user_signs_in_again_and_what_was_changed_is_saved()
    {
        var id = await pemasangan.Klien.SalinanAsync();
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", $"/studio/workflows/definitions/{id}/edit");
        p.Dimaklumi.Add(Peramban.TanpaSesi401);
        var perancang = await Perancang.SiapAsync(p.Halaman);
        await p.AkhiriSesiAsync();
        var dialog = p.Halaman.Locator("#sesi-berakhir");
        await perancang.TersimpanAsync(async () =>
        {
            await perancang.HapusSisiAsync("cetak", "TidakSesuai");
            await Expect(dialog).ToBeVisibleAsync(new() { Timeout = 20_000 });
            await p.PotretAsync("13-sesi-berakhir");
            var jendela = await p.Halaman.RunAndWaitForPopupAsync(() => dialog.GetByRole(AriaRole.Button).ClickAsync());
            await p.MasukAsync(jendela, "ADMIN_ALUR");
            await Expect(dialog).ToHaveCountAsync(0);
        }, 200);
        var definisi = await pemasangan.Klien.DefinisiAsync(id);
        Assert.Equal(14, definisi["root"]!["connections"]!.AsArray().Count);
        await p.PotretAsync("14-masuk-kembali");
        await p.HarusBersihAsync();
    }
}
