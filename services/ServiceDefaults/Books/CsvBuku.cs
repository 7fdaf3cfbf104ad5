using System.Text;
using Dukcapil.ServiceDefaults.Hosting;

namespace Dukcapil.ServiceDefaults.Books;

/// <summary>
/// A book as CSV (RFC 4180), page by page: a year of a large office is never held whole. It begins with a byte order mark, by which spreadsheet programs
/// know UTF-8.
/// </summary>
public static class CsvBuku
{
    private const int Kelompok = 500;

    /// <summary>Writes it.</summary>
    /// <typeparam name="T">A line.</typeparam>
    /// <param name="body">Where to.</param>
    /// <param name="judul">Heading.</param>
    /// <param name="baca">Reads lines after a number, so many at most.</param>
    /// <param name="urut">Number of a line.</param>
    /// <param name="sel">Its cells.</param>
    public static async Task TulisAsync<T>(
        Stream body, IEnumerable<string> judul, Func<int, int, Task<List<T>>> baca, Func<T, int> urut, Func<T, IEnumerable<string?>> sel)
    {
        ArgumentNullException.ThrowIfNull(baca);
        ArgumentNullException.ThrowIfNull(urut);
        ArgumentNullException.ThrowIfNull(sel);
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Csv.Baris(judul));
        for (var sesudah = 0; ;)
        {
            var kelompok = await baca(sesudah, Kelompok);
            foreach (var baris in kelompok) await writer.WriteLineAsync(Csv.Baris(sel(baris)));
            if (kelompok.Count < Kelompok) return;
            sesudah = urut(kelompok[^1]);
        }
    }
}
