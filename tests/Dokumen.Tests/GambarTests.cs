using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Dukcapil.Dokumen.Tests;

/// <summary>
/// What a printer makes of the documents: drawn by Poppler, a renderer that is not ours, and compared as pictures. Two pictures are alike when no square of
/// 16 × 16 points differs in its mean grey by more than a trace; renderers may smooth letters differently, but never move, lose or add a line.
/// </summary>
public sealed class GambarTests
{
    private const int Petak = 16, Toleransi = 3;

    [Fact]
    public async Task The_konsep_looks_like_its_reference_picture()
    {
        var gambar = await GambarAsync(KonsepKk.Buat(Contoh.Konsep(Contoh.Kartu(6))), 1);
        await SamaAsync("konsep-6", gambar);
    }

    [Fact]
    public async Task The_third_sheet_of_twenty_five_members_looks_like_its_reference_picture()
    {
        var gambar = await GambarAsync(KonsepKk.Buat(Contoh.Konsep(Contoh.Kartu(25))), 3);
        await SamaAsync("konsep-25-lembar-3", gambar);
    }

    [Fact]
    public async Task A_name_of_sixty_wide_letters_leaves_the_pictures_of_all_other_cells_as_they_are()
    {
        var biasa = await GambarAsync(KonsepKk.Buat(Contoh.Konsep(Contoh.Kartu(Contoh.Anggota("O", 2)))), 1);
        var lebar = await GambarAsync(KonsepKk.Buat(Contoh.Konsep(Contoh.Kartu(Contoh.Anggota(new string('W', 60), 2)))), 1);
        var beda = Beda(biasa, lebar).ToList();
        Assert.NotEmpty(beda);
        // The cell of the name and nothing else: member 1 of table 1, second column.
        Assert.True(beda.Max(p => p.X) - beda.Min(p => p.X) <= 168 + Petak && beda.Max(p => p.Y) - beda.Min(p => p.Y) <= 2 * Petak, string.Join(' ', beda));
    }

    [Fact]
    public async Task The_proof_of_handover_looks_like_its_reference_picture() =>
        await SamaAsync("bukti-penyerahan", await GambarAsync(BuktiPenyerahan.Buat(Contoh.Penyerahan() with { IsiQr = "https://contoh.invalid/periksa#R7KQ-94TM-2XBD" }), 1));

    private static async Task SamaAsync(string nama, Gambar gambar)
    {
        var berkas = Path.Combine(AppContext.BaseDirectory, "gambar", nama + ".pgm");
        if (Environment.GetEnvironmentVariable("DUKCAPIL_GAMBAR_BARU") is { Length: > 0 } tujuan)
        {
            await File.WriteAllBytesAsync(Path.Combine(tujuan, nama + ".pgm"), gambar.Petak().Tulis());
            return;
        }
        var acuan = Gambar.Baca(await File.ReadAllBytesAsync(berkas));
        var kini = gambar.Petak();
        Assert.Equal((acuan.Lebar, acuan.Tinggi), (kini.Lebar, kini.Tinggi));
        var beda = Enumerable.Range(0, kini.Kelabu.Length).Where(i => Math.Abs(kini.Kelabu[i] - acuan.Kelabu[i]) > Toleransi)
            .Select(i => $"({i % kini.Lebar * Petak},{i / kini.Lebar * Petak})").ToList();
        Assert.True(beda.Count == 0, $"{nama} berbeda pada petak {string.Join(' ', beda.Take(20))}");
    }

    private static IEnumerable<(int X, int Y)> Beda(Gambar satu, Gambar dua)
    {
        var (a, b) = (satu.Petak(), dua.Petak());
        return Enumerable.Range(0, a.Kelabu.Length).Where(i => Math.Abs(a.Kelabu[i] - b.Kelabu[i]) > Toleransi).Select(i => (i % a.Lebar * Petak, i / a.Lebar * Petak));
    }

    private static async Task<Gambar> GambarAsync(byte[] pdf, int halaman)
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-gambar-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "a.pdf"), pdf);
            var nomor = halaman.ToString(CultureInfo.InvariantCulture);
            using var poppler = Process.Start(new ProcessStartInfo("pdftoppm", ["-gray", "-r", "72", "-f", nomor, "-l", nomor, "-singlefile", "a.pdf", "a"]) { WorkingDirectory = folder })!;
            await poppler.WaitForExitAsync();
            Assert.Equal(0, poppler.ExitCode);
            return Gambar.Baca(await File.ReadAllBytesAsync(Path.Combine(folder, "a.pgm")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A grey picture (PGM, P5), one point a pixel.</summary>
    private sealed record Gambar(int Lebar, int Tinggi, byte[] Kelabu)
    {
        public static Gambar Baca(byte[] pgm)
        {
            var (letak, kepala) = (0, new List<string>());
            while (kepala.Count < 4)
            {
                var akhir = Array.FindIndex(pgm, letak, b => b is (byte)' ' or (byte)'\n');
                kepala.Add(System.Text.Encoding.ASCII.GetString(pgm, letak, akhir - letak));
                letak = akhir + 1;
            }
            return new Gambar(int.Parse(kepala[1], CultureInfo.InvariantCulture), int.Parse(kepala[2], CultureInfo.InvariantCulture), pgm[letak..]);
        }

        public byte[] Tulis() => [.. System.Text.Encoding.ASCII.GetBytes($"P5\n{Lebar} {Tinggi}\n255\n"), .. Kelabu];

        /// <summary>The mean grey of each square.</summary>
        public Gambar Petak()
        {
            var (lebar, tinggi) = ((Lebar + GambarTests.Petak - 1) / GambarTests.Petak, (Tinggi + GambarTests.Petak - 1) / GambarTests.Petak);
            var (jumlah, banyak) = (new int[lebar * tinggi], new int[lebar * tinggi]);
            for (var i = 0; i < Kelabu.Length; i++)
            {
                var petak = (i / Lebar / GambarTests.Petak * lebar) + (i % Lebar / GambarTests.Petak);
                (jumlah[petak], banyak[petak]) = (jumlah[petak] + Kelabu[i], banyak[petak] + 1);
            }
            return new Gambar(lebar, tinggi, [.. jumlah.Select((j, i) => (byte)(j / banyak[i]))]);
        }
    }
}
