using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>Roles are data: seeded from the SOP, extended without a restart, and tasks are checked against them.</summary>
public sealed class PeranTugasUji(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private const string Jalur = "/api/v1/alur/peran";
    private readonly Klien admin = layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task A_role_added_by_an_administrator_may_be_given_a_task_at_once()
    {
        Assert.Equal(["KABID", "KADIS", "KASI", "LOKET", "PEMOHON"], (await KodeAsync()).Except(["SEKRETARIS"]));
        var alur = Contoh.Sop(Contoh.IdBaru());
        var langkah = alur["root"]!["activities"]!.AsArray().Single(a => (string)a!["id"]! == "koreksiKabid")!;
        langkah["pelaksana"]!["expression"]!["value"] = "SEKRETARIS";
        Assert.Contains("SEKRETARIS", Assert.Single((await admin.SimpanAsync(alur, terbit: true)).Alasan()), StringComparison.Ordinal);

        (await admin.KirimAsync(HttpMethod.Put, $"{Jalur}/SEKRETARIS", Klien.Json(new { nama = "Sekretaris Dinas" }))).Harus(200);
        await admin.TerbitkanAsync(alur);
        await layanan.MulaiUlangAsync();
        Assert.Contains("SEKRETARIS", await KodeAsync());
        (await layanan.Sebagai("ADMIN_ALUR").HapusAsync($"{Jalur}/SEKRETARIS")).Harus(409);
    }

    [Fact]
    public async Task A_role_is_renamed_and_removed_when_nothing_uses_it()
    {
        (await admin.KirimAsync(HttpMethod.Put, $"{Jalur}/ARSIP_2", Klien.Json(new { nama = "Arsip" }))).Harus(200);
        var jawaban = (await admin.KirimAsync(HttpMethod.Put, $"{Jalur}/ARSIP_2", Klien.Json(new { nama = " Petugas arsip " }))).Harus(200);
        Assert.Equal("Petugas arsip", jawaban.Json.GetProperty("nama").GetString());
        (await admin.HapusAsync($"{Jalur}/ARSIP_2")).Harus(204);
        (await admin.HapusAsync($"{Jalur}/ARSIP_2")).Harus(404);
        (await admin.HapusAsync($"{Jalur}/KASI")).Harus(409);
    }

    [Theory]
    [InlineData("kasi", "Kasi")]
    [InlineData("ADMIN_ALUR", "Admin")]
    [InlineData("KASI%20A", "Kasi A")]
    [InlineData("BARU", " ")]
    public async Task What_is_no_role_is_refused(string kode, string nama) => (await admin.KirimAsync(HttpMethod.Put, $"{Jalur}/{kode}", Klien.Json(new { nama }))).Harus(422);

    private async Task<List<string>> KodeAsync() =>
        [.. JsonNode.Parse((await layanan.Sebagai("LOKET").BacaAsync(Jalur)).Harus(200).Bita)!.AsArray().Select(p => (string)p!["kode"]!)];
}
