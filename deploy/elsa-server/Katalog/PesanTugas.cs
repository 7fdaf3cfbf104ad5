using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Messaging;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>The message of a task, from an activity that is being executed. Id, office and time are put in when it is announced.</summary>
internal static class PesanTugas
{
    public static TugasDiterbitkan Dari(ActivityExecutionContext context, IActivity langkah, IEnumerable<string> disambungkan)
    {
        var jenis = JenisTugas.Cari(langkah.Type) ?? throw new InvalidOperationException($"Nobody serves {langkah.Type} (node {langkah.Id}).");
        var isian = JsonSerializer.SerializeToElement(
            context.ActivityDescriptor.Inputs.ToDictionary(i => JsonNamingPolicy.CamelCase.ConvertName(i.Name), i => Nilai(context, i, langkah)));
        var hasil = jenis.Tersedia(disambungkan);
        return new()
        {
            PermohonanId = Guid.TryParseExact(context.WorkflowExecutionContext.Id, "N", out var permohonan)
                ? permohonan
                : throw new InvalidOperationException($"Node {langkah.Id} is a task of an office, but instance {context.WorkflowExecutionContext.Id} works for no application."),
            TugasId = "",
            Kantor = "",
            Pada = default,
            Pelayan = jenis.DilayaniOleh,
            Aktivitas = langkah.Type,
            Simpul = langkah.Id,
            Langkah = IsianLangkah.Baca(isian, langkah.Id, langkah.Name ?? langkah.Id, jenis.Simbol, hasil.Count),
            Cara = IsianLangkah.Teks(isian, "cara"),
            Hasil = hasil,
            Fakta = FaktaAlur.Baca(context),
            Asal = context.WorkflowInput.TryGetValue(TugasDukcapil.Asal, out var asal) && asal is string json
                ? JsonSerializer.Deserialize<AsalTugas>(json, MessageJson.Options)
                : null,
        };
    }

    private static object? Nilai(ActivityExecutionContext context, InputDescriptor isian, IActivity langkah) =>
        isian.ValueGetter(langkah) is Input masukan ? context.Get(masukan.MemoryBlockReference()) : null;
}
