namespace Dukcapil.Standalone.Commands;

/// <summary>A generated table within a document that people write, between two marks.</summary>
/// <param name="nama">Name in the marks.</param>
/// <param name="perintah">Command that makes it.</param>
internal sealed class TabelDokumen(string nama, string perintah)
{
    private readonly string awal = $"<!-- {nama}: dibuat oleh `-- {perintah}` -->", akhir = $"<!-- {nama}: akhir -->";

    /// <summary>The document with this table in its place.</summary>
    public string Sisipkan(string dokumen, string tabel)
    {
        var (dari, sampai) = (dokumen.IndexOf(awal, StringComparison.Ordinal), dokumen.IndexOf(akhir, StringComparison.Ordinal));
        return dari < 0 || sampai < dari
            ? throw new InvalidOperationException($"The document has no place for the table: {awal} … {akhir}.")
            : string.Concat(dokumen.AsSpan(0, dari + awal.Length), "\n", tabel, dokumen.AsSpan(sampai));
    }
}
