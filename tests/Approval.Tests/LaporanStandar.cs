using Dukcapil.Contracts;

namespace Dukcapil.Approval.Tests;

/// <summary>The service-standard report against applications whose times are known.</summary>
public abstract class LaporanStandar(LayananPersetujuan layanan)
{
    private const string Alamat = "/api/v1/tugas/laporan/standar-layanan";

    [Fact]
    public async Task It_counts_who_met_ten_minutes_where_time_goes_and_the_bottleneck_of_the_week()
    {
        var senin = new DateTimeOffset(2031, 3, 3, 2, 0, 0, TimeSpan.Zero);
        await BerkasAsync(senin, loket: 2, kasi: 3, tungguKasi: 60);
        await BerkasAsync(senin.AddDays(1), loket: 2, kasi: 9, tungguKasi: 120);
        await BerkasAsync(senin.AddDays(8), loket: 1, kasi: 1, tungguKasi: 1);
        var kasi = layanan.Sebagai("kasi-laporan", "KASI");
        var isi = (await kasi.BacaAsync(Alamat + "?dari=2031-03-01&sampai=2031-03-31")).Harus(200).Json;

        Assert.Equal((3, 2), (isi.GetProperty("permohonan").GetInt32(), isi.GetProperty("memenuhiStandar").GetInt32()));
        var langkah = isi.GetProperty("langkah").EnumerateArray().Single(l => l.GetProperty("peran").GetString() == "KASI");
        Assert.Equal((3, 2), (langkah.GetProperty("selesai").GetInt32(), langkah.GetProperty("lewatWaktuBaku").GetInt32()));
        Assert.Equal(180_000, langkah.GetProperty("penangananMs").GetProperty("median").GetInt64());
        Assert.Equal(7_200_000, langkah.GetProperty("menungguMs").GetProperty("p95").GetInt64());
        var minggu = isi.GetProperty("minggu").EnumerateArray().ToList();
        Assert.Equal(["2031-03-03", "2031-03-10"], minggu.Select(m => m.GetProperty("mulai").GetString()));
        Assert.Equal("3 Uji (KASI)", minggu[0].GetProperty("leherBotol").GetString());
        // Of another day, and of nobody's other office.
        Assert.Equal(0, (await kasi.BacaAsync(Alamat + "?dari=2031-03-20&sampai=2031-03-31")).Harus(200).Json.GetProperty("permohonan").GetInt32());
        Assert.Equal(422, (await kasi.BacaAsync(Alamat + "?dari=2030-01-01&sampai=2031-03-31")).Status);

        Assert.Contains("3,Uji,KASI,3,60.0,2,0,180.0,540.0", (await kasi.BacaAsync(Alamat + "/csv?dari=2031-03-01&sampai=2031-03-31")).Harus(200).Isi, StringComparison.Ordinal);
        var halaman = (await kasi.BacaAsync(Alamat + "/cetak?dari=2031-03-01&sampai=2031-03-31")).Harus(200).Isi;
        Assert.Contains("<b>2</b> dari <b>3</b>", halaman, StringComparison.Ordinal);
        Assert.Contains("<svg", halaman, StringComparison.Ordinal);
    }

    // Minutes of handling of two steps, and how long the second one waited; the handover takes none.
    private async Task BerkasAsync(DateTimeOffset mulai, int loket, int kasi, int tungguKasi)
    {
        var permohonan = Guid.NewGuid();
        await TugasAsync(permohonan, "2", "LOKET", "Dukcapil.PeriksaKelengkapan", mulai, mulai.AddMinutes(loket), loket);
        var lanjut = mulai.AddMinutes(loket);
        await TugasAsync(permohonan, "3", "KASI", "Dukcapil.KoreksiKonsep", lanjut, lanjut.AddMinutes(tungguKasi + kasi), kasi);
        var akhir = lanjut.AddMinutes(tungguKasi + kasi);
        await TugasAsync(permohonan, "8", "LOKET", "Dukcapil.SerahTerima", akhir, akhir, 0, "Diserahkan");
    }

    private Task TugasAsync(Guid permohonan, string nomor, string peran, string aktivitas, DateTimeOffset terbit, DateTimeOffset selesai, int menit, string hasil = "Lengkap")
    {
        var id = Guid.NewGuid().ToString("N");
        return layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket(id, terbit, peran, status: StatusTugas.Selesai, permohonan: permohonan) with
        {
            Aktivitas = aktivitas,
            Langkah = Contoh.Langkah(nomor, peran),
            SelesaiPada = selesai,
            PenangananMs = menit * 60_000,
            HasilDipilih = hasil,
        });
    }
}

/// <inheritdoc/>
public sealed class LaporanStandarSqlite(PersetujuanSqlite layanan) : LaporanStandar(layanan), IClassFixture<PersetujuanSqlite>;

/// <inheritdoc/>
public sealed class LaporanStandarPostgres(PersetujuanPostgres layanan) : LaporanStandar(layanan), IClassFixture<PersetujuanPostgres>;
