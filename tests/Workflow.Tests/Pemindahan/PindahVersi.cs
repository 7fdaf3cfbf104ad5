using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Pemindahan;

/// <summary>Moving running instances without an application: plan, trial, batches, crash, stop.</summary>
public sealed class PindahVersi(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private const string Jalur = "/api/v1/alur/pemindahan";

    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task Instances_that_stand_on_a_removed_step_stay_until_the_step_is_mapped()
    {
        var ids = await SiapkanAsync("peta", "a", "b", jumlah: 2);
        var rencana = (await KirimAsync("/rencana", "peta")).Harus(200).Json;
        Assert.Equal(2, rencana.GetProperty("jumlahInstans").GetInt32());
        Assert.False(rencana.GetProperty("simpul").EnumerateArray().Single(s => Teks(s, "simpul") == "Workflow1:F:a").TryGetProperty("menjadi", out _));
        var uji = (await KirimAsync("/uji", "peta")).Harus(200).Json;
        Assert.Equal((0, 2), (uji.GetProperty("dapat").GetInt32(), uji.GetProperty("tidakDapat").GetInt32()));
        Assert.Contains("a", uji.GetProperty("daftar")[0].GetProperty("sebab")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await KirimAsync("/uji", "peta", ("a", "b"))).Harus(200).Json.GetProperty("dapat").GetInt32());
        Assert.Equal(1, await VersiAsync(ids[0]));

        var tidakDapat = await PindahkanAsync("peta");
        Assert.Equal(("SELESAI", 2), (Teks(tidakDapat, "status"), tidakDapat.GetProperty("hasil").GetProperty("TIDAK_DAPAT").GetInt32()));
        var hasil = (await Admin.BacaAsync($"{Jalur}/{Teks(tidakDapat, "id")}/hasil?status=TIDAK_DAPAT")).Harus(200).Json.GetProperty("hasil");
        Assert.Equal(ids.Order(StringComparer.Ordinal), hasil.EnumerateArray().Select(h => Teks(h, "instanceId")!).Order(StringComparer.Ordinal));

        var pindah = await PindahkanAsync("peta", ("a", "b"));
        Assert.Equal(("SELESAI", 2), (Teks(pindah, "status"), pindah.GetProperty("hasil").GetProperty("DIPINDAHKAN").GetInt32()));
        Assert.Equal(2, await VersiAsync(ids[0]));
        var jurnal = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{ids[0]}/journal")).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("versi 1 → 2 oleh petugas-admin_alur", Teks(jurnal.First(c => Teks(c, "eventName") == "Migrated"), "message"));
        var instans = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{ids[0]}")).Json.GetProperty("workflowState").GetProperty("bookmarks")[0];
        Assert.Equal("b", Teks(instans, "activityId"));
        (await Admin.KirimJsonAsync($"/elsa/api/tasks/{Teks(instans.GetProperty("payload"), "taskId")}/complete", new { result = 1 })).Harus(200);
        Assert.Equal("Finished", Teks((await Admin.BacaAsync($"/elsa/api/workflow-instances/{ids[0]}")).Json, "status"));
        var eksekusi = (await Admin.BacaAsync($"/elsa/api/activity-executions/list?workflowInstanceId={ids[0]}&activityId=b")).Json.GetProperty("items");
        Assert.Equal("Completed", Teks(Assert.Single(eksekusi.EnumerateArray()), "status"));
    }

    [Fact]
    public async Task A_crash_between_two_batches_loses_nothing_and_moves_nothing_twice()
    {
        var ids = await SiapkanAsync("jatuh", "a", "a", jumlah: 5);
        var diminta = (await Admin.KirimJsonAsync(Jalur, new { definisi = "jatuh", dariVersi = 1, keVersi = 2, ukuranKelompok = 2, jedaDetik = 3600 })).Harus(202).Json;
        (await Admin.KirimJsonAsync(Jalur, new { definisi = "jatuh", dariVersi = 1, keVersi = 2 })).Harus(409);
        await layanan.JalankanAsync();
        var setengah = await BacaAsync(diminta);
        Assert.Equal(("BERJALAN", 5, 2), (Teks(setengah, "status"), setengah.GetProperty("jumlah").GetInt32(), setengah.GetProperty("hasil").GetProperty("DIPINDAHKAN").GetInt32()));
        for (var kali = 0; kali < 2; kali++)
        {
            await layanan.MulaiUlangAsync();
            layanan.Jam.Maju(TimeSpan.FromHours(1));
            await layanan.JalankanAsync();
        }
        var selesai = await BacaAsync(diminta);
        Assert.Equal(("SELESAI", 5), (Teks(selesai, "status"), selesai.GetProperty("hasil").GetProperty("DIPINDAHKAN").GetInt32()));
        foreach (var id in ids)
        {
            var jurnal = (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}/journal")).Json.GetProperty("items").EnumerateArray();
            Assert.Single(jurnal, c => Teks(c, "eventName") == "Migrated");
        }
    }

    [Fact]
    public async Task What_has_not_been_moved_when_it_is_stopped_stays()
    {
        var ids = await SiapkanAsync("henti", "a", "a", jumlah: 3);
        var diminta = (await Admin.KirimJsonAsync(Jalur, new { definisi = "henti", dariVersi = 1, keVersi = 2, ukuranKelompok = 1, jedaDetik = 3600 })).Harus(202).Json;
        await layanan.JalankanAsync();
        Assert.Contains("pemindahan", (await Admin.HapusAsync("/elsa/api/workflow-definition-versions/henti-v2")).Harus(400).Isi, StringComparison.Ordinal);
        (await Admin.KirimJsonAsync($"{Jalur}/{Teks(diminta, "id")}/hentikan")).Harus(204);
        Assert.DoesNotContain("pemindahan", (await Admin.HapusAsync("/elsa/api/workflow-definition-versions/henti-v2")).Harus(400).Isi, StringComparison.Ordinal);
        layanan.Jam.Maju(TimeSpan.FromHours(3));
        await layanan.JalankanAsync();
        Assert.Equal("DIHENTIKAN", Teks(await BacaAsync(diminta), "status"));
        var versi = new List<int>();
        foreach (var id in ids) versi.Add(await VersiAsync(id));
        Assert.Equal([2, 1, 1], versi);
    }

    [Theory]
    [InlineData("""{"definisi":"tolak","dariVersi":1,"keVersi":9}""")]
    [InlineData("""{"definisi":"tolak","dariVersi":9,"keVersi":1}""")]
    [InlineData("""{"definisi":"tolak","dariVersi":1,"keVersi":1}""")]
    [InlineData("""{"definisi":"tolak","dariVersi":1,"keVersi":2,"ukuranKelompok":0}""")]
    [InlineData("""{"definisi":"tolak","dariVersi":1,"keVersi":2,"simpul":{"tiada":"a"}}""")]
    public async Task What_cannot_be_meant_is_refused(string permintaan)
    {
        if ((await Admin.BacaAsync("/elsa/api/workflow-instances?definitionId=tolak")).Json.GetProperty("totalCount").GetInt32() == 0) await SiapkanAsync("tolak", "a", "a", jumlah: 1);
        (await Admin.KirimJsonAsync(Jalur, permintaan)).Harus(422);
    }

    private async Task<List<string>> SiapkanAsync(string definisi, string lama, string baru, int jumlah)
    {
        await layanan.TerbitkanAsync(Alur.Definisi(definisi, $"{Alur.Tugas(lama)},{Alur.Polos("z")}", $"{lama}.Done>z"));
        var ids = new List<string>();
        for (var i = 0; i < jumlah; i++)
            ids.Add((await Admin.KirimJsonAsync($"/elsa/api/workflow-definitions/{definisi}/execute")).Harus(200).Kepala["x-elsa-workflow-instance-id"]);
        await layanan.TerbitkanAsync(Alur.Definisi(definisi, $"{Alur.Tugas(baru)},{Alur.Polos("z")}", $"{baru}.Done>z"));
        return ids;
    }

    private Task<Jawaban> KirimAsync(string akhir, string definisi, params (string Lama, string Baru)[] simpul) =>
        Admin.KirimJsonAsync(Jalur + akhir, new { definisi, dariVersi = 1, keVersi = 2, simpul = simpul.ToDictionary(s => s.Lama, s => s.Baru) });

    private async Task<JsonElement> PindahkanAsync(string definisi, params (string Lama, string Baru)[] simpul)
    {
        var diminta = (await KirimAsync("", definisi, simpul)).Harus(202).Json;
        await layanan.JalankanAsync();
        return await BacaAsync(diminta);
    }

    private async Task<JsonElement> BacaAsync(JsonElement pemindahan) => (await Admin.BacaAsync($"{Jalur}/{Teks(pemindahan, "id")}")).Harus(200).Json;

    private async Task<int> VersiAsync(string id) => (await Admin.BacaAsync($"/elsa/api/workflow-instances/{id}")).Harus(200).Json.GetProperty("version").GetInt32();

    private static string? Teks(JsonElement json, string nama) => json.GetProperty(nama).GetString();
}
