namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>Lists as Studio asks for them.</summary>
public sealed class DaftarDefinisi(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private readonly Klien admin = layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task Pages_order_and_search()
    {
        var tanda = Contoh.IdBaru();
        foreach (var nama in (string[])["Cuti", "Akta", "Bantuan"])
        {
            var alur = Contoh.Kecil($"{tanda}-{nama}", nama);
            alur["description"] = $"Alur {tanda.ToUpperInvariant()}";
            await admin.TerbitkanAsync(alur);
        }
        (await admin.SimpanAsync((await admin.BacaDefinisiAsync($"{tanda}-Akta")).DenganTeks("dua"))).Harus(200);

        Assert.Equal(["Akta", "Bantuan"], await NamaAsync($"searchTerm={tanda}&versionOptions=Latest&OrderBy=Name&OrderDirection=Ascending&Page=0&PageSize=2"));
        Assert.Equal(["Cuti"], await NamaAsync($"searchTerm={tanda}&versionOptions=Latest&orderBy=name&orderDirection=Ascending&page=1&pageSize=2"));
        Assert.Equal(["Cuti", "Bantuan", "Akta"], await NamaAsync($"SearchTerm={tanda}&versionOptions=Latest&OrderBy=Name&OrderDirection=Descending"));
        Assert.Equal(["Cuti", "Bantuan", "Akta"], await NamaAsync($"SearchTerm={tanda}&versionOptions=Latest&IsSystem=False&OrderDirection=Ascending"));
        Assert.Equal(3, (await NamaAsync($"SearchTerm={tanda}&versionOptions=Published")).Count);
        Assert.Equal(["Akta", "Akta"], await NamaAsync($"DefinitionIds={tanda}-Akta&versionOptions=AllVersions&OrderBy=Version&OrderDirection=Descending&Page=0&PageSize=10"));
        Assert.Equal(["Bantuan", "Cuti"], await NamaAsync($"DefinitionIds={tanda}-Cuti&DefinitionIds={tanda}-Bantuan&versionOptions=Published&orderBy=Name"));
        Assert.Equal(["Cuti"], await NamaAsync($"searchTerm={tanda}-cuti&versionOptions="));
        Assert.Equal([], await NamaAsync($"searchTerm={tanda}&isReadonly=True"));
        var halaman = (await admin.BacaAsync($"{Contoh.Jalur}?searchTerm={tanda}&versionOptions=Latest&page=5&pageSize=2")).Harus(200).Json;
        Assert.Equal((0, 3), (halaman.GetProperty("items").GetArrayLength(), halaman.GetProperty("totalCount").GetInt32()));
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("pageSize=banyak")]
    [InlineData("pageSize=0")]
    [InlineData("orderBy=Warna")]
    [InlineData("orderDirection=Samping")]
    [InlineData("isSystem=mungkin")]
    [InlineData("versionOptions=Entah")]
    public async Task What_is_not_understood_is_said(string query) => Assert.Single((await admin.BacaAsync($"{Contoh.Jalur}?{query}")).Alasan());

    [Fact]
    public async Task Names_are_unique_but_for_the_definition_itself()
    {
        var id = Contoh.IdBaru();
        (await admin.SimpanAsync(Contoh.Kecil(id, $"Nama {id}"))).Harus(200);
        foreach (var (query, unik) in new[] { ($"name=Nama {id}", false), ($"name=Nama {id}&definitionId={id}", true), ($"name=Bukan {id}", true) })
            Assert.Equal(unik, (await admin.BacaAsync($"{Contoh.Jalur}/validation/is-name-unique?{query}")).Harus(200).Json.GetProperty("isUnique").GetBoolean());
    }

    [Fact]
    public async Task Only_an_administrator_of_the_workflow_reads_or_changes_definitions()
    {
        foreach (var klien in new[] { layanan.Sebagai("LOKET"), layanan.Sebagai("OPS") })
        {
            (await klien.BacaAsync($"{Contoh.Jalur}/by-definition-id/kartu-keluarga")).Harus(403);
            (await klien.SimpanAsync(Contoh.Kecil(null))).Harus(403);
            (await klien.KirimJsonAsync($"{Contoh.Massal}/publish/workflow-definitions/by-definition-ids", new { definitionIds = Array.Empty<string>() })).Harus(403);
            (await klien.HapusAsync($"/elsa/api/workflow-definition-versions/x")).Harus(403);
            (await klien.KirimAsync(HttpMethod.Put, "/api/v1/alur/peran/BARU", Klien.Json(new { nama = "Baru" }))).Harus(403);
        }
        (await layanan.TanpaToken().BacaAsync(Contoh.Jalur)).Harus(401);
    }

    private async Task<List<string?>> NamaAsync(string query) =>
        [.. (await admin.BacaAsync($"{Contoh.Jalur}?{query}")).Harus(200).Json.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("name").GetString())];
}
