using System.Collections.Concurrent;
using System.Text.Json;

namespace Dukcapil.EndToEnd.Tests.Kontrak;

/// <summary>Texts seen in answers, by the name of their member: so that random requests meet things that exist.</summary>
internal sealed class Kolam
{
    private const int Terbanyak = 300;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> nilai = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes up an answer.</summary>
    /// <param name="isi">The answer.</param>
    /// <param name="apa">What it is of: the last word of its path, which the addresses of its things begin with.</param>
    public void Catat(JsonElement isi, string apa)
    {
        switch (isi.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var p in isi.EnumerateObject())
                {
                    if (p.Value.ValueKind == JsonValueKind.String) Tambah(p.Name, p.Value.GetString()!, apa);
                    else if (p.Value.ValueKind == JsonValueKind.Number) Tambah(p.Name, p.Value.GetRawText(), apa);
                    else Catat(p.Value, p.Value.ValueKind == JsonValueKind.Array && p.Name is not ("items" or "permohonan") ? p.Name : apa);
                }
                break;
            case JsonValueKind.Array:
                foreach (var butir in isi.EnumerateArray()) Catat(butir, apa);
                break;
        }
    }

    /// <summary>A text known under this name; an id of whatever kind for names that end so.</summary>
    public string? Ambil(string nama, Random acak)
    {
        if (!nilai.TryGetValue(nama, out var dikenal) && nama.EndsWith("id", StringComparison.OrdinalIgnoreCase)) nilai.TryGetValue("id", out dikenal);
        return dikenal?.ElementAtOrDefault(acak.Next(Math.Max(1, dikenal.Count)));
    }

    private void Tambah(string nama, string teks, string apa)
    {
        if (teks.Length is 0 or > 200) return;
        string[] lain = nama switch
        {
            "id" => [apa],
            "permohonanId" => ["permohonan"],
            "tugasId" => ["tugas"],
            "definitionId" => ["workflow-definitions", "definisi"],
            "kodeLacak" => ["lacak"],
            "kode" => [apa],
            _ => [],
        };
        foreach (var kunci in lain.Append(nama))
        {
            var antrean = nilai.GetOrAdd(kunci, _ => new());
            antrean.Enqueue(teks);
            if (antrean.Count > Terbanyak) antrean.TryDequeue(out _);
        }
    }
}
