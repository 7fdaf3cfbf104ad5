using System.Text.Json;

namespace Dukcapil.Workflow.Tests.Instans;

/// <summary>Lists of instances: filters, pages, the cursor.</summary>
public sealed class Pencarian : IAsyncLifetime
{
    private readonly LayananAlur layanan = new();
    private readonly List<string> ids = [];

    public async ValueTask InitializeAsync()
    {
        await layanan.InitializeAsync();
        await layanan.TerbitkanAsync(Alur.Definisi("cari", $"{Alur.Tugas("t")}", ""));
        await layanan.TerbitkanAsync(Alur.Definisi("gagal", Alur.Isi("s", "X", "throw new Error('x')"), "", Alur.Variabel("X", "Int32")));
        for (var i = 0; i < 5; i++) ids.Add(await MulaiAsync("cari", $"BERKAS-{i}"));
        ids.Add(await MulaiAsync("gagal", "LAIN-1"));
        (await Admin.KirimJsonAsync($"/elsa/api/cancel/workflow-instances/{ids[1]}")).Harus(200);
    }

    public ValueTask DisposeAsync() => layanan.DisposeAsync();

    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    [Theory]
    [InlineData("definitionId=cari", "0 1 2 3 4")]
    [InlineData("definitionIds=cari&definitionIds=gagal&status=Running", "0 2 3 4 5")]
    [InlineData("status=Finished", "1")]
    [InlineData("subStatus=Cancelled", "1")]
    [InlineData("subStatuses=Suspended&subStatuses=Cancelled&definitionId=cari", "0 1 2 3 4")]
    [InlineData("subStatus=Faulted", "")]
    [InlineData("hasIncidents=True", "5")]
    [InlineData("hasIncidents=False&status=Running", "0 2 3 4")]
    [InlineData("correlationId=BERKAS-3", "3")]
    [InlineData("correlationIds=BERKAS-3&correlationIds=BERKAS-4", "3 4")]
    [InlineData("searchTerm=BERKAS", "0 1 2 3 4")]
    [InlineData("SearchTerm=LAIN-1", "5")]
    [InlineData("searchTerm=gagal", "5")]
    [InlineData("version=2", "")]
    [InlineData("isSystem=True", "")]
    [InlineData("orderDirection=Ascending&page=1&pageSize=2", "2 3")]
    [InlineData("orderBy=UpdatedAt&orderDirection=Descending&pageSize=1", "1")]
    public async Task A_list_shows_what_its_filter_says(string saringan, string harapan)
    {
        // Unless a test says otherwise the order does not matter here.
        var dapat = Terambil(await Admin.BacaAsync("/elsa/api/workflow-instances?" + saringan));
        Assert.Equal(harapan, string.Join(' ', dapat.Order()));
    }

    [Fact]
    public async Task A_term_that_is_an_id_finds_that_instance()
    {
        Assert.Equal([2], Terambil(await Admin.BacaAsync($"/elsa/api/workflow-instances?searchTerm={ids[2]}")));
        Assert.Equal([2, 4], Terambil(await Admin.KirimJsonAsync("/elsa/api/workflow-instances", new { ids = new[] { ids[4], ids[2], "omong-kosong" } })).Order());
    }

    [Fact]
    public async Task Times_bound_a_list()
    {
        var ketiga = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{ids[2]}")).Json.GetProperty("createdAt").GetString();
        var sesudah = new { timestampFilters = new[] { new { column = "CreatedAt", @operator = "GreaterThan", timestamp = ketiga } } };
        Assert.Equal([3, 4, 5], Terambil(await Admin.KirimJsonAsync("/elsa/api/workflow-instances", sesudah)).Order());
        var berakhir = new { timestampFilters = new[] { new { column = "FinishedAt", @operator = "GreaterThanOrEqual", timestamp = ketiga } } };
        Assert.Equal([1], Terambil(await Admin.KirimJsonAsync("/elsa/api/workflow-instances", berakhir)));
    }

    [Theory]
    [InlineData("orderBy=Created&orderDirection=Descending", "5 4 3 2 1 0")]
    [InlineData("orderBy=Created&orderDirection=Ascending", "0 1 2 3 4 5")]
    [InlineData("orderBy=UpdatedAt&orderDirection=Ascending", "0 2 3 4 5 1")]
    public async Task The_cursor_leads_through_running_and_ended_instances_each_once(string urutan, string harapan)
    {
        var terbaca = new List<int>();
        for (var cursor = ""; ;)
        {
            var halaman = (await Admin.BacaAsync($"/elsa/api/workflow-instances?{urutan}&pageSize=2&cursor={cursor}")).Harus(200);
            terbaca.AddRange(Terambil(halaman));
            Assert.Equal(6, halaman.Json.GetProperty("totalCount").GetInt32());
            if (!halaman.Json.TryGetProperty("cursor", out var berikut)) break;
            cursor = berikut.GetString()!;
        }
        Assert.Equal(harapan, string.Join(' ', terbaca));
    }

    private async Task<string> MulaiAsync(string definisi, string korelasi) =>
        (await Admin.KirimJsonAsync($"/elsa/api/workflow-definitions/{definisi}/execute", new { correlationId = korelasi })).Harus(200)
        .Kepala["x-elsa-workflow-instance-id"];

    private List<int> Terambil(Jawaban jawaban) =>
        [.. jawaban.Harus(200).Json.GetProperty("items").EnumerateArray().Select(i => ids.IndexOf(i.GetProperty("id").GetString()!))];
}
