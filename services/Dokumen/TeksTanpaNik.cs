using System.Text.RegularExpressions;
using Dukcapil.Kependudukan;

namespace Dukcapil.Dokumen;

/// <summary>
/// Masking for papers that leave the file of an application. It is done here and not by the caller, so that no caller can forget it;
/// masking twice changes nothing.
/// </summary>
internal static partial class TeksTanpaNik
{
    /// <summary>An identity number masked as everywhere (<see cref="Samaran"/>); null or blank gives <c>-</c>.</summary>
    public static string Nomor(string? nomor) => Samaran.Dari(nomor) is { Length: > 0 } tersamar ? tersamar : "-";

    /// <summary>Masks every number of 16 digits inside a free text (NIK and Nomor KK have 16), also when written in groups.</summary>
    public static string Dari(string? teks) =>
        teks is null ? "" : EnamBelasDigit().Replace(teks, cocok => Samaran.Dari(string.Concat(cocok.Value.Where(char.IsAsciiDigit))));

    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ .\-]?[0-9]){15}(?![0-9])")]
    private static partial Regex EnamBelasDigit();
}
