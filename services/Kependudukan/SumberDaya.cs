using System.Reflection;
using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>Access to the tables embedded in this assembly.</summary>
internal static class SumberDaya
{
    public static JsonDocument Json(string nama)
    {
        using var aliran = Buka(nama);
        return JsonDocument.Parse(aliran);
    }

    public static IEnumerable<string> Baris(string nama)
    {
        using var pembaca = new StreamReader(Buka(nama));
        while (pembaca.ReadLine() is { } baris)
        {
            if (baris.Length > 0)
                yield return baris;
        }
    }

    private static Stream Buka(string nama) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(nama)
        ?? throw new InvalidOperationException($"sumber daya '{nama}' tidak ada");
}
