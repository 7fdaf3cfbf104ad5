using System.Text.Json;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>Small definitions: activities as JSON, connections as <c>a.Done>b</c>; published straight into the database.</summary>
internal static class Alur
{
    private const string Simpan = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";
    private const string Lanjut = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";

    public static string Definisi(string id, string aktivitas, string sambungan, string variabel = "", bool lanjut = true)
    {
        var tautan = sambungan.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(teks =>
        {
            var (dari, ke) = (teks.Split('>')[0], teks.Split('>')[1]);
            return $$$"""{"source":{"activity":"{{{dari.Split('.')[0]}}}","port":"{{{dari.Split('.')[1]}}}"},"target":{"activity":"{{{ke}}}","port":"In"}}""";
        });
        var siasat = lanjut ? $"\"incidentStrategyType\":\"{Lanjut}\"" : "";
        return $$$"""
            {"definitionId":"{{{id}}}","variables":[{{{variabel}}}],"options":{ {{{siasat}}} },
             "root":{"id":"F","type":"Elsa.Flowchart","activities":[{{{aktivitas}}}],"connections":[{{{string.Join(',', tautan)}}}]}}
            """;
    }

    public static string Variabel(string nama, string jenis, string? nilai = null) =>
        $$"""{"id":"v-{{nama}}","name":"{{nama}}","typeName":"{{jenis}}","value":{{JsonSerializer.Serialize(nilai)}},"storageDriverTypeName":"{{Simpan}}"}""";

    public static string Tugas(string id) =>
        $$$"""{"id":"{{{id}}}","name":"Tugas-{{{id}}}","type":"Elsa.RunTask","version":1,"taskName":{{{Teks(id)}}}}""";

    public static string Polos(string id, string jenis = "WriteLine") => $$"""{"id":"{{id}}","type":"Elsa.{{jenis}}","version":1}""";

    public static string Isi(string id, string variabel, string skrip) =>
        $$$"""{"id":"{{{id}}}","type":"Elsa.SetVariable","version":1,"variable":{"id":"v-{{{variabel}}}"},"value":{{{Skrip(skrip)}}}}""";

    public static string Pilih(string id, string skrip) => $$"""{"id":"{{id}}","type":"Elsa.FlowDecision","version":1,"condition":{{Skrip(skrip)}}}""";

    public static string Peristiwa(string id, string nama) => $$"""{"id":"{{id}}","type":"Elsa.Event","version":1,"eventName":{{Teks(nama)}}}""";

    public static string Tunda(string id, string lama) => $$"""{"id":"{{id}}","type":"Elsa.Delay","version":1,"timeSpan":{{Teks(lama)}}}""";

    public static string SubAlur(string id, string definisi) =>
        $$$$"""{"id":"{{{{id}}}}","type":"Elsa.DispatchWorkflow","version":1,"workflowDefinitionId":{{{{Teks(definisi)}}}},"waitForCompletion":{{{{Skrip("return true")}}}}}""";

    public static string Skrip(string sumber) => $$$"""{"typeName":"Object","expression":{"type":"JavaScript","value":{{{JsonSerializer.Serialize(sumber)}}}}}""";

    public static string Teks(string nilai) => $$$"""{"typeName":"String","expression":{"type":"Literal","value":{{{JsonSerializer.Serialize(nilai)}}}}}""";

    /// <summary>Publishes it as the next version.</summary>
    public static async Task<int> TerbitkanAsync(this LayananAlur layanan, string json)
    {
        await using var lingkup = layanan.Services.CreateAsyncScope();
        var db = lingkup.ServiceProvider.GetRequiredService<WorkflowDb>();
        var isi = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        var definisi = (string)isi["definitionId"]!;
        var lama = await db.Definitions.Where(d => d.DefinitionId == definisi).ToListAsync();
        foreach (var versi in lama) (versi.IsLatest, versi.IsPublished) = (false, false);
        var nomor = lama.Count == 0 ? 1 : lama.Max(v => v.Version) + 1;
        isi["id"] = $"{definisi}-v{nomor}";
        isi["version"] = nomor;
        db.Add(new DefinitionVersion
        {
            Id = $"{definisi}-v{nomor}",
            DefinitionId = definisi,
            Version = nomor,
            Json = isi.ToJsonString(),
            IsLatest = true,
            IsPublished = true,
            CreatedAt = DateTimeOffset.UtcNow,
            PublishedAt = DateTimeOffset.UtcNow,
            SavedBy = "uji",
        });
        await db.SaveChangesAsync();
        return nomor;
    }
}
