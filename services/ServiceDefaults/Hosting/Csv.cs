namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>Lines of CSV (RFC 4180) that a spreadsheet program can open without running anything in them.</summary>
public static class Csv
{
    /// <summary>One line without its end.</summary>
    public static string Baris(IEnumerable<string?> sel) => string.Join(',', sel.Select(Sel));

    private static string Sel(string? isi)
    {
        if (string.IsNullOrEmpty(isi)) return "";
        // What begins so would be a formula there (OWASP, CSV injection).
        if (isi[0] is '=' or '+' or '-' or '@' or '\t' or '\r') isi = "'" + isi;
        return isi.AsSpan().IndexOfAny("\",\r\n") < 0 ? isi : $"\"{isi.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
