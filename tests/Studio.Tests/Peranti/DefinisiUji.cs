using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>Definitions over REST, as a test needs them before it opens the browser.</summary>
internal static class DefinisiUji
{
    private const string Jalur = "/elsa/api/workflow-definitions", Sop = "kartu-keluarga";

    /// <summary>The SOP as it ships is what is published, and no later draft is there.</summary>
    public static async Task SopAsliAsync(this KantorKlien klien)
    {
        var terbaru = await klien.DefinisiAsync(Sop);
        terbaru["root"] = (await klien.BacaAsync("ADMIN_ALUR", $"{Jalur}/by-definition-id/{Sop}?versionOptions=1"))["root"]!.DeepClone();
        await klien.SimpanAsync(terbaru, terbit: true);
    }

    /// <summary>The SOP once more, under another id, published: nothing that others use depends on it.</summary>
    public static async Task<string> SalinanAsync(this KantorKlien klien)
    {
        var salinan = await klien.DefinisiAsync(Sop, "1");
        var id = "salinan-" + Guid.NewGuid().ToString("N")[..8];
        foreach (var milikBaris in (string[])["id", "version", "links", "isLatest", "isPublished", "createdAt"]) salinan.Remove(milikBaris);
        salinan["customProperties"] = new JsonObject();
        salinan["definitionId"] = id;
        salinan["name"] = id;
        await klien.SimpanAsync(salinan, terbit: true);
        return id;
    }

    public static async Task<JsonObject> DefinisiAsync(this KantorKlien klien, string id, string versi = "Latest") =>
        (await klien.BacaAsync("ADMIN_ALUR", $"{Jalur}/by-definition-id/{id}?versionOptions={versi}")).AsObject();

    /// <summary>A role that tasks may be given to.</summary>
    public static async Task PeranAsync(this KantorKlien klien, string kode, string nama)
    {
        using var isi = JsonContent.Create(new { nama });
        using var jawaban = await klien.KirimAsync("ADMIN_ALUR", HttpMethod.Put, $"/api/v1/alur/peran/{kode}", isi);
        Assert.True(jawaban.IsSuccessStatusCode, await jawaban.Content.ReadAsStringAsync());
    }

    /// <summary>An instance that stands at a fault until its variable is filled in.</summary>
    public static async Task<string> GagalAsync(this KantorKlien klien)
    {
        var id = "gagal-" + Guid.NewGuid().ToString("N")[..8];
        await klien.SimpanAsync(JsonNode.Parse("""
            {"definitionId":"DEFINISI","name":"DEFINISI","options":{"incidentStrategyType":"Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core"},
             "variables":[{"id":"v1","name":"isi","typeName":"Int32","isArray":false,"value":"0","storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}],
             "root":{"id":"F","type":"Elsa.Flowchart","version":1,"activities":[
               {"id":"d","name":"d","type":"Elsa.FlowDecision","version":1,"condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"if (!getIsi()) throw new Error('belum diisi'); return true;"}},"metadata":{"designer":{"position":{"x":40,"y":40}}}},
               {"id":"w","name":"w","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"x"}},"metadata":{"designer":{"position":{"x":400,"y":40}}}}],
              "connections":[{"source":{"activity":"d","port":"True"},"target":{"activity":"w","port":"In"}},{"source":{"activity":"d","port":"False"},"target":{"activity":"w","port":"In"}}]}}
            """.Replace("DEFINISI", id, StringComparison.Ordinal))!.AsObject(), terbit: true);
        using var isi = JsonContent.Create(new { });
        using var jawaban = await klien.KirimAsync("ADMIN_ALUR", HttpMethod.Post, $"{Jalur}/{id}/execute", isi);
        return (string)JsonNode.Parse(await jawaban.Content.ReadAsStringAsync())!["workflowState"]!["id"]!;
    }

    /// <summary>Removes the cause of that fault.</summary>
    public static async Task PerbaikiAsync(this KantorKlien klien, string instans)
    {
        using var isi = JsonContent.Create(new { variables = new[] { new { id = "v1", value = 1 } } });
        using var jawaban = await klien.KirimAsync("ADMIN_ALUR", HttpMethod.Post, $"/elsa/api/workflow-instances/{instans}/variables", isi);
        Assert.True(jawaban.IsSuccessStatusCode, await jawaban.Content.ReadAsStringAsync());
    }

    public static async Task SimpanAsync(this KantorKlien klien, JsonObject model, bool terbit)
    {
        using var isi = JsonContent.Create(new JsonObject { ["model"] = model.DeepClone(), ["publish"] = terbit });
        using var jawaban = await klien.KirimAsync("ADMIN_ALUR", HttpMethod.Post, Jalur, isi);
        Assert.True(jawaban.IsSuccessStatusCode, await jawaban.Content.ReadAsStringAsync());
    }
}
