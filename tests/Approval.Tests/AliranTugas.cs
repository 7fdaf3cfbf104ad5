using Dukcapil.Contracts;

namespace Dukcapil.Approval.Tests;

/// <summary>The live stream of an officer's tasks.</summary>
public abstract class AliranTugas(LayananPersetujuan layanan)
{
    [Fact]
    public async Task A_change_reaches_the_screen_of_its_role_and_no_other()
    {
        await using var kasi = await layanan.Sebagai("kasi-" + Acak(), "KASI").BukaAliranAsync();
        await using var kabid = await layanan.Sebagai("kabid-" + Acak(), "KABID").BukaAliranAsync();
        Assert.Equal("text/event-stream", kasi.Jenis);
        Assert.Equal("mulai", (await kasi.BerikutAsync())!.Jenis);
        Assert.Equal("mulai", (await kabid.BerikutAsync())!.Jenis);
        var tugas = await layanan.KoreksiAsync();
        var kabar = await kasi.TungguAsync("tugas", p => p.TugasId == tugas);
        Assert.Equal("terbuka", kabar.Isi.GetProperty("tugas").GetProperty("status").GetString());
        var milikKabid = await layanan.KoreksiAsync("KABID");
        Assert.Equal(milikKabid, (await kabid.TungguAsync("tugas")).TugasId);
    }

    [Fact]
    public async Task A_stream_goes_on_where_it_was_cut_off()
    {
        var klien = layanan.Sebagai("kasi-" + Acak(), "KASI");
        string letak;
        await using (var dulu = await klien.BukaAliranAsync()) letak = (await dulu.BerikutAsync())!.Id!;
        var (satu, dua) = (await layanan.KoreksiAsync(), await layanan.KoreksiAsync());
        await AdaDiDaftarAsync(klien, dua);
        await using var lanjut = await klien.BukaAliranAsync(letak);
        await lanjut.TungguAsync("tugas", p => p.TugasId == satu);
        var terakhir = await lanjut.TungguAsync("tugas", p => p.TugasId == dua);
        var tiga = await layanan.KoreksiAsync();
        letak = (await lanjut.TungguAsync("tugas", p => p.TugasId == tiga)).Id!;
        Assert.NotEqual(terakhir.Id, letak);
        // What was told once is not told again from the place after it.
        await using var lagi = await klien.BukaAliranAsync(letak);
        var empat = await layanan.KoreksiAsync();
        Assert.Equal(empat, (await lagi.TungguAsync("tugas")).TugasId);
    }

    [Fact]
    public async Task After_too_much_has_passed_the_list_is_to_be_read_anew()
    {
        var klien = layanan.Sebagai("petugas-" + Acak(), "UJI_RAMAI");
        string letak;
        await using (var dulu = await klien.BukaAliranAsync()) letak = (await dulu.BerikutAsync())!.Id!;
        await Task.WhenAll(Enumerable.Range(0, 510).Select(_ =>
            layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket(Guid.NewGuid().ToString("N"), layanan.Jam.GetUtcNow(), "UJI_RAMAI"))));
        await using var lanjut = await klien.BukaAliranAsync(letak);
        Assert.Equal("muat-ulang", (await lanjut.BerikutAsync())!.Jenis);
    }

    [Fact]
    public async Task A_stream_ends_with_its_token_and_an_officer_has_only_a_few()
    {
        var id = "kasi-" + Acak();
        // Tokens are good for 30 seconds more than they say; the stream is not.
        await using (var singkat = await layanan.SebagaiDi(0, id, TimeSpan.FromSeconds(2), "KASI").BukaAliranAsync())
        {
            Assert.Equal("mulai", (await singkat.BerikutAsync())!.Jenis);
            await singkat.TungguAsync("berakhir");
            Assert.Null(await singkat.BerikutAsync());
        }
        var klien = layanan.Sebagai(id, "KASI");
        var terbuka = new List<AliranTerbuka>();
        for (var i = 0; i < 3; i++)
        {
            terbuka.Add(await klien.BukaAliranAsync());
            Assert.Equal(200, terbuka[^1].Status);
        }
        await using (var lebih = await klien.BukaAliranAsync()) Assert.Equal(429, lebih.Status);
        foreach (var aliran in terbuka) await aliran.DisposeAsync();
        await Tunggu.SampaiAsync("tempat menjadi kosong", async () =>
        {
            await using var lagi = await klien.BukaAliranAsync();
            return lagi.Status == 200;
        });
        await using var asing = await klien.BukaAliranAsync("bukan-penanda");
        Assert.Equal(400, asing.Status);
        await using var ops = await layanan.Sebagai("ops", "OPS").BukaAliranAsync();
        Assert.Equal(403, ops.Status);
    }

    private protected static string Acak() => Guid.NewGuid().ToString("N")[..8];

    private static Task AdaDiDaftarAsync(Klien klien, string tugas) => Tunggu.SampaiAsync(
        "tugas ada di daftar", async () => (await klien.BacaAsync("/api/v1/tugas?urut=terbaru")).Isi.Contains(tugas, StringComparison.Ordinal));
}

/// <inheritdoc/>
public sealed class AliranTugasSqlite(PersetujuanSqlite layanan) : AliranTugas(layanan), IClassFixture<PersetujuanSqlite>;

/// <inheritdoc/>
public sealed class AliranTugasPostgres(PersetujuanPostgres layanan) : AliranTugas(layanan), IClassFixture<PersetujuanPostgres>
{
    private readonly LayananPersetujuan layanan = layanan;

    [Fact]
    public async Task A_change_at_one_replica_reaches_a_screen_at_another()
    {
        await using var disana = await layanan.SebagaiDi(1, "kasi-" + Acak(), TimeSpan.FromHours(1), "KASI").BukaAliranAsync();
        var letak = (await disana.BerikutAsync())!.Id!;
        var tugas = await layanan.KoreksiAsync();
        await disana.TungguAsync("tugas", p => p.TugasId == tugas);
        // And a place of one replica is good at the other.
        var lain = await layanan.KoreksiAsync();
        await using var disini = await layanan.Sebagai("kasi-" + Acak(), "KASI").BukaAliranAsync(letak);
        await disini.TungguAsync("tugas", p => p.TugasId == tugas);
        await disini.TungguAsync("tugas", p => p.TugasId == lain);
    }
}
