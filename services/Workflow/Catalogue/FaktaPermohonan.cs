using System.Text.Json.Nodes;
using Dukcapil.Kependudukan;

namespace Dukcapil.Workflow.Catalogue;

/// <summary>The facts of an application as the designer offers them: variables that a new definition begins with, and what each means.</summary>
internal static class FaktaPermohonan
{
    private const string Storage = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    private static readonly (string Name, string Type, string? Value, string Meaning)[] All =
    [
        ("jenis", "String", null, "Jenis permohonan."),
        ("wakil", "Boolean", "false", "Apakah diajukan oleh wakil (F-1.07)."),
        ("jumlahAnggota", "Int32", "0", "Jumlah anggota pada kartu."),
        ("jumlahPeringatan", "Int32", "0", "Jumlah peringatan pada konsep yang berlaku."),
        ("versiKonsep", "Int32", "0", "Versi konsep yang berlaku; 0 sebelum ada."),
        ("keputusan", "String", null, "Hasil tugas terakhir."),
        ("kodeAlasan", "String", null, "Kode alasan pengembalian terakhir, atau kosong."),
        ("pelaksana", "String", null, "Id petugas yang menyelesaikan tugas terakhir."),
        ("jumlahPengembalian", "Int32", "0", "Berapa kali permohonan dikembalikan."),
    ];

    /// <summary>What a fact means; null when the name is none.</summary>
    public static string? Arti(string name) => All.FirstOrDefault(f => f.Name == name).Meaning;

    /// <summary>The codes that a fact can have, where they are a closed list.</summary>
    public static IReadOnlyList<string> Kode(string name) => name == "jenis" ? [.. JenisPermohonan.Semua.Select(j => j.Kode)] : [];

    /// <summary>The variables of a new definition.</summary>
    public static JsonArray Variables() => new([.. All.Select(f => (JsonNode)new JsonObject
    {
        ["id"] = $"fakta-{f.Name}",
        ["name"] = f.Name,
        ["typeName"] = f.Type,
        ["isArray"] = false,
        ["value"] = f.Value,
        ["storageDriverTypeName"] = Storage,
    })]);
}
