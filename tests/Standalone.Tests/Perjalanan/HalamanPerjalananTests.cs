using Dukcapil.Standalone.Perjalanan;
using Xunit;

namespace Dukcapil.Standalone.Tests.Perjalanan;

public sealed class HalamanPerjalananTests
{
    private static readonly DateTimeOffset mulai = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_text_of_the_input_is_escaped()
    {
        var jahil = Langkah("3", "KASI") with { Alasan = "<script>alert('x')</script>", Kembali = true, Hasil = "Tidak <sesuai>" };
        var halaman = HalamanPerjalanan.Render(Contoh(jahil));
        Assert.DoesNotContain("<script", halaman, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", halaman, StringComparison.Ordinal);
        Assert.Contains("Tidak &lt;sesuai&gt;", halaman, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_is_one_row_in_order()
    {
        var halaman = HalamanPerjalanan.Render(Contoh(Langkah("1", "PEMOHON"), Langkah("2", "LOKET"), Langkah("3", "KASI")));
        var nomor = System.Text.RegularExpressions.Regex.Matches(halaman, "<th scope=\"row\" class=\"no\">([^<]+)").Select(m => m.Groups[1].Value);
        Assert.Equal(["1", "2", "3"], nomor);
    }

    [Fact]
    public void A_return_names_its_reason_and_where_the_file_went()
    {
        var kembali = Langkah("3", "KASI") with { Hasil = "Tidak sesuai", Kembali = true, KodeAlasan = "DATA_SALAH", Alasan = "Tempat lahir salah" };
        var halaman = HalamanPerjalanan.Render(Contoh(kembali, Langkah("2", "LOKET")));
        Assert.Contains("<tr class=\"kembali\">", halaman, StringComparison.Ordinal);
        Assert.Contains("↩ Tidak sesuai → Loket", System.Net.WebUtility.HtmlDecode(halaman), StringComparison.Ordinal);
        Assert.Contains("DATA_SALAH", halaman, StringComparison.Ordinal);
        Assert.Contains("Tempat lahir salah", halaman, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_time_of_the_straight_way_is_10_minutes_however_often_steps_are_repeated()
    {
        LangkahPerjalanan[] lurus =
        [
            Langkah("1", "PEMOHON"), Langkah("2", "LOKET", "Menerima"), Langkah("2", "LOKET", "menginput", 2), Langkah("3", "KASI"), Langkah("4", "KABID"),
            Langkah("5", "LOKET", "Mencetak"), Langkah("6", "KADIS"), Langkah("7", "LOKET", "Meregistrasi"), Langkah("8", "LOKET", "Menyerahkan"),
        ];
        var halaman = HalamanPerjalanan.Render(Contoh([.. lurus[..4], lurus[2], lurus[3], .. lurus[4..]]));
        Assert.Contains("dari baku <b>10 menit</b>", halaman, StringComparison.Ordinal);
        Assert.Contains("<td class=\"angka\">10 menit</td>", halaman, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 dtk")]
    [InlineData(0.042, "42 ms")]
    [InlineData(0.9996, "1 dtk")]
    [InlineData(1.25, "1,3 dtk")]
    [InlineData(65, "1 mnt 05 dtk")]
    [InlineData(9600, "2 jam 40 mnt")]
    [InlineData(180000, "2 hari 2 jam")]
    public void Durations_read_as_in_the_office(double detik, string teks) => Assert.Equal(teks, TeksHalaman.Durasi(detik).Replace('\u00A0', ' '));

    private static PerjalananPermohonan Contoh(params LangkahPerjalanan[] langkah) => new()
    {
        Judul = "Pelayanan Kartu Keluarga (KK) Umum",
        KodeLacak = "AAAA-BBBB-CCCC",
        Jenis = "KK baru",
        Mulai = mulai,
        Zona = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), "WIB", "WIB"),
        Langkah = langkah,
    };

    private static LangkahPerjalanan Langkah(string nomor, string peran, string kegiatan = "Kegiatan", int menit = 1) => new()
    {
        Nomor = nomor,
        Kegiatan = kegiatan,
        Peran = peran,
        Simbol = SimbolSop.Kotak,
        WaktuBakuMenit = menit,
        PenangananDetik = 30,
        Hasil = "Selesai",
        WaktuSelesai = mulai,
    };
}
