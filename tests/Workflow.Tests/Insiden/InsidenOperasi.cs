using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Insiden;

/// <summary>Incidents: the list over all instances, and what an operator decides.</summary>
public sealed class InsidenOperasi(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private const string Daftar = "/api/v1/ops/workflow/insiden";

    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    private Klien Ops => layanan.Sebagai("OPS");

    [Fact]
    public async Task An_incident_is_retried_when_its_cause_is_gone_and_the_journal_says_by_whom()
    {
        await layanan.TerbitkanAsync(Gagal("ulang"));
        var id = await MulaiAsync("ulang");
        var insiden = Assert.Single(await InsidenAsync("ulang"));
        Assert.Equal(("s", "rusak", id), (Teks(insiden, "aktivitas"), Teks(insiden, "sebab"), Teks(insiden, "instanceId")));
        await Admin.KirimJsonAsync($"/elsa/api/workflow-instances/{id}/variables", new { variables = new[] { new { id = "v-X", value = 1 } } });
        var hasil = (await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/ulangi")).Harus(200);
        Assert.Equal(0, hasil.Json.GetProperty("jumlahInsiden").GetInt32());
        Assert.Empty(await InsidenAsync("ulang"));
        Assert.Contains("Retried:oleh petugas-ops", await CatatanAsync(id));
        (await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/ulangi")).Harus(404);
    }

    [Fact]
    public async Task A_fault_that_ended_its_instance_is_retried_too_and_opens_it_again()
    {
        await layanan.TerbitkanAsync(Gagal("berakhir", lanjut: false));
        var id = await MulaiAsync("berakhir");
        var insiden = Assert.Single(await InsidenAsync("berakhir"));
        Assert.Equal("Faulted", Teks(insiden, "subStatus"));
        var masihGagal = (await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/ulangi")).Harus(200);
        Assert.Equal(("Faulted", 1), (Teks(masihGagal.Json, "subStatus"), masihGagal.Json.GetProperty("jumlahInsiden").GetInt32()));
        var dilewati = (await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/lewati")).Harus(200);
        Assert.Equal("Suspended", Teks(dilewati.Json, "subStatus"));
        var instans = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}")).Harus(200).Json;
        Assert.Equal("Running", Teks(instans, "status"));
        Assert.False(instans.TryGetProperty("finishedAt", out _));
        var tugas = Teks(instans.GetProperty("workflowState").GetProperty("bookmarks")[0].GetProperty("payload"), "taskId");
        await Admin.KirimJsonAsync($"/elsa/api/tasks/{tugas}/complete", new { result = 1 });
        Assert.Equal("Finished", Teks((await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}")).Json, "subStatus"));
    }

    [Fact]
    public async Task Who_manages_workflows_retries_it_from_the_picture_of_the_instance_and_who_only_looks_does_not()
    {
        await layanan.TerbitkanAsync(Gagal("dari-gambar"));
        var id = await MulaiAsync("dari-gambar");
        var insiden = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}")).Json.GetProperty("workflowState").GetProperty("incidents")[0];
        await Admin.KirimJsonAsync($"/elsa/api/workflow-instances/{id}/variables", new { variables = new[] { new { id = "v-X", value = 1 } } });
        var jalur = $"/api/v1/alur/insiden/{Teks(insiden, "activityInstanceId")}/ulangi";
        (await layanan.Sebagai("PENGAMAT_ALUR").KirimJsonAsync(jalur)).Harus(403);
        Assert.Equal(0, (await Admin.KirimJsonAsync(jalur)).Harus(200).Json.GetProperty("jumlahInsiden").GetInt32());
    }

    [Fact]
    public async Task A_decision_is_skipped_with_one_of_its_outcomes()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("lewati", $"{Alur.Pilih("d", "throw new Error('rusak')")},{Alur.Tugas("a")},{Alur.Tugas("b")}", "d.True>a d.False>b"));
        var id = await MulaiAsync("lewati");
        var insiden = Assert.Single(await InsidenAsync("lewati"));
        Assert.Equal(["True", "False"], insiden.GetProperty("hasilLewati").EnumerateArray().Select(h => h.GetString()));
        (await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/lewati")).Harus(422);
        (await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/lewati", new { hasil = "False" })).Harus(200);
        Assert.Contains("Skipped:oleh petugas-ops", await CatatanAsync(id));
        var penanda = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}")).Json.GetProperty("workflowState").GetProperty("bookmarks");
        Assert.Equal("b", Teks(penanda[0], "activityId"));
        Assert.DoesNotContain((await Admin.KirimJsonAsync("/elsa/api/activity-executions/report", new { workflowInstanceId = id, activityNodeIds = new[] { "Workflow1:F:d" } }))
            .Json.GetProperty("stats").EnumerateArray(), s => s.GetProperty("isFaulted").GetBoolean());
    }

    [Fact]
    public async Task A_task_of_an_officer_is_never_skipped()
    {
        var definisi = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "kartu-keluarga.json")))!;
        var periksa = definisi["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "periksa")!;
        periksa["kegiatan"] = JsonNode.Parse(Alur.Skrip("throw new Error('rusak')"));
        await layanan.TerbitkanAsync(definisi.ToJsonString());
        var permohonan = await layanan.AjukanAsync();
        await layanan.SelesaikanAsync(await layanan.TugasTerakhirAsync(permohonan), "Diajukan");
        var insiden = Assert.Single((await Ops.BacaAsync($"{Daftar}?permohonanId={permohonan}")).Harus(200).Json.GetProperty("insiden").EnumerateArray());
        Assert.Equal(0, insiden.GetProperty("hasilLewati").GetArrayLength());
        Assert.Equal("urn:dukcapil:masalah:tugas-tidak-dilewati", Teks((await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/lewati", new { hasil = "Lengkap" })).Harus(409).Json, "type"));
        (await Ops.KirimJsonAsync($"{Daftar}/{Teks(insiden, "id")}/ulangi")).Harus(200);
    }

    [Fact]
    public async Task The_list_is_paged_by_instance_and_reaches_running_and_ended_ones()
    {
        await layanan.TerbitkanAsync(Gagal("halaman"));
        var ids = new List<string>();
        for (var i = 0; i < 3; i++) ids.Add(await MulaiAsync("halaman"));
        await layanan.TerbitkanAsync(Gagal("halaman", lanjut: false));
        for (var i = 0; i < 2; i++) ids.Add(await MulaiAsync("halaman"));
        var terbaca = new List<string?>();
        for (string? sesudah = null; ;)
        {
            var halaman = (await Ops.BacaAsync($"{Daftar}?definisi=halaman&batas=2{(sesudah is null ? "" : "&sesudah=" + sesudah)}")).Harus(200).Json;
            terbaca.AddRange(halaman.GetProperty("insiden").EnumerateArray().Select(i => Teks(i, "instanceId")));
            if (!halaman.TryGetProperty("berikut", out var berikut)) break;
            sesudah = berikut.GetString();
        }
        Assert.Equal(ids.Order(StringComparer.Ordinal), terbaca.Order(StringComparer.Ordinal));
        Assert.Equal(2, (await Ops.BacaAsync($"{Daftar}?definisi=halaman&subStatus=Faulted")).Json.GetProperty("insiden").GetArrayLength());
        Assert.Equal(3, (await Ops.BacaAsync($"{Daftar}?definisi=halaman&versi=1")).Json.GetProperty("insiden").GetArrayLength());
        (await Ops.BacaAsync($"{Daftar}?sesudah=omong-kosong")).Harus(400);
        (await Ops.KirimJsonAsync($"/api/v1/ops/workflow/instans/{ids[0]}/batalkan")).Harus(204);
        Assert.Equal("Cancelled", Teks((await Admin.BacaAsync($"/elsa/api/workflow-instances/{ids[0]}")).Json, "subStatus"));
    }

    private static string Gagal(string definisi, bool lanjut = true) => Alur.Definisi(
        definisi, $"{Alur.Isi("s", "Y", "if (variables.X === 0) throw new Error('rusak'); return 1")},{Alur.Tugas("t")}", "s.Done>t",
        Alur.Variabel("X", "Int32", "0") + "," + Alur.Variabel("Y", "Int32"), lanjut);

    private async Task<string> MulaiAsync(string definisi) =>
        (await Admin.KirimJsonAsync($"/elsa/api/workflow-definitions/{definisi}/execute")).Harus(200).Kepala["x-elsa-workflow-instance-id"];

    private async Task<List<JsonElement>> InsidenAsync(string definisi) =>
        [.. (await Ops.BacaAsync($"{Daftar}?definisi={definisi}")).Harus(200).Json.GetProperty("insiden").EnumerateArray()];

    private async Task<List<string>> CatatanAsync(string id) =>
        [.. (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/journal")).Harus(200).Json.GetProperty("items").EnumerateArray()
            .Select(c => $"{Teks(c, "eventName")}:{(c.TryGetProperty("message", out var pesan) ? pesan.GetString() : "")}")];

    private static string? Teks(JsonElement json, string nama) => json.GetProperty(nama).GetString();
}
