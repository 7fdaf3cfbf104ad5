using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Contracts;
using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Dukcapil.Standalone.Rekonsiliasi;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dukcapil.Standalone.Tests.Kunci;

/// <summary>A new protection key: old data stay readable, and after sealing anew nothing but the audit journal needs the old key.</summary>
public sealed class RotasiKunciTests : IDisposable
{
    private static readonly byte[] Lampiran = [.. "%PDF-1.7\n"u8, .. new byte[200_000]];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-kunci-");

    [Fact]
    public async Task Old_data_are_readable_under_a_new_key_and_after_sealing_anew_without_the_old_one()
    {
        var (id, lampiran) = (Guid.Empty, "");
        await DenganAsync(async (_, klien) =>
        {
            id = (await klien.AjukanAsync(Isi(), new Dictionary<string, byte[]> { ["BUKU_NIKAH"] = Lampiran })).Id;
            lampiran = (string)(await klien.PermohonanAsync(id))["lampiran"]![0]!["id"]!;
        });

        new DataFolder(folder.FullName).KunciBaru();
        await DenganAsync(async (host, klien) =>
        {
            await HarusTerbacaAsync(klien, id, lampiran);
            Assert.True(TersegelDengan("k1") > 0, "Nothing was sealed with the old key: the test proves nothing.");
            using var ops = new OpsKlien(host.Address, await TokenKlien.OpsAsync(host.Address, new DataFolder(folder.FullName)));
            foreach (var layanan in ServiceNames.WithApi) await ops.SegelUlangAsync(layanan, CancellationToken.None);
            Assert.Equal((0, 0), await ops.SegelUlangAsync(ServiceNames.Intake, CancellationToken.None));
            await HarusTerbacaAsync(klien, id, lampiran);
        });

        Assert.Equal(0, TersegelDengan("k1"));
        LupakanKunci("k1");
        await DenganAsync((_, klien) => HarusTerbacaAsync(klien, id, lampiran));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static JsonNode Isi() => JsonNode.Parse(
        """{ "jenis": "KK_BARU_KELUARGA_BARU", "pemohon": { "nama": "AHMAD CONTOH", "nik": "9901010107900001", "telepon": "0800-000-001" } }""")!;

    private static async Task HarusTerbacaAsync(KantorKlien klien, Guid id, string lampiran)
    {
        Assert.Equal("AHMAD CONTOH", (string)(await klien.PermohonanAsync(id))["namaPemohon"]!);
        Assert.Equal(Lampiran, await klien.UnduhAsync($"/api/v1/permohonan/{id}/lampiran/{lampiran}"));
    }

    private async Task DenganAsync(Func<StandaloneHost, KantorKlien, Task> kerja)
    {
        var data = new DataFolder(folder.FullName);
        await using var host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0");
        using var klien = KantorKlien.DariData(host.Address, data);
        await kerja(host, klien);
    }

    private void LupakanKunci(string id)
    {
        var berkas = Path.Combine(folder.FullName, "kunci", "pelindung.json");
        var ring = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(berkas))!;
        Assert.True(ring.Remove(id));
        File.WriteAllText(berkas, JsonSerializer.Serialize(ring));
    }

    // Every text of every table but the audit journal, and every attachment.
    private int TersegelDengan(string kunci)
    {
        var banyak = 0;
        foreach (var layanan in ServiceNames.WithApi)
        {
            using var koneksi = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, layanan + ".db")};Mode=ReadOnly;Pooling=False");
            koneksi.Open();
            foreach (var tabel in Baca(koneksi, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'audit%' AND name NOT LIKE 'sqlite%'"))
                banyak += Baca(koneksi, $"SELECT * FROM \"{tabel}\"").Count(nilai => nilai.StartsWith(kunci + ":", StringComparison.Ordinal));
        }
        return banyak + Directory.EnumerateFiles(Path.Combine(folder.FullName, "lampiran"), "*", SearchOption.AllDirectories)
            .Count(f => Encoding.ASCII.GetString(File.ReadAllBytes(f), 5, kunci.Length) == kunci);
    }

    private static List<string> Baca(SqliteConnection koneksi, string sql)
    {
        using var perintah = koneksi.CreateCommand();
        perintah.CommandText = sql;
        using var pembaca = perintah.ExecuteReader();
        var nilai = new List<string>();
        while (pembaca.Read())
        {
            for (var i = 0; i < pembaca.FieldCount; i++)
            {
                if (pembaca.GetValue(i) is string teks) nilai.Add(teks);
            }
        }
        return nilai;
    }
}
