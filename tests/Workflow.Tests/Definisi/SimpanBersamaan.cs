namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>Two editors, and requests that come again.</summary>
public abstract class SimpanBersamaan(LayananAlur layanan)
{
    private readonly Klien admin = layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task The_second_save_of_a_stale_draft_is_refused()
    {
        var id = Contoh.IdBaru();
        var dibuka = (await admin.SimpanAsync(Contoh.Kecil(id, teks: "awal"))).Harus(200).Definisi();
        (await admin.SimpanAsync(dibuka.DenganTeks("dari Ani"))).Harus(200);
        Assert.Contains("sudah diubah", Assert.Single((await admin.SimpanAsync(dibuka.DenganTeks("dari Budi"))).Alasan()), StringComparison.Ordinal);
        Assert.Equal("dari Ani", (await admin.BacaDefinisiAsync(id)).Teks());
    }

    [Fact]
    public async Task A_save_from_an_older_version_is_refused()
    {
        var id = Contoh.IdBaru();
        var satu = await admin.TerbitkanAsync(Contoh.Kecil(id, teks: "satu"));
        await admin.TerbitkanAsync(satu.DenganTeks("dua"));
        Assert.Contains("sudah diubah", Assert.Single((await admin.SimpanAsync(satu.DenganTeks("tiga"))).Alasan()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_save_again_is_the_same_save()
    {
        var id = Contoh.IdBaru();
        var dibuka = await admin.TerbitkanAsync(Contoh.Kecil(id, teks: "satu"));
        var ubahan = dibuka.DenganTeks("dua");
        var pertama = (await admin.SimpanAsync(ubahan)).Harus(200).Definisi();
        var ulangan = (await admin.SimpanAsync(ubahan)).Harus(200).Definisi();
        Assert.Equal(pertama.ToJsonString(), ulangan.ToJsonString());
        var terbit = (await admin.SimpanAsync(ubahan, terbit: true)).Harus(200);
        Assert.False(terbit.Json.GetProperty("alreadyPublished").GetBoolean());
        Assert.True((await admin.SimpanAsync(ubahan, terbit: true)).Harus(200).Json.GetProperty("alreadyPublished").GetBoolean());
        Assert.Equal(2, (await admin.BacaAsync($"{Contoh.Jalur}/{id}/versions")).Harus(200).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_new_definition_sent_again_is_one_definition()
    {
        var alur = Contoh.Kecil(null, nama: "Sekali " + Contoh.IdBaru());
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.SimpanAsync(alur)));
        Assert.Single(jawaban.Select(j => (string)j.Harus(200).Definisi()["definitionId"]!).Distinct());
        Assert.NotEqual(
            (string)jawaban[0].Definisi()["definitionId"]!,
            (string)(await layanan.Sebagai("ADMIN_ALUR", "KASI").SimpanAsync(alur)).Harus(200).Definisi()["definitionId"]!);
    }

    [Fact]
    public async Task Of_many_saves_at_once_one_wins_and_the_others_are_told()
    {
        var id = Contoh.IdBaru();
        var dibuka = await admin.TerbitkanAsync(Contoh.Kecil(id, teks: "awal"));
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => admin.SimpanAsync(dibuka.DenganTeks($"ke-{i}"), terbit: i % 2 == 0)));
        var menang = Assert.Single(jawaban, j => j.Status == 200);
        Assert.All(jawaban.Where(j => j != menang), j => Assert.Contains("diubah", Assert.Single(j.Alasan()), StringComparison.Ordinal));
        Assert.Equal(menang.Definisi().Teks(), (await admin.BacaDefinisiAsync(id)).Teks());
        Assert.Equal([2, 1], (await admin.BacaAsync($"{Contoh.Jalur}/{id}/versions")).Harus(200).Json.EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Of_many_saves_of_one_draft_at_once_one_wins_and_the_others_are_told()
    {
        // No new version, so that only the revision of the draft can tell.
        var id = Contoh.IdBaru();
        var dibuka = (await admin.SimpanAsync(Contoh.Kecil(id, teks: "awal"))).Harus(200).Definisi();
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => admin.SimpanAsync(dibuka.DenganTeks($"ke-{i}"))));
        var menang = Assert.Single(jawaban, j => j.Status == 200);
        Assert.All(jawaban.Where(j => j != menang), j => Assert.Contains("diubah", Assert.Single(j.Alasan()), StringComparison.Ordinal));
        Assert.Equal(menang.Definisi().Teks(), (await admin.BacaDefinisiAsync(id)).Teks());
    }

    [Fact]
    public async Task A_save_that_would_empty_a_definition_is_refused()
    {
        var id = Contoh.IdBaru();
        var dibuka = (await admin.SimpanAsync(Contoh.Kecil(id))).Harus(200).Definisi();
        dibuka["root"]!["activities"]!.AsArray().Clear();
        Assert.Contains("Semua langkah hilang", Assert.Single((await admin.SimpanAsync(dibuka)).Alasan()), StringComparison.Ordinal);
    }
}

/// <inheritdoc/>
public sealed class SimpanBersamaanSqlite(LayananAlur layanan) : SimpanBersamaan(layanan), IClassFixture<LayananAlur>;

/// <summary>Here writers do meet: SQLite lets one in at a time.</summary>
public sealed class SimpanBersamaanPostgres(LayananAlurPostgres layanan) : SimpanBersamaan(layanan), IClassFixture<LayananAlurPostgres>;
