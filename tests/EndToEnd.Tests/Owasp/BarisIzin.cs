using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Owasp;

/// <summary>A row of the table in docs/security.md, which a test holds to the running endpoints.</summary>
/// <param name="Metode">HTTP method.</param>
/// <param name="Jalur">Path with parameters in braces.</param>
/// <param name="Petugas">Officers.</param>
/// <param name="Lingkup">Scope of systems, or empty.</param>
internal sealed record BarisIzin(string Metode, string Jalur, string Petugas, string Lingkup)
{
    private const string SiapaPun = "siapa pun", MelayaniPermohonan = "setiap peran yang melayani permohonan", SetiapPetugas = "setiap petugas";

    /// <summary>Operations of the API that ask for a token.</summary>
    public static IReadOnlyList<BarisIzin> Semua { get; } =
    [
        .. File.ReadLines(Repository.PathOf("docs/security.md"))
            .Where(b => b.StartsWith("| `", StringComparison.Ordinal) && (b.Contains("` /api/", StringComparison.Ordinal) || b.Contains(" /api/", StringComparison.Ordinal) || b.Contains(" /elsa/api/", StringComparison.Ordinal)))
            .Select(b => b.Split('|', StringSplitOptions.TrimEntries))
            .Where(k => k.Length >= 5 && k[1].Trim('`').Split(' ') is [_, ['/', ..]])
            .Select(k => new BarisIzin(k[1].Trim('`').Split(' ')[0], k[1].Trim('`').Split(' ')[1], k[2], k[3].Trim('`')))
            .Where(b => b.Petugas != SiapaPun),
    ];

    /// <summary>A role that may, or null: no officer.</summary>
    public string? PeranBoleh => Petugas.Length == 0 ? null : Petugas.StartsWith(MelayaniPermohonan, StringComparison.Ordinal) || Petugas == SetiapPetugas ? "LOKET" : Petugas.Split(',')[0];

    /// <summary>A role that may not, or null: every officer may.</summary>
    public string? PeranTakBoleh => Petugas == SetiapPetugas ? null
        : Petugas.StartsWith(MelayaniPermohonan, StringComparison.Ordinal) ? "OPS"
        : new[] { "LOKET", "OPS", "AUDITOR" }.First(p => !Petugas.Split(',', StringSplitOptions.TrimEntries).Contains(p));

    /// <summary>The path with something in place of each parameter.</summary>
    public string Isi(Func<string, string> nilai)
    {
        var bagian = Jalur.Split('/').Select(b => b is ['{', .., '}'] ? Uri.EscapeDataString(nilai(b[1..^1].Split(':')[0])) : b);
        return string.Join('/', bagian);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Metode} {Jalur}";
}
