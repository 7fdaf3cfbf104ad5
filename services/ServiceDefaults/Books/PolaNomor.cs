using System.Globalization;
using System.Text.RegularExpressions;

namespace Dukcapil.ServiceDefaults.Books;

/// <summary>The configurable pattern of a book number: <c>{n}</c> or <c>{n:6}</c> (padded with zeros to six digits) and <c>{tahun}</c>.</summary>
public static partial class PolaNomor
{
    /// <summary>Writes a number, for example <c>KK/{tahun}/{n:6}</c> → <c>KK/2026/000017</c>.</summary>
    public static string Isi(string pola, int urut, int tahun) =>
        Urut().Replace(pola, m => urut.ToString(CultureInfo.InvariantCulture).PadLeft(m.Groups[1].Success ? int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) : 1, '0'))
            .Replace("{tahun}", tahun.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [GeneratedRegex(@"\{n(?::(\d{1,2}))?\}")]
    private static partial Regex Urut();
}
