using System.Text.Json;

namespace Dukcapil.Workflow.Tests.Instans;

/// <summary>Tasks, events, timers, sub-workflows and bookmarks from end to end.</summary>
public sealed class Rangsangan(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task A_task_is_completed_once_with_its_result()
    {
        await layanan.TerbitkanAsync(Alur.Definisi(
            "tugas", $"{Alur.Tugas("t")},{Alur.Isi("s", "Hasil", "return getOutputFrom('t','Result').nilai")},{Alur.Tugas("u")}", "t.Done>s s.Done>u",
            Alur.Variabel("Hasil", "Int32")));
        var (id, tugas) = await MulaiAsync("tugas");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Admin.KirimJsonAsync($"/elsa/api/tasks/{tugas}/complete", new { result = new { nilai = 7 } })));
        var instans = await BacaAsync(id);
        Assert.Equal("u", Assert.Single(instans.GetProperty("workflowState").GetProperty("bookmarks").EnumerateArray()).GetProperty("activityId").GetString());
        Assert.Equal(7, (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/variables")).Json.GetProperty("items")[0].GetProperty("value").GetInt32());
        Assert.Single(await PeristiwaAsync(id), p => p == "t:Completed");
    }

    [Fact]
    public async Task An_event_reaches_those_who_wait_for_it_with_the_same_correlation()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("peristiwa", Alur.Peristiwa("e", "datang"), ""));
        var (satu, _) = await MulaiAsync("peristiwa", "K-1");
        var (dua, _) = await MulaiAsync("peristiwa", "K-2");
        Assert.Empty((await Admin.KirimJsonAsync("/elsa/api/events/datang/trigger", new { correlationId = "K-1", input = new { a = 1 } })).Harus(200).Bita);
        await layanan.JalankanAsync();
        Assert.Equal(("Finished", "Running"), (await StatusAsync(satu), await StatusAsync(dua)));
        await Admin.KirimJsonAsync("/elsa/api/events/datang/trigger");
        await layanan.JalankanAsync();
        Assert.Equal("Finished", await StatusAsync(dua));
    }

    [Fact]
    public async Task A_delay_lasts_as_long_as_it_says_also_over_a_restart()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("tunda", Alur.Tunda("d", "01:00:00"), ""));
        var (id, _) = await MulaiAsync("tunda");
        layanan.Jam.Maju(TimeSpan.FromMinutes(59));
        await layanan.JalankanAsync();
        Assert.Equal("Running", await StatusAsync(id));
        await layanan.MulaiUlangAsync();
        layanan.Jam.Maju(TimeSpan.FromMinutes(2));
        await layanan.JalankanAsync();
        Assert.Equal("Finished", await StatusAsync(id));
        Assert.Single(await PeristiwaAsync(id), p => p == "d:Resumed");
    }

    [Fact]
    public async Task A_parent_goes_on_when_its_sub_workflow_has_ended()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("anak", Alur.Tugas("t"), ""));
        await layanan.TerbitkanAsync(Alur.Definisi("induk", Alur.SubAlur("sub", "anak"), ""));
        var (id, _) = await MulaiAsync("induk");
        await layanan.JalankanAsync();
        var anak = Assert.Single((await Admin.BacaAsync($"/elsa/api/workflow-instances?parentWorkflowInstanceIds={id}")).Json.GetProperty("items").EnumerateArray());
        var tugas = (await BacaAsync(anak.GetProperty("id").GetString()!)).GetProperty("workflowState").GetProperty("bookmarks")[0].GetProperty("payload").GetProperty("taskId");
        await Admin.KirimJsonAsync($"/elsa/api/tasks/{tugas}/complete", new { result = 1 });
        await layanan.JalankanAsync();
        Assert.Equal("Finished", await StatusAsync(id));
    }

    [Fact]
    public async Task Cancelling_a_parent_cancels_its_sub_workflow_and_says_who_did_it()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("anak-batal", Alur.Tugas("t"), ""));
        await layanan.TerbitkanAsync(Alur.Definisi("induk-batal", Alur.SubAlur("sub", "anak-batal"), ""));
        var (id, _) = await MulaiAsync("induk-batal");
        await layanan.JalankanAsync();
        Assert.Equal(1, (await Admin.KirimJsonAsync("/elsa/api/bulk-actions/cancel/workflow-instances", new { ids = new[] { id } })).Harus(200).Json.GetProperty("cancelled").GetInt32());
        var anak = (await Admin.BacaAsync($"/elsa/api/workflow-instances?parentWorkflowInstanceIds={id}")).Json.GetProperty("items")[0];
        Assert.Equal("Cancelled", anak.GetProperty("subStatus").GetString());
        var jurnal = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/journal")).Json.GetProperty("items").EnumerateArray();
        Assert.Contains(jurnal, c => c.TryGetProperty("message", out var pesan) && pesan.GetString() == "dibatalkan oleh petugas-admin_alur");
    }

    [Fact]
    public async Task A_bookmark_is_resumed_by_its_id_once()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("penanda", Alur.Tunda("d", "10:00:00"), ""));
        var (id, _) = await MulaiAsync("penanda");
        var penanda = (await BacaAsync(id)).GetProperty("workflowState").GetProperty("bookmarks")[0].GetProperty("id").GetString();
        (await Admin.KirimJsonAsync($"/elsa/api/bookmarks/resume?t={penanda}")).Harus(200);
        Assert.Equal("Finished", await StatusAsync(id));
        (await Admin.KirimJsonAsync($"/elsa/api/bookmarks/resume?t={penanda}")).Harus(404);
    }

    [Fact]
    public async Task Dispatched_instances_start_soon_each_once()
    {
        await layanan.TerbitkanAsync(Alur.Definisi("titip", Alur.Tugas("t"), ""));
        var ids = (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/titip/bulk-dispatch", new { count = 3, correlationId = "T" })).Harus(200)
            .Json.GetProperty("workflowInstanceIds").EnumerateArray().Select(i => i.GetString()!).ToList();
        await layanan.JalankanAsync();
        await layanan.JalankanAsync();
        foreach (var id in ids) Assert.Equal("Running", await StatusAsync(id));
        Assert.Equal(3, (await Admin.BacaAsync("/elsa/api/workflow-instances?definitionId=titip")).Json.GetProperty("totalCount").GetInt32());
        (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/titip/bulk-dispatch", new { count = 1_000_000 })).Harus(400);
    }

    private async Task<(string Id, string? Tugas)> MulaiAsync(string definisi, string? korelasi = null)
    {
        var jawaban = (await Admin.KirimJsonAsync($"/elsa/api/workflow-definitions/{definisi}/execute", new { correlationId = korelasi })).Harus(200);
        var penanda = jawaban.Json.GetProperty("workflowState").GetProperty("bookmarks");
        var tugas = penanda.GetArrayLength() > 0 && penanda[0].GetProperty("payload").TryGetProperty("taskId", out var t) ? t.GetString() : null;
        return (jawaban.Kepala["x-elsa-workflow-instance-id"], tugas);
    }

    private async Task<JsonElement> BacaAsync(string id) => (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}")).Harus(200).Json;

    private async Task<string?> StatusAsync(string id) => (await BacaAsync(id)).GetProperty("status").GetString();

    private async Task<List<string>> PeristiwaAsync(string id) =>
        [.. (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/journal?pageSize=1000")).Harus(200).Json.GetProperty("items").EnumerateArray()
            .Select(c => $"{c.GetProperty("activityId").GetString()}:{c.GetProperty("eventName").GetString()}")];
}
