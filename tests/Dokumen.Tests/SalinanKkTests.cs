using Xunit;

namespace Dukcapil.Dokumen.Tests;

public class SalinanKkTests
{
    [Fact]
    public void Is_marked_salinan_and_tells_who_made_it_when_and_what_for()
    {
        using var pdf = new Pembaca(SalinanKk.Buat(Contoh.Salinan(Contoh.Kartu(2))));
        var teks = pdf.Teks();

        Assert.StartsWith("SALINAN", pdf.Rapat(), StringComparison.Ordinal);
        Assert.Contains("SALINAN - BUKAN DOKUMEN RESMI; KK RESMI DICETAK OLEH SIAK", teks, StringComparison.Ordinal);
        Assert.Contains("Dikeluarkan Tanggal : 23-11-2026", teks, StringComparison.Ordinal);
        Assert.Contains("400.12.2.1/17/2026", teks, StringComparison.Ordinal);
        Assert.Contains("23 November 2026 pukul 09.53 WIB", teks, StringComparison.Ordinal);
        Assert.Contains("NIP. 990101199001011001", teks, StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", teks, StringComparison.Ordinal);
        Assert.DoesNotContain("PARAF", teks, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_without_everything_that_may_be_missing()
    {
        var isi = Contoh.Salinan(Contoh.Kartu(0)) with
        {
            TanggalTerbit = null,
            NomorAgenda = null,
            NamaPenandaTangan = null,
            NipPenandaTangan = null,
        };
        using var pdf = new Pembaca(SalinanKk.Buat(isi));
        Assert.Contains("Dikeluarkan Tanggal : -", pdf.Teks(), StringComparison.Ordinal);
        Assert.DoesNotContain("NIP.", pdf.Teks(), StringComparison.Ordinal);
    }
}
