using System.Globalization;
using Dukcapil.Standalone.Perjalanan;

namespace Dukcapil.Standalone.Demo;

/// <summary>The way of an application as a table for the console, reading like the SOP.</summary>
internal static class TabelKonsol
{
    private static readonly (string Judul, int Lebar)[] Kolom =
    [
        ("No", 2), ("Langkah", 7), ("Kegiatan", 34), ("Peran", 7), ("Hasil", 15), ("Alasan", 38), ("Konsep", 6), ("Penanganan", 10), ("Menunggu", 9),
    ];

    /// <summary>Writes the table.</summary>
    public static void Tulis(TextWriter keluaran, PerjalananPermohonan perjalanan)
    {
        Garis('┌', '┬', '┐');
        Baris([.. Kolom.Select(k => k.Judul)]);
        Garis('├', '┼', '┤');
        for (var i = 0; i < perjalanan.Langkah.Count; i++)
        {
            var l = perjalanan.Langkah[i];
            Baris(
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), l.Nomor, Pendek(l.Kegiatan), l.Peran,
                (l.Kembali ? "↩ " : "") + (l.Hasil ?? "(terbuka)"), l.Alasan ?? "",
                l.VersiKonsep is { } versi ? string.Create(CultureInfo.InvariantCulture, $"v{versi}") : "",
                Durasi(l.PenangananDetik), Durasi(l.MenungguDetik),
            ]);
        }
        Garis('└', '┴', '┘');
        var ringkasan = RingkasanPerjalanan.Dari(perjalanan);
        keluaran.WriteLine(
            $"Penanganan {Durasi(ringkasan.PenangananDetik)} (waktu baku {ringkasan.BakuMenit} menit), menunggu {Durasi(ringkasan.MenungguDetik)}, " +
            $"{ringkasan.Pengembalian} kali dikembalikan.");

        void Garis(char kiri, char tengah, char kanan) =>
            keluaran.WriteLine(kiri + string.Join(tengah, Kolom.Select(k => new string('─', k.Lebar + 2))) + kanan);

        void Baris(string[] isi)
        {
            var sel = isi.Select((teks, i) => Lipat(teks, Kolom[i].Lebar)).ToArray();
            for (var baris = 0; baris < sel.Max(s => s.Count); baris++)
                keluaran.WriteLine('│' + string.Join('│', sel.Select((s, i) => " " + (baris < s.Count ? s[baris] : "").PadRight(Kolom[i].Lebar) + " ")) + '│');
        }
    }

    private static string Durasi(double detik) => TeksHalaman.Durasi(detik).Replace('\u00A0', ' ');

    // The SOP's texts name every branch; the first part says what is done.
    private static string Pendek(string kegiatan)
    {
        var akhir = ((string[])[". Jika", ", Jika", " dan diteruskan"])
            .Select(p => kegiatan.IndexOf(p, StringComparison.Ordinal)).Where(p => p > 0).DefaultIfEmpty(kegiatan.Length).Min();
        return char.ToUpperInvariant(kegiatan[0]) + kegiatan[1..akhir];
    }

    private static List<string> Lipat(string teks, int lebar)
    {
        var baris = new List<string> { "" };
        foreach (var kata in teks.Split(' '))
        {
            if (baris[^1].Length == 0) baris[^1] = kata;
            else if (baris[^1].Length + 1 + kata.Length <= lebar) baris[^1] += " " + kata;
            else baris.Add(kata);
        }
        return baris;
    }
}
