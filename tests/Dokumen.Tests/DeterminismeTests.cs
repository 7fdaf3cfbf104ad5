using System.Text;
using Xunit;

namespace Dukcapil.Dokumen.Tests;

public class DeterminismeTests
{
    public static TheoryData<string> SemuaDokumen => ["konsep", "salinan", "tanda bukti", "penyerahan", "buku"];

    [Theory]
    [MemberData(nameof(SemuaDokumen))]
    public void The_same_data_give_the_same_bytes(string dokumen)
    {
        var pertama = Buat(dokumen);
        var lain = new byte[8][];
        Parallel.For(0, lain.Length, i => lain[i] = Buat(dokumen));
        Assert.All(lain, l => Assert.Equal(pertama, l));
    }

    [Fact]
    public void Other_data_give_another_document_identifier()
    {
        var satu = KonsepKk.Buat(Contoh.Konsep(Contoh.Kartu(1)));
        var dua = KonsepKk.Buat(Contoh.Konsep(Contoh.Kartu(1)) with { Versi = 4 });
        Assert.NotEqual(Pengenal(satu), Pengenal(dua));
        Assert.Matches("^/ID \\[ <([0-9A-F]{32})> ?<\\1> ?\\]$", Pengenal(satu));
    }

    [Theory]
    [MemberData(nameof(SemuaDokumen))]
    public void No_document_holds_a_creation_date_or_more_than_100_kilobytes(string dokumen)
    {
        var pdf = Buat(dokumen);
        Assert.DoesNotContain("CreationDate", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 1000, 100 * 1024);
    }

    private static string Pengenal(byte[] pdf)
    {
        var teks = Encoding.Latin1.GetString(pdf);
        var awal = teks.LastIndexOf("/ID", StringComparison.Ordinal);
        return teks[awal..(teks.IndexOf(']', awal) + 1)];
    }

    private static byte[] Buat(string dokumen) => dokumen switch
    {
        "konsep" => KonsepKk.Buat(Contoh.Konsep(Contoh.Kartu(11))),
        "salinan" => SalinanKk.Buat(Contoh.Salinan(Contoh.Kartu(3))),
        "tanda bukti" => TandaBuktiPengambilan.Buat(Contoh.TandaBukti()),
        "penyerahan" => BuktiPenyerahan.Buat(Contoh.Penyerahan()),
        _ => HalamanBuku.Buat(Contoh.Buku(50)),
    };
}
