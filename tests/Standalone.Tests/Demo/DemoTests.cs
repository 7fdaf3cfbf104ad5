using System.Text;
using Xunit;

namespace Dukcapil.Standalone.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demonstration_walks_the_whole_SOP_and_leaves_its_papers()
    {
        var keluaran = Directory.CreateTempSubdirectory("dukcapil-hasil-");
        try
        {
            var (kode, layar, kesalahan) = await Layar.JalankanAsync("demo", "--keluaran", keluaran.FullName);
            Assert.Equal("", kesalahan);
            Assert.Equal(0, kode);
            Assert.Contains("SESUAI", layar, StringComparison.Ordinal);
            foreach (var nama in (string[])["konsep-v1.pdf", "konsep-v2.pdf", "konsep-v3.pdf", "tanda-bukti.pdf", "bukti-penyerahan.pdf"])
            {
                var isi = await File.ReadAllBytesAsync(Path.Combine(keluaran.FullName, nama));
                Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(isi), StringComparison.Ordinal);
            }
            var halaman = await File.ReadAllTextAsync(Path.Combine(keluaran.FullName, "perjalanan.html"));
            Assert.Contains("KK/", halaman, StringComparison.Ordinal);
            Assert.Contains("dari baku <b>10 menit</b>", halaman, StringComparison.Ordinal);
        }
        finally
        {
            keluaran.Delete(recursive: true);
        }
    }
}
