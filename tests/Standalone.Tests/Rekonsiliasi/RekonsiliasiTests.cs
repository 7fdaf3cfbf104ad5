using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Rekonsiliasi;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dukcapil.Standalone.Tests.Rekonsiliasi;

public sealed class RekonsiliasiTests(HostSementara host) : IClassFixture<HostSementara>
{
    [Fact]
    public async Task A_task_lost_at_its_owner_is_found_and_comes_back()
    {
        using var rekonsiliasi = new Standalone.Rekonsiliasi.Rekonsiliasi(host.Alamat, await host.TokenAsync("OPS"));
        var pengajuan = await host.Klien.AjukanAsync(BerkasContoh.Pengajuan());
        var tugas = await host.Klien.TungguTugasAsync(pengajuan.Id, "LOKET");
        await TungguCocokAsync(rekonsiliasi);

        await JalankanSqlAsync("intake", "DELETE FROM tugas WHERE id = $id", tugas.TugasId);
        var temuan = Assert.Single(await rekonsiliasi.PeriksaAsync(TimeSpan.Zero));
        Assert.Equal("tugas-hilang/" + tugas.TugasId, temuan.Kunci);

        Assert.Equal(1, await rekonsiliasi.PerbaikiAsync([temuan]));
        await TungguCocokAsync(rekonsiliasi);
        await host.Klien.KlaimAsync(tugas);
    }

    [Fact]
    public async Task A_running_server_finds_and_repairs_by_itself()
    {
        using var rekonsiliasi = new Standalone.Rekonsiliasi.Rekonsiliasi(host.Alamat, await host.TokenAsync("OPS"));
        var pengajuan = await host.Klien.AjukanAsync(BerkasContoh.Pengajuan());
        var tugas = await host.Klien.TungguTugasAsync(pengajuan.Id, "LOKET");
        await TungguCocokAsync(rekonsiliasi);
        await JalankanSqlAsync("intake", "DELETE FROM tugas WHERE id = $id", tugas.TugasId);

        using var laporan = new StringWriter();
        using var berhenti = new CancellationTokenSource();
        var berkala = new RekonsiliasiBerkala(host.Alamat, () => host.TokenAsync("OPS"), TextWriter.Synchronized(laporan))
        {
            Setiap = TimeSpan.FromMilliseconds(50),
            Tenggang = TimeSpan.Zero,
        }.JalankanAsync(berhenti.Token);
        await TungguCocokAsync(rekonsiliasi);
        await berhenti.CancelAsync();
        await berkala;
        Assert.Contains("1 perbaikan dikirim", laporan.ToString(), StringComparison.Ordinal);
        await host.Klien.KlaimAsync(tugas);
    }

    private static async Task TungguCocokAsync(Standalone.Rekonsiliasi.Rekonsiliasi rekonsiliasi) => Assert.NotNull(
        await KantorKlien.TungguAsync(async () => (await rekonsiliasi.PeriksaAsync(TimeSpan.Zero)).Count == 0 ? "cocok" : null));

    private async Task JalankanSqlAsync(string layanan, string sql, string id)
    {
        await using var koneksi = new SqliteConnection($"Data Source={host.FileDatabase(layanan)}");
        await koneksi.OpenAsync();
        await using var perintah = koneksi.CreateCommand();
        perintah.CommandText = sql;
        perintah.Parameters.AddWithValue("$id", id);
        Assert.Equal(1, await perintah.ExecuteNonQueryAsync());
    }
}
