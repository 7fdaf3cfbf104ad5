using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Kependudukan;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>Gives Elsa an activity type for each type of the catalogue, with its inputs and its outcomes as ports. All of them run by <see cref="TugasDukcapil"/>.</summary>
internal sealed class PenyediaAktivitas : IActivityProvider
{
    private static readonly IReadOnlyList<PeranTugas> Peran = Berkas.Baca<List<PeranTugas>>("peran.json");

    public ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default) =>
        new(JenisTugas.Semua.Select(Uraikan).ToList());

    private static ActivityDescriptor Uraikan(JenisTugas jenis) => new()
    {
        TypeName = jenis.TypeName,
        ClrType = typeof(TugasDukcapil),
        Namespace = "Dukcapil",
        Name = jenis.TypeName[(jenis.TypeName.IndexOf('.', StringComparison.Ordinal) + 1)..],
        Version = jenis.Version,
        Category = jenis.Category,
        DisplayName = jenis.DisplayName,
        Description = jenis.Description,
        Kind = ActivityKind.Action,
        IsBrowsable = true,
        Inputs = [.. jenis.Inputs.Select(Uraikan)],
        Ports = [.. jenis.Hasil.Select(h => new Port { Name = h.Name, DisplayName = h.DisplayName, Type = PortType.Flow, IsBrowsable = true })],
        CustomProperties = new Dictionary<string, object> { ["Type"] = jenis.TypeName },
        Constructor = konteks =>
        {
            var hasil = konteks.CreateActivity<TugasDukcapil>();
            hasil.Activity.Type = jenis.TypeName;
            hasil.Activity.Version = jenis.Version;
            return hasil;
        },
    };

    private static InputDescriptor Uraikan(IsianJenis isian) => new()
    {
        Name = isian.Name,
        Type = Tipe(isian.TypeName),
        DisplayName = isian.DisplayName,
        Description = isian.Description,
        UIHint = isian.UiHint,
        Order = isian.Order,
        DefaultValue = Nilai(isian.DefaultValue),
        UISpecifications = Pilihan(isian),
        IsWrapped = true,
        IsSynthetic = true,
        AutoEvaluate = true,
        IsBrowsable = true,
        IsSerializable = true,
        ValueGetter = langkah => langkah.SyntheticProperties.TryGetValue(isian.Name, out var nilai) ? nilai : null,
        ValueSetter = (langkah, nilai) => langkah.SyntheticProperties[isian.Name] = nilai!,
    };

    private static Type Tipe(string nama) => nama switch
    {
        "Int32" => typeof(int),
        "Boolean" => typeof(bool),
        "List<String>" => typeof(List<string>),
        _ => typeof(string),
    };

    private static object? Nilai(JsonElement? bawaan) => bawaan switch
    {
        { ValueKind: JsonValueKind.String } teks => teks.GetString(),
        { ValueKind: JsonValueKind.Number } angka => angka.GetInt32(),
        { ValueKind: JsonValueKind.True or JsonValueKind.False } benar => benar.GetBoolean(),
        _ => null,
    };

    private static Dictionary<string, object> Pilihan(IsianJenis isian)
    {
        var spesifikasi = isian.UiSpecifications is { ValueKind: JsonValueKind.Object } ada ? JsonObject.Create(ada)! : [];
        switch (isian.SumberPilihan)
        {
            case "peran":
                Tambahkan(spesifikasi["dropdown"]!["selectList"]!, Peran.Select(p => (p.Nama, p.Kode)));
                break;
            case "persyaratan":
                Tambahkan(spesifikasi["checklist"]!["checkList"]!, Persyaratan.Dokumen.OrderBy(d => d.Value, StringComparer.Ordinal).Select(d => ($"{d.Value} ({d.Key})", d.Key)));
                break;
        }
        return spesifikasi.ToDictionary(s => s.Key, s => (object)s.Value!.DeepClone());
    }

    private static void Tambahkan(JsonNode daftar, IEnumerable<(string Teks, string Nilai)> pilihan)
    {
        foreach (var (teks, nilai) in pilihan) daftar["items"]!.AsArray().Add((JsonNode)new JsonObject { ["text"] = teks, ["value"] = nilai });
    }
}
