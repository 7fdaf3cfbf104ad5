namespace Dukcapil.Workflow.Tests.Instans;

/// <summary>Every answer about instances has the shape of real Elsa's.</summary>
public sealed class BentukElsa(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task Answers_about_instances_have_the_shapes_of_real_Elsa()
    {
        await layanan.TerbitkanAsync(Alur.Definisi(
            "bentuk", $"{Alur.Polos("start", "Start")},{Alur.Tugas("t1")},{Alur.Tugas("t2")}", "start.Done>t1 t1.Done>t2", Alur.Variabel("Status", "String", "baru")));
        var mulai = (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/bentuk/execute", new { correlationId = "B-1", input = new { x = 1 } })).Harus(200);
        Bentuk.Sama("execute", mulai.Json);
        var id = mulai.Kepala["x-elsa-workflow-instance-id"];
        Assert.Equal("False", mulai.Kepala["x-elsa-workflow-cannot-start"]);
        var instans = $"/elsa/api/workflow-instances/{id}";
        var simpul = $"workflowInstanceId={id}&activityNodeId=Workflow1%3AF%3At1";

        await SamaAsync("instance-get", instans);
        await SamaAsync("instance-execution-state", $"{instans}/execution-state");
        await SamaAsync("instance-variables", $"{instans}/variables");
        await SamaAsync("instances-list", "/elsa/api/workflow-instances?page=0&pageSize=5&orderBy=Created&orderDirection=Descending");
        await SamaAsync("instances-list-corr", "/elsa/api/workflow-instances?correlationId=B-1");
        await SamaAsync("instance-journal", $"{instans}/journal?page=0&pageSize=50");
        await SamaAsync("instance-journal-last", $"{instans}/journal/t1");
        await SamaAsync("activity-executions-list", $"/elsa/api/activity-executions/list?{simpul}");
        await SamaAsync("activity-execution-summaries", $"/elsa/api/activity-execution-summaries/list?{simpul}");
        await SamaAsync("activity-executions-count", $"/elsa/api/activity-executions/count?{simpul}");
        var eksekusi = (await Admin.BacaAsync($"/elsa/api/activity-executions/list?{simpul}")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        await SamaAsync("activity-execution-get", $"/elsa/api/activity-executions/{eksekusi}");
        await SamaAsync("activity-execution-get", $"/elsa/api/activity-executions/by-id?id={eksekusi}");
        await SamaAsync("activity-execution-callstack", $"/elsa/api/activity-executions/{eksekusi}/call-stack");
        await SamaAsync("resilience-retries", $"/elsa/api/resilience/retries/{eksekusi}");
        await SamaAsync("instance-export", $"{instans}/export?includeBookmarks=true");
        await SamaKirimAsync("instances-list-post", "/elsa/api/workflow-instances", new { page = 0, pageSize = 5, definitionIds = new[] { "bentuk" }, statuses = new[] { "Running" }, isSystem = false });
        await SamaKirimAsync("instance-journal-filter", $"{instans}/journal", new { filter = new { activityIds = new[] { "t1" }, eventNames = new[] { "Suspended" } } });
        await SamaKirimAsync("activity-executions-report", "/elsa/api/activity-executions/report", new { workflowInstanceId = id, activityNodeIds = new[] { "Workflow1:F:start", "Workflow1:F:t1" } });
        await SamaKirimAsync("variables-post", $"{instans}/variables", new { variables = new[] { new { id = "v-Status", value = "diubah" } } });
        await SamaKirimAsync("dispatch", "/elsa/api/workflow-definitions/bentuk/dispatch", new { correlationId = "B-2" });
        await SamaKirimAsync("bulk-dispatch", "/elsa/api/workflow-definitions/bentuk/bulk-dispatch", new { count = 2 });

        var tugas = mulai.Json.GetProperty("workflowState").GetProperty("bookmarks")[0].GetProperty("payload").GetProperty("taskId").GetString();
        Assert.Empty((await Admin.KirimJsonAsync($"/elsa/api/tasks/{tugas}/complete", new { result = new { lengkap = true } })).Harus(200).Bita);
        await SamaAsync("instance-after-task", instans);
        Assert.Empty((await Admin.KirimJsonAsync($"/elsa/api/cancel/workflow-instances/{id}")).Harus(200).Bita);
        await SamaAsync("instance-after-cancel", instans);
        await SamaKirimAsync("bulk-cancel", "/elsa/api/bulk-actions/cancel/workflow-instances", new { ids = new[] { id } });
        await SamaKirimAsync("bulk-delete-instances", "/elsa/api/bulk-actions/delete/workflow-instances/by-id", new { ids = new[] { id } });
        (await Admin.BacaAsync(instans)).Harus(404);
    }

    [Fact]
    public async Task What_does_not_exist_is_answered_as_Elsa_answers_it()
    {
        (await Admin.KirimJsonAsync("/elsa/api/workflow-definitions/tidak-ada/execute")).Harus(404);
        (await Admin.BacaAsync("/elsa/api/workflow-instances/tidak-ada")).Harus(404);
        (await Admin.HapusAsync("/elsa/api/workflow-instances/tidak-ada")).Harus(404);
        Assert.Empty((await Admin.KirimJsonAsync("/elsa/api/cancel/workflow-instances/tidak-ada")).Harus(200).Bita);
        Assert.Empty((await Admin.KirimJsonAsync("/elsa/api/tasks/tidak-ada/complete", new { result = 1 })).Harus(200).Bita);
        (await Admin.KirimAsync(HttpMethod.Post, "/elsa/api/tasks/tidak-ada/complete")).Harus(415);
        (await Admin.BacaAsync("/elsa/api/events/trigger")).Harus(400);
        (await Admin.BacaAsync("/elsa/api/bookmarks/resume")).Harus(400);
        (await Admin.BacaAsync("/elsa/api/workflow-instances?cursor=omong-kosong")).Harus(400);
    }

    [Fact]
    public async Task Only_administrators_of_the_workflow_see_and_touch_instances()
    {
        (await layanan.TanpaToken().BacaAsync("/elsa/api/workflow-instances")).Harus(401);
        (await layanan.Sebagai("KASI").BacaAsync("/elsa/api/workflow-instances")).Harus(403);
        (await layanan.Sebagai("KASI").KirimJsonAsync("/elsa/api/tasks/x/complete", new { result = 1 })).Harus(403);
        (await layanan.Sebagai("ADMIN_ALUR").BacaAsync("/api/v1/ops/workflow/insiden")).Harus(403);
        (await layanan.Sebagai("OPS").KirimJsonAsync("/api/v1/alur/pemindahan/uji", new { definisi = "x", dariVersi = 1, keVersi = 2 })).Harus(403);
    }

    private async Task SamaAsync(string rekaman, string jalur) => Bentuk.Sama(rekaman, (await Admin.BacaAsync(jalur)).Harus(200).Json);

    private async Task SamaKirimAsync(string rekaman, string jalur, object isi) => Bentuk.Sama(rekaman, (await Admin.KirimJsonAsync(jalur, isi)).Harus(200).Json);
}
