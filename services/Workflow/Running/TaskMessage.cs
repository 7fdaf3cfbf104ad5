using System.Runtime.CompilerServices;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Instances;

namespace Dukcapil.Workflow.Running;

/// <summary>Turns a task of the engine into the message for its owner.</summary>
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
        var langkah = IsianLangkah.Baca(input, request.ActivityId, request.Name, jenis.Simbol, hasil.Count);
        return new(jenis.DilayaniOleh, langkah, IsianLangkah.Teks(input, "cara"), hasil);
    }

    private sealed record Step(string Pelayan, LangkahSop Langkah, string? Cara, IReadOnlyList<HasilTersedia> Hasil);
}
