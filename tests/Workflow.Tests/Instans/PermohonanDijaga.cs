namespace Dukcapil.Workflow.Tests.Instans;

/// <summary>What carries an application is not touched from here: each refusal says how it is done instead.</summary>
public sealed class PermohonanDijaga(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task The_SOP_is_not_started_without_an_application()
    {
        var jawaban = (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/kartu-keluarga/execute")).Harus(400);
        Assert.Equal("True", jawaban.Kepala["x-elsa-workflow-cannot-start"]);
        Assert.Contains("/api/v1/permohonan", Pesan(jawaban), StringComparison.Ordinal);
        (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/kartu-keluarga/dispatch")).Harus(400);
        (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/kartu-keluarga/bulk-dispatch", new { count = 2 })).Harus(400);
        Assert.Equal(0, await layanan.JalankanAsync());
    }

    [Fact]
    public async Task A_task_of_an_officer_is_completed_at_its_owner_only()
    {
        var permohonan = await layanan.AjukanAsync();
        var tugas = await layanan.TugasTerakhirAsync(permohonan);
        Assert.Contains("/api/v1/tugas", Pesan((await Admin.KirimJsonAsync($"/elsa/api/tasks/{tugas.TugasId}/complete", new { result = 1 })).Harus(400)), StringComparison.Ordinal);
        var penanda = (await InstansAsync(permohonan)).GetProperty("workflowState").GetProperty("bookmarks")[0].GetProperty("id").GetString();
        (await Admin.KirimJsonAsync($"/elsa/api/bookmarks/resume?t={penanda}")).Harus(400);
        Assert.Equal(tugas, await layanan.TugasTerakhirAsync(permohonan), (a, b) => a.TugasId == b.TugasId);
    }

    [Fact]
    public async Task Facts_of_an_application_are_not_changed_here_and_other_variables_are_with_a_record()
    {
        await layanan.TerbitkanAsync(Tambah(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "kartu-keluarga.json"))));
        var permohonan = await layanan.AjukanAsync();
        var instans = await InstansAsync(permohonan);
        var id = instans.GetProperty("id").GetString();
        var variabel = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/variables")).Json.GetProperty("items").EnumerateArray().ToList();
        var jenis = variabel.Single(v => v.GetProperty("name").GetString() == "jenis").GetProperty("id").GetString();
        var ditolak = (await Admin.KirimJsonAsync($"/elsa/api/workflow-instances/{id}/variables", new { variables = new[] { new { id = jenis, value = "KK_HILANG" } } })).Harus(400);
        Assert.Contains("jenis", Pesan(ditolak), StringComparison.Ordinal);
        (await Admin.KirimJsonAsync($"/elsa/api/workflow-instances/{id}/variables", new { variables = new[] { new { id = "v-catatan", value = "lihat map biru" } } })).Harus(200);
        var jurnal = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/journal")).Json.GetProperty("items").EnumerateArray().Last();
        Assert.Equal(("VariablesChanged", "catatan oleh petugas-admin_alur"), (jurnal.GetProperty("eventName").GetString(), jurnal.GetProperty("message").GetString()));
        (await Admin.KirimJsonAsync($"/elsa/api/workflow-instances/{id}/variables", new { variables = new[] { new { id = "tiada", value = "x" } } })).Harus(400);
    }

    [Fact]
    public async Task An_application_is_withdrawn_and_never_cancelled_or_deleted_here()
    {
        var permohonan = await layanan.AjukanAsync();
        var id = (await InstansAsync(permohonan)).GetProperty("id").GetString();
        Assert.Contains("/cabut", Pesan((await Admin.KirimJsonAsync($"/elsa/api/cancel/workflow-instances/{id}")).Harus(400)), StringComparison.Ordinal);
        (await Admin.KirimJsonAsync("/elsa/api/bulk-actions/cancel/workflow-instances", new { ids = new[] { id } })).Harus(400);
        (await layanan.Sebagai("OPS").KirimJsonAsync($"/api/v1/ops/workflow/instans/{id}/batalkan")).Harus(409);
        (await Admin.HapusAsync($"/elsa/api/workflow-instances/{id}")).Harus(400);
        Assert.Equal(0, (await Admin.KirimJsonAsync("/elsa/api/bulk-actions/delete/workflow-instances/by-id", new { ids = new[] { id } })).Harus(200).Json.GetProperty("deleted").GetInt32());
        Assert.Equal("Running", (await InstansAsync(permohonan)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_running_instance_is_not_deleted()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("hapus", Alur.Tugas("t"), ""));
        var id = (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/hapus/execute")).Harus(200).Kepala["x-elsa-workflow-instance-id"];
        (await Admin.HapusAsync($"/elsa/api/workflow-instances/{id}")).Harus(400);
        (await Admin.KirimJsonAsync($"/elsa/api/cancel/workflow-instances/{id}")).Harus(200);
        (await Admin.HapusAsync($"/elsa/api/workflow-instances/{id}")).Harus(204);
        (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/journal")).Harus(404);
    }

    private static string Tambah(string definisi)
    {
        var isi = System.Text.Json.Nodes.JsonNode.Parse(definisi)!;
        isi["variables"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse(Alur.Variabel("catatan", "String")));
        return isi.ToJsonString();
    }

    private async Task<System.Text.Json.JsonElement> InstansAsync(Guid permohonan)
    {
        var id = (await Admin.BacaAsync($"/elsa/api/workflow-instances?correlationId={permohonan}")).Harus(200).Json.GetProperty("items")[0].GetProperty("id").GetString();
        return (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}")).Harus(200).Json;
    }

    private static string Pesan(Jawaban jawaban) => jawaban.Json.GetProperty("errors").GetProperty("generalErrors")[0].GetString()!;
}
