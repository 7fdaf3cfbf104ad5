using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Studio.Tests;

/// <summary>The stock designer shows the SOP as it is shipped.</summary>
public sealed class MembukaSop(Pemasangan pemasangan)
{
    [Fact]
    public async Task The_SOP_opens_with_all_its_steps_and_the_names_of_their_outcomes()
    {
        await using var p = await Peramban.BukaAsync(pemasangan, "ADMIN_ALUR", "/studio/workflows/definitions/kartu-keluarga/edit");
        await Expect(p.Halaman.Locator("elsa-activity-wrapper")).ToHaveCountAsync(12);
        await p.PotretAsync("01-sop");
        await p.HarusBersihAsync();
    }
}
