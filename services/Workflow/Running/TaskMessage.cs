using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Instances;

namespace Dukcapil.Workflow.Running;

/// <summary>Turns a task of the engine into the message for its owner. The columns of the SOP arrive as the designer stored them: texts, numbers as text, lists as JSON text.</summary>
internal static class TaskMessage
{
    // What the definition says of a step is the same for every application, unless an input is computed.
    private static readonly ConditionalWeakTable<CompiledNode, Step> Known = [];

    public static TugasDiterbitkan From(
        TaskRequest request, CompiledNode node, InstanceRow instance, KatalogAktivitas katalog, AsalTugas? asal, DateTimeOffset now)
    {
        var step = !node.HasConstantInputs ? Read(request, katalog) : Known.GetValue(node, _ => Read(request, katalog));
        return new TugasDiterbitkan
        {
            PermohonanId = instance.PermohonanId ?? throw new InvalidOperationException($"Node {request.NodeId} is a task of an office, but instance {instance.Id} works for no application."),
            TugasId = InstanceIds.Public(instance.Id, request.TaskId),
            Pelayan = step.Pelayan,
            Kantor = instance.Kantor ?? "",
            Aktivitas = request.Type,
            Simpul = request.ActivityId,
            Langkah = step.Langkah,
            Cara = step.Cara,
            Hasil = step.Hasil,
            Fakta = request.Variables.ToJson().Deserialize<Fakta>(MessageJson.Options)!,
            Asal = asal,
            Pada = now,
        };
    }

    private static Step Read(TaskRequest request, KatalogAktivitas katalog)
    {
        var jenis = katalog.Find(request.Type) ?? throw new InvalidOperationException($"Nobody serves {request.Type} (node {request.NodeId}).");
        var input = request.Inputs.ToJson();
        var hasil = katalog.Offered(request.Type, request.ConnectedOutcomes);
        var langkah = new LangkahSop
        {
            Nomor = Text(input, "langkah") ?? request.ActivityId,
            Kegiatan = Text(input, "kegiatan") ?? request.Name,
            Pelaksana = Text(input, "pelaksana") ?? throw new InvalidOperationException($"Node {request.NodeId} has no pelaksana."),
            Kelengkapan = List(input, "kelengkapan"),
            KelengkapanWajib = List(input, "kelengkapanWajib"),
            PersyaratanTambahan = List(input, "persyaratanTambahan"),
            WaktuBaku = decimal.TryParse(Text(input, "waktuBaku"), CultureInfo.InvariantCulture, out var menit) ? menit : 0,
            Output = List(input, "output"),
            Keterangan = Text(input, "keterangan"),
            // One outcome is a process, several are a decision; start and end of the SOP are declared by the catalogue.
            Simbol = jenis.Simbol == "kapsul" ? jenis.Simbol : hasil.Count > 1 ? "belahKetupat" : "kotak",
            TenggatMenit = int.TryParse(Text(input, "tenggatMenit"), CultureInfo.InvariantCulture, out var tenggat) && tenggat > 0 ? tenggat : null,
            PeranEskalasi = Text(input, "peranEskalasi"),
        };
        return new(jenis.DilayaniOleh, langkah, Text(input, "cara"), hasil);
    }

    private static string? Text(JsonElement input, string name) =>
        !input.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private static List<string> List(JsonElement input, string name)
    {
        if (!input.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            return text.StartsWith('[') ? JsonSerializer.Deserialize<List<string>>(text)! : text.Length > 0 ? [text] : [];
        }
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.ToString())] : [];
    }

    private sealed record Step(string Pelayan, LangkahSop Langkah, string? Cara, IReadOnlyList<HasilTersedia> Hasil);
}
