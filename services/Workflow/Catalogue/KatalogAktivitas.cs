using System.Collections.Frozen;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Engine.Catalogue;

namespace Dukcapil.Workflow.Catalogue;

/// <summary>One outcome of an activity type, as declared.</summary>
/// <param name="Name">Port name.</param>
/// <param name="DisplayName">What people read.</param>
/// <param name="Kind"><c>maju</c>, <c>kembali</c> or <c>menyimpang</c>.</param>
/// <param name="MemerlukanAlasan">Whether a reason is mandatory.</param>
public sealed record HasilAktivitas(string Name, string DisplayName, string Kind, bool MemerlukanAlasan);

/// <summary>One activity type of the SOP's vocabulary, as declared in <c>workflows/aktivitas-dukcapil.json</c>.</summary>
/// <param name="TypeName">For example <c>Dukcapil.KoreksiKonsep</c>.</param>
/// <param name="DilayaniOleh">Service that serves it.</param>
/// <param name="Hasil">All outcomes.</param>
/// <param name="Simbol">SOP symbol.</param>
public sealed record JenisAktivitas(string TypeName, string DilayaniOleh, IReadOnlyList<HasilAktivitas> Hasil, string Simbol);

/// <summary>The catalogue: descriptors as data, one list for engine, designer and services.</summary>
public sealed class KatalogAktivitas
{
    /// <summary>The type that records the signature of Kadis; after it an application can no longer be withdrawn.</summary>
    public const string TandaTangan = "Dukcapil.TandaTangan";

    /// <summary>The outcome that means signed.</summary>
    public const string Ditandatangani = "Ditandatangani";

    private readonly FrozenDictionary<string, JenisAktivitas> types;

    /// <summary>Reads the catalogue.</summary>
    public KatalogAktivitas()
    {
        var declared = JsonElement.Parse(WorkflowFiles.Read("aktivitas-dukcapil.json"));
        types = declared.Deserialize<List<JenisAktivitas>>(JsonSerializerOptions.Web)!.ToFrozenDictionary(t => t.TypeName);
        ForEngine = new ActivityCatalogue(HumanTaskType.ReadAll(declared));
    }

    /// <summary>What the engine needs of it.</summary>
    public ActivityCatalogue ForEngine { get; }

    /// <summary>A type of ours, or null for one of Elsa's.</summary>
    public JenisAktivitas? Find(string type) => types.GetValueOrDefault(type);

    /// <summary>The outcomes offered for a task: those the definition connects, with what they mean.</summary>
    public IReadOnlyList<HasilTersedia> Offered(string type, IReadOnlyList<string> connected) =>
        [.. types[type].Hasil.Where(h => connected.Contains(h.Name)).Select(h => new HasilTersedia(h.Name, h.DisplayName, h.MemerlukanAlasan))];

    /// <summary>Whether this outcome returns the file.</summary>
    public bool IsReturn(string type, string outcome) => types[type].Hasil.Any(h => h.Name == outcome && h.MemerlukanAlasan);
}
