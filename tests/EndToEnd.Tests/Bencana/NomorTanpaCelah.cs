using System.Globalization;
using Dukcapil.Contracts;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Demo;
using Npgsql;

namespace Dukcapil.EndToEnd.Tests.Bencana;

/// <summary>
/// A service is killed while several officers register at once, before and after the first of them has its number. When it is back and everybody has
/// sent again, every application has one number and the book has no gap.
/// </summary>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class NomorTanpaCelah(TerdistribusiPemasangan pemasangan)
{
    private const int Banyak = 5;

    private const string Menunggu =
        """
        SELECT count(*) FROM pg_locks k JOIN pg_class t ON t.oid = k.relation JOIN pg_namespace s ON s.oid = t.relnamespace
        WHERE s.nspname = $1 AND t.relname = 'nomor_buku' AND k.mode = 'RowExclusiveLock' AND k.granted = $2
        """;

    // What the test holds is what the transaction comes to next: the counter itself, or the rows that it writes after it has its number.
    [Theory]
    [InlineData("nomor_buku", false)]
    [InlineData("outbox", true)]
    public async Task Buku_Register_has_no_gap_when_Intake_is_killed(string tertahan, bool bernomor) => await UjiAsync(
        ServiceNames.Intake, "buku_register", tertahan, bernomor, "Dukcapil.PeriksaKelengkapan", "Lengkap", IsianUji.Kelengkapan().ToJsonString(), _ => Task.CompletedTask);

    [Theory]
    [InlineData("nomor_buku", false)]
    [InlineData("outbox", true)]
    public async Task Buku_Agenda_has_no_gap_when_the_Registry_is_killed(string tertahan, bool bernomor) => await UjiAsync(
        ServiceNames.Registry, "buku_agenda", tertahan, bernomor, "Dukcapil.RegistrasiDanCap", "Selesai", IsianUji.Registrasi().ToJsonString(), async berkas =>
        {
            await berkas.PeriksaAsync();
            await berkas.EntriAsync();
            await berkas.KoreksiAsync("KASI");
            await berkas.KoreksiAsync("KABID");
            await berkas.CetakAsync();
            await berkas.TandaTanganAsync();
        });

    private async Task UjiAsync(
        string layanan, string buku, string tertahan, bool bernomor, string aktivitas, string hasil, string data, Func<Berkas, Task> sampai)
    {
        using var klien = pemasangan.Klien();
        var berkas = Enumerable.Range(0, Banyak).Select(_ => new Berkas(pemasangan, klien)).ToList();
        await Task.WhenAll(berkas.Select(async b =>
        {
            await b.AjukanAsync();
            await sampai(b);
        }));
        var tugas = await Task.WhenAll(berkas.Select(b => b.TugasAsync(aktivitas, "LOKET")));
        var proses = pemasangan.Layanan.Single(l => l.Name == "Dukcapil." + char.ToUpperInvariant(layanan[0]) + layanan[1..]);

        List<Task<Jawaban?>> dikirim;
        await using (var koneksi = new NpgsqlConnection(pemasangan.BasisData))
        {
            await koneksi.OpenAsync();
            await using var kunci = await koneksi.BeginTransactionAsync();
            await JalankanAsync(koneksi, $"LOCK TABLE {layanan}.{tertahan} IN EXCLUSIVE MODE");
            dikirim = [.. tugas.Select(t => KirimAsync(t, hasil, data))];
            await Tunggu.SampaiAsync("pencatatan tertahan di tengah transaksinya", async () => await MenungguAsync(layanan, bernomor));
            await proses.KillAsync();
        }
        // Those that were under way have no answer, or one that says so; nobody was told of a number that is not there.
        var terjawab = (await Task.WhenAll(dikirim)).Count(j => j?.Status == 200);
        Assert.Equal(0, terjawab);
        await proses.StartAsync();
        foreach (var t in tugas)
        {
            await Tunggu.SampaiAsync(
                $"tugas {t.TugasId} selesai setelah dikirim lagi", async () => await KirimAsync(t, hasil, data) is { Status: 200 });
        }

        var nomor = await pemasangan.BacaBarisAsync(layanan, $"SELECT urut FROM {buku} ORDER BY urut");
        Assert.Equal(Enumerable.Range(1, nomor.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)), nomor.Select(b => b[0]));
        foreach (var b in berkas)
            Assert.Single(await pemasangan.BacaBarisAsync(layanan, $"SELECT urut FROM {buku} WHERE permohonan_id = '{b.Id}'"));
        Assert.Equal(
            nomor[^1][0], Assert.Single(await pemasangan.BacaBarisAsync(layanan, "SELECT terakhir FROM nomor_buku"))[0]);
    }

    private async Task<Jawaban?> KirimAsync(TugasKlien tugas, string hasil, string data)
    {
        try
        {
            return await pemasangan.KirimJsonAsync($"{tugas.Alamat}/selesai", pemasangan.TokenUntuk("LOKET"), $$"""{ "hasil": "{{hasil}}", "data": {{data}} }""");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    // Somebody waits for the counter; or has it changed, and waits with what follows.
    private async Task<bool> MenungguAsync(string layanan, bool bernomor)
    {
        await using var koneksi = new NpgsqlConnection(pemasangan.BasisData);
        await koneksi.OpenAsync();
        await using var perintah = new NpgsqlCommand(Menunggu, koneksi);
        perintah.Parameters.Add(new() { Value = layanan });
        perintah.Parameters.Add(new() { Value = bernomor });
        return (long)(await perintah.ExecuteScalarAsync())! > 0;
    }

    private static async Task JalankanAsync(NpgsqlConnection koneksi, string sql)
    {
        await using var perintah = new NpgsqlCommand(sql, koneksi);
        await perintah.ExecuteNonQueryAsync();
    }
}
