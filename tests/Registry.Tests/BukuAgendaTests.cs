using System.Text;

namespace Dukcapil.Registry.Tests;

/// <summary>The Buku Agenda to read and to print, and the figures of the office.</summary>
public abstract class BukuAgendaTests(LayananRegistri layanan)
{
    [Fact]
    public async Task The_book_is_read_printed_and_exported_with_masked_numbers_by_day_and_type()
    {
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        var baris = (await berkas.RincianAsync()).Json.GetProperty("agenda")[0];
        var (nomor, hari) = (baris.GetProperty("nomorAgenda").GetString()!, baris.GetProperty("tanggal").GetString()!);
        (await berkas.SelesaikanAsync(tugas, null, "SalahCetak")).Harus(200);

        foreach (var (saringan, ada) in new[] { ($"tanggal={hari}", true), ($"tanggal={hari}&jenis=KK_BARU_KELUARGA_BARU", true), ($"tanggal={hari}&jenis=KK_BARU_RENTAN", false), ("tanggal=2020-01-01", false) })
        {
            var csv = (await layanan.Loket.BacaAsync("/api/v1/registri/buku-agenda/csv?" + saringan)).Harus(200).Isi;
            Assert.Equal(ada, csv.Contains(nomor, StringComparison.Ordinal));
            Assert.Equal(ada, (await layanan.Loket.BacaAsync("/api/v1/registri/buku-agenda?batas=200&" + saringan)).Harus(200).Isi.Contains(nomor, StringComparison.Ordinal));
            Assert.DoesNotContain(berkas.NomorKk[..12], csv, StringComparison.Ordinal);
            Assert.StartsWith("\uFEFFnomorAgenda,", csv, StringComparison.Ordinal);
            if (ada) Assert.Contains("SALAH_CETAK", csv.Split("\r\n").Single(b => b.StartsWith(nomor + ",", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
        var pdf = (await layanan.Loket.BacaAsync($"/api/v1/registri/buku-agenda/pdf?tanggal={hari}")).Harus(200);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf.Bita, 0, 8), StringComparison.Ordinal);
        (await layanan.TanpaToken().BacaAsync("/api/v1/registri/buku-agenda/pdf")).Harus(401);
        (await layanan.Loket.BacaAsync("/api/v1/registri/buku-agenda/pdf?tanggal=kemarin")).Harus(400);
    }

    [Fact]
    public async Task The_figures_count_sheets_lines_and_handovers()
    {
        var awal = (await layanan.Loket.BacaAsync("/api/v1/registri/statistik")).Harus(200).Json;
        var berkas = new BerkasUji(layanan);
        var cetak = await berkas.SiapCetakAsync();
        (await berkas.Loket.KirimJsonAsync($"/api/v1/registri/permohonan/{berkas.Id}/cetak-gagal", new { sebab = "Kertas macet.", lembarRusak = 2 })).Harus(201);
        (await berkas.SelesaikanAsync(cetak, berkas.DataCetak())).Harus(200);
        var akhir = (await layanan.Loket.BacaAsync("/api/v1/registri/statistik")).Harus(200).Json;
        // Other tests of this run act in the same office.
        Assert.True(akhir.GetProperty("lembarRusak").GetInt32() >= awal.GetProperty("lembarRusak").GetInt32() + 2);
        Assert.True(akhir.GetProperty("cetakGagal").GetInt32() > awal.GetProperty("cetakGagal").GetInt32());
        (await layanan.Loket.BacaAsync("/api/v1/registri/statistik?dari=2026-02-01&sampai=2026-01-01")).Harus(400);
    }
}

/// <inheritdoc/>
public sealed class BukuAgendaDiSqlite(RegistriSqlite layanan) : BukuAgendaTests(layanan);

/// <inheritdoc/>
public sealed class BukuAgendaDiPostgres(RegistriPostgres layanan) : BukuAgendaTests(layanan);
