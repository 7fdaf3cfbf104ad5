using Microsoft.VisualBasic.FileIO;

namespace Dukcapil.Kependudukan;

/// <summary>A CSV file (RFC 4180) whose columns are found by their heading.</summary>
internal sealed class PembacaCsv : IDisposable
{
    private readonly TextFieldParser pembaca;
    private readonly Dictionary<string, int> kolom;

    private PembacaCsv(string berkas, TextFieldParser pembaca, Dictionary<string, int> kolom) => (Berkas, this.pembaca, this.kolom) = (berkas, pembaca, kolom);

    public string Berkas { get; }

    /// <exception cref="WilayahSalahException">Not there, or without one of the columns.</exception>
    public static PembacaCsv Buka(string berkas, params string[] perlu)
    {
        if (!File.Exists(berkas)) throw new WilayahSalahException($"Berkas wilayah {berkas} tidak ada");
        var pembaca = new TextFieldParser(berkas) { TextFieldType = FieldType.Delimited, TrimWhiteSpace = true, HasFieldsEnclosedInQuotes = true };
        pembaca.SetDelimiters(",");
        var kepala = Isi(berkas, pembaca) ?? [];
        var kurang = perlu.Except(kepala, StringComparer.Ordinal).ToList();
        if (kurang.Count == 0) return new PembacaCsv(berkas, pembaca, kepala.Select((k, i) => (k, i)).ToDictionary(x => x.k, x => x.i, StringComparer.Ordinal));
        pembaca.Dispose();
        throw new WilayahSalahException($"{berkas}, baris 1: tidak ada kolom {string.Join(", ", kurang)}");
    }

    /// <summary>The lines below the heading.</summary>
    /// <exception cref="WilayahSalahException">A line with another number of fields, or an open quote.</exception>
    public IEnumerable<BarisCsv> Baris()
    {
        for (var nomor = pembaca.LineNumber; Isi(Berkas, pembaca) is { } isi; nomor = pembaca.LineNumber)
        {
            if (isi.Length != kolom.Count) throw new WilayahSalahException($"{Berkas}, baris {nomor}: {isi.Length} isian, seharusnya {kolom.Count}");
            yield return new BarisCsv(nomor, isi, kolom);
        }
    }

    /// <summary>A field as it is written, quoted where it must be.</summary>
    public static string Sel(string isi) => isi.AsSpan().ContainsAny(",\"\r\n") ? $"\"{isi.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : isi;

    public void Dispose() => pembaca.Dispose();

    private static string[]? Isi(string berkas, TextFieldParser pembaca)
    {
        try
        {
            return pembaca.ReadFields();
        }
        catch (MalformedLineException e)
        {
            throw new WilayahSalahException($"{berkas}, baris {e.LineNumber}: tanda kutip tidak ditutup");
        }
    }
}

/// <summary>One line of a CSV file, by column name.</summary>
/// <param name="Nomor">Line in the file, from 1.</param>
/// <param name="Isi">Its fields.</param>
/// <param name="Kolom">Column → position.</param>
internal sealed record BarisCsv(long Nomor, string[] Isi, Dictionary<string, int> Kolom)
{
    public string this[string kolom] => Isi[Kolom[kolom]];
}
