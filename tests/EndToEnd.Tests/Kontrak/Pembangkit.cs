using System.Globalization;
using System.Text.Json.Nodes;

namespace Dukcapil.EndToEnd.Tests.Kontrak;

/// <summary>Random values: as a schema says, as its example says, and both with something wrong in them.</summary>
internal sealed class Pembangkit(Random acak, Kolam kolam)
{
    private const int Terdalam = 6;

    private static readonly string[] Teks =
    [
        "", " ", "AHMAD CONTOH", "\0", "\u0007bel", "😀👨‍👩‍👧‍👦", "\u202eterbalik", "\ud800", "'; DROP TABLE permohonan; --", "<script>alert(1)</script>", "${jndi:x}", "../../etc/passwd",
        "%00%2e%2e", "2099-12-31", "0001-01-01T00:00:00Z", "2026-02-30", "9901010107900001", "990101010790000", "-1", "null", "9999999999999999999999", "KK_BARU_KELUARGA_BARU", "Lengkap",
        "Sesuai", "terbuka", "selesai", "kartu-keluarga", "LOKET", "9901", new('a', 300), new('ä', 5000), "\r\nX-Jahat: 1", "application/json", "{}", "[]", "é\u0301",
    ];

    private static readonly double[] Bilangan = [0, 1, -1, 2, 50, 201, 1.5, int.MaxValue, int.MinValue, long.MaxValue, 1e300, -0.0];

    public bool Kadang(double seberapa) => acak.NextDouble() < seberapa;

    public T Pilih<T>(IReadOnlyList<T> dari) => dari[acak.Next(dari.Count)];

    /// <summary>A value as the schema says.</summary>
    public JsonNode? Nilai(DokumenApi dokumen, JsonNode skema, int dalam = 0)
    {
        var s = dokumen.Buka(skema);
        if (dalam > Terdalam) return null;
        if (s["oneOf"] is JsonArray pilihan) return Nilai(dokumen, Pilih<JsonNode?>([.. pilihan])!, dalam + 1);
        if (s["enum"] is JsonArray nilai) return Pilih<JsonNode?>([.. nilai])?.DeepClone();
        var jenis = s["type"] switch
        {
            JsonArray banyak => Pilih<JsonNode?>([.. banyak])!.GetValue<string>(),
            JsonNode satu => satu.GetValue<string>(),
            _ => Pilih(["string", "integer", "boolean", "object", "null"]),
        };
        return jenis switch
        {
            "object" => Objek(dokumen, s, dalam),
            "array" => new JsonArray([.. Enumerable.Range(0, acak.Next(4)).Select(_ => s["items"] is { } butir ? Nilai(dokumen, butir, dalam + 1) : null)]),
            "integer" => acak.Next(-2, 60),
            "number" => acak.NextDouble() * 100,
            "boolean" => Kadang(0.5),
            "string" => Berformat(s["format"]?.GetValue<string>()),
            _ => null,
        };
    }

    /// <summary>The same with one thing wrong: something left out, of another kind, unknown, or extreme.</summary>
    public JsonNode? Rusak(JsonNode? isi)
    {
        var wadah = Wadah(isi).ToList();
        if (wadah.Count == 0) return Ekstrem();
        switch (Pilih(wadah))
        {
            case JsonObject objek when objek.Count > 0 && Kadang(0.8):
                var nama = Pilih([.. objek.Select(p => p.Key)]);
                if (Kadang(0.3)) objek.Remove(nama);
                else objek[nama] = Ekstrem();
                break;
            case JsonObject objek:
                objek[Pilih(["tidakDikenal", "", "__proto__", "status"])] = Ekstrem();
                break;
            case JsonArray larik when larik.Count > 0 && Kadang(0.7):
                larik[acak.Next(larik.Count)] = Ekstrem();
                break;
            case JsonArray larik:
                for (var i = acak.Next(1, 300); i > 0; i--) larik.Add(larik.Count > 0 ? larik[0]?.DeepClone() : Ekstrem());
                break;
        }
        return isi;
    }

    /// <summary>A body that is not even JSON of the right kind.</summary>
    public string Sampah() => Pilih<string>(
    [
        "", "{", "[]", "null", "0", "\"teks\"", "{\"a\":1,\"a\":2}", "\0\0\0", "<xml/>", new string('[', 2000), "{\"jenis\":" + new string(' ', 10_000) + "1}",
        "{\"hasil\":\"" + new string('x', 100_000) + "\"}", "\ufeff{}", "{\"kunci\":\"a\"}\n{\"kunci\":", "{\"hasil\":\"\\ud800\"}", "{}garis",
    ]);

    /// <summary>Text for a path or a query: what was seen before, what the schema says, or an extreme.</summary>
    /// <param name="dokumen">Document.</param>
    /// <param name="nama">Name of the parameter.</param>
    /// <param name="apa">What it is an id of: the word before it in the path.</param>
    /// <param name="skema">Its schema.</param>
    public string Parameter(DokumenApi dokumen, string nama, string? apa, JsonNode skema)
    {
        if (Kadang(0.8) && ((apa is null ? null : kolam.Ambil(apa, acak)) ?? kolam.Ambil(nama, acak)) is { } dikenal) return dikenal;
        return Kadang(0.5) ? Nilai(dokumen, skema)?.ToString() ?? "" : TeksEkstrem();
    }

    /// <summary>A text that somebody will send one day.</summary>
    public string TeksEkstrem() => Pilih(Teks);

    private static IEnumerable<JsonNode> Wadah(JsonNode? isi) => isi switch
    {
        JsonObject o => o.SelectMany(p => Wadah(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Wadah).Prepend(a),
        _ => [],
    };

    private JsonNode? Ekstrem() => acak.Next(6) switch
    {
        0 => null,
        1 => Kadang(0.5),
        2 => Pilih(Bilangan),
        3 => new JsonArray(),
        4 => new JsonObject { ["a"] = 1 },
        _ => TeksEkstrem(),
    };

    private JsonObject Objek(DokumenApi dokumen, JsonObject s, int dalam)
    {
        var wajib = (s["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var objek = new JsonObject();
        foreach (var (nama, skema) in s["properties"] as JsonObject ?? [])
        {
            if (!wajib.Contains(nama) && !Kadang(0.6)) continue;
            objek[nama] = Kadang(0.3) && kolam.Ambil(nama, acak) is { } dikenal && dokumen.Buka(skema!)["type"]?.ToString() == "string"
                ? dikenal
                : Nilai(dokumen, skema!, dalam + 1);
        }
        return objek;
    }

    private string Berformat(string? format) => format switch
    {
        "uuid" => kolam.Ambil("id", acak) is { } id && Guid.TryParse(id, out _) && Kadang(0.7) ? id : Guid.NewGuid().ToString(),
        "date" => new DateOnly(2026, 1, 1).AddDays(acak.Next(-40_000, 40_000)).ToString("O", CultureInfo.InvariantCulture),
        "date-time" => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(acak.Next(-400_000, 400_000)).ToString("O", CultureInfo.InvariantCulture),
        _ => TeksEkstrem(),
    };
}
