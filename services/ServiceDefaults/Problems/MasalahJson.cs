using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.ServiceDefaults.Problems;

/// <summary>JSON that does not fit, as a refusal that names the place in the words of the form.</summary>
public static partial class MasalahJson
{
    /// <summary>Begins the message of an exception about null in a list; the index follows.</summary>
    internal const string NullDalamDaftar = "null in a list, item ";

    /// <summary>400 with the place.</summary>
    public static ProblemHttpResult Dari(JsonException json)
    {
        ArgumentNullException.ThrowIfNull(json);
        // "$.anggota[0].nama" is "anggota[0].nama" to whoever fills in a form.
        var path = json.Path is { Length: > 2 } p && p.StartsWith("$.", StringComparison.Ordinal) ? p[2..] : "";
        var tempat = path.Length == 0 ? "" : $" pada {path}";
        if (json.Message.StartsWith(NullDalamDaftar, StringComparison.Ordinal))
        {
            // The reader had the whole list behind it when this was found, so its own path says an item too far.
            var daftar = path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path;
            var butir = $"{daftar}[{json.Message[NullDalamDaftar.Length..]}]";
            return Masalah.TidakTerbaca($"Butir daftar pada {butir} tidak boleh null.", butir);
        }
        var kurang = IsianWajib().Matches(json.Message).Select(m => m.Groups[1].Value).ToList();
        if (kurang.Count > 0)
        {
            return Masalah.Buat(
                StatusCodes.Status400BadRequest, "isian-wajib-kurang", "Isian wajib tidak ada", $"Ada isian wajib yang tidak ada{tempat}.",
                kurang.ToDictionary(nama => path.Length == 0 ? nama : $"{path}.{nama}", _ => (string[])["Wajib diisi."]));
        }
        var line = json.LineNumber is { } number ? $", baris {number + 1}" : "";
        return Masalah.TidakTerbaca($"Isi JSON tidak sah{tempat}{line}.", path.Length == 0 ? "$" : path);
    }

    // The serializer tells missing members only in its message: "… was missing required properties including: 'jenis', 'pemohon'."
    [GeneratedRegex(@"(?<=missing required properties including: .*)'([^']+)'")]
    private static partial Regex IsianWajib();
}
