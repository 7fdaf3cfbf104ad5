using System.Globalization;
using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>Reads fields of a JSON object in which missing, null and "" all mean empty.</summary>
internal readonly struct PembacaIsian(JsonElement objek)
{
    public IEnumerable<string> Nama => Objek().EnumerateObject().Select(p => p.Name);

    public JsonElement? Isi(string nama) =>
        Objek().TryGetProperty(nama, out var nilai) && nilai.ValueKind != JsonValueKind.Null ? nilai : null;

    public string? Teks(string nama) => Isi(nama) is { } nilai ? BacaTeks(nama, nilai) is { Length: > 0 } teks ? teks : null : null;

    public int? Bilangan(string nama)
    {
        if (Isi(nama) is not { } nilai || nilai is { ValueKind: JsonValueKind.String } && nilai.GetString()!.Length == 0)
            return null;
        return nilai.ValueKind == JsonValueKind.Number && nilai.TryGetInt32(out var bilangan) ? bilangan : throw Salah(nama, "bilangan");
    }

    public DateOnly? Tanggal(string nama)
    {
        if (Teks(nama) is not { } teks)
            return null;
        return DateOnly.TryParseExact(teks, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tanggal)
            ? tanggal
            : throw Salah(nama, "tanggal yyyy-MM-dd");
    }

    public IReadOnlyList<JsonElement> Daftar(string nama)
    {
        if (Isi(nama) is not { } nilai)
            return [];
        return nilai.ValueKind == JsonValueKind.Array ? [.. nilai.EnumerateArray()] : throw Salah(nama, "daftar");
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public IReadOnlyList<string> DaftarTeks(string nama) =>
        Isi(nama) is { ValueKind: JsonValueKind.String }
            ? (Teks(nama) is { } satu ? [satu] : [])
            : [.. Daftar(nama).Select(e => BacaTeks(nama, e))];

    public IEnumerable<KeyValuePair<string, JsonElement>> Peta(string nama)
    {
        if (Isi(nama) is not { } nilai)
            return [];
        return nilai.ValueKind == JsonValueKind.Object
            ? nilai.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value))
            : throw Salah(nama, "objek");
    }

    public Dictionary<string, string> PetaTeks(string nama)
    {
        var peta = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kunci, nilai) in Peta(nama).Where(p => p.Value.ValueKind != JsonValueKind.Null))
        {
            // The key may be a NIK and does not belong into a message.
            if (!peta.TryAdd(kunci, BacaTeks(nama, nilai)))
                throw new FormatException($"isian '{nama}' memuat kunci ganda");
        }
        return peta;
    }

    private static string BacaTeks(string nama, JsonElement nilai) =>
        nilai.ValueKind == JsonValueKind.String ? nilai.GetString()! : throw Salah(nama, "teks");

    private static FormatException Salah(string nama, string bentuk) => new($"isian '{nama}' harus berupa {bentuk}");

    private JsonElement Objek() => objek.ValueKind == JsonValueKind.Object ? objek : throw new FormatException("harus berupa objek");
}
