using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Penolakan;

/// <summary>A definition that cannot run is refused when it is published, with node and reason, and stays unknown.</summary>
public abstract class PenolakanDefinisi(Pemasangan pemasangan)
{
    private const string Jalur = "/elsa/api/workflow-definitions";

    [Fact]
    public Task An_unknown_activity_type() =>
        HarusDitolakAsync(alur => Simpul(alur, "cetak")["type"] = "Dukcapil.TidakAda", "cetak", "Dukcapil.TidakAda");

    [Fact]
    public Task A_task_without_a_role() => HarusDitolakAsync(alur => Simpul(alur, "koreksiKasi").Remove("pelaksana"), "koreksiKasi", "pelaksana");

    [Fact]
    public Task A_print_that_can_be_reached_without_both_parafs() =>
        HarusDitolakAsync(alur => Sambungan(alur, "entri", "Selesai")["target"]!["activity"] = "cetak", "cetak", "tanpa dua koreksi");

    [Fact]
    public Task A_connection_to_a_node_that_does_not_exist() =>
        HarusDitolakAsync(alur => Sambungan(alur, "tandaTangan", "Ditandatangani")["target"]!["activity"] = "hantu", "hantu", "hantu");

    private static JsonObject Simpul(JsonObject alur, string id) =>
        alur["root"]!["activities"]!.AsArray().Select(a => a!.AsObject()).Single(a => (string)a["id"]! == id);

    private static JsonObject Sambungan(JsonObject alur, string dari, string hasil) => alur["root"]!["connections"]!.AsArray()
        .Select(s => s!.AsObject()).Single(s => (string)s["source"]!["activity"]! == dari && (string)s["source"]!["port"]! == hasil);

    private async Task HarusDitolakAsync(Action<JsonObject> rusak, string simpul, string sebab)
    {
        var admin = pemasangan.TokenUntuk("ADMIN_ALUR");
        var resmi = (await pemasangan.BacaAsync($"{Jalur}/by-definition-id/kartu-keluarga?versionOptions=Published", admin)).Harus(200);
        var alur = JsonNode.Parse(resmi.Isi)!.AsObject();
        var id = "uji-" + Guid.NewGuid().ToString("N");
        alur["definitionId"] = id;
        rusak(alur);

        var jawaban = (await pemasangan.KirimJsonAsync(Jalur, admin, new { model = alur, publish = true })).Harus(400);
        var galat = jawaban.Json.GetProperty("errors").GetProperty("generalErrors").EnumerateArray().Select(g => g.GetString()!).ToList();
        Assert.Contains(galat, g => g.Contains(simpul, StringComparison.Ordinal) && g.Contains(sebab, StringComparison.Ordinal));
        (await pemasangan.BacaAsync($"{Jalur}/by-definition-id/{id}", admin)).Harus(404);
        Assert.Equal(resmi.Isi, (await pemasangan.BacaAsync($"{Jalur}/by-definition-id/kartu-keluarga?versionOptions=Published", admin)).Isi);
    }
}

/// <inheritdoc/>
[Collection(KumpulanStandalone.Nama)]
public sealed class PenolakanDefinisiStandalone(StandalonePemasangan pemasangan) : PenolakanDefinisi(pemasangan);

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class PenolakanDefinisiTerdistribusi(TerdistribusiPemasangan pemasangan) : PenolakanDefinisi(pemasangan);
