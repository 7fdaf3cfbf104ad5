using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Contracts;

namespace Dukcapil.Workflow.Tests.Pemindahan;

/// <summary>Moving applications: tasks whose role changes are closed at their owner and issued anew; whatever happens at the same moment, nothing is lost.</summary>
public sealed class PindahPermohonan : IAsyncLifetime
{
    private const string Jalur = "/api/v1/alur/pemindahan";
    private readonly LayananAlur layanan = new();
    private Guid permohonan;
    private TugasDiterbitkan periksa = null!;

    public async ValueTask InitializeAsync()
    {
        await layanan.InitializeAsync();
        permohonan = await layanan.AjukanAsync();
        await layanan.SelesaikanAsync(await layanan.TugasTerakhirAsync(permohonan), "Diajukan");
        periksa = await layanan.TugasTerakhirAsync(permohonan);
        Assert.Equal("periksa", periksa.Simpul);
        await layanan.TerbitkanAsync(await VersiBaruAsync());
    }

    public ValueTask DisposeAsync() => layanan.DisposeAsync();

    private Klien Admin => layanan.Sebagai("ADMIN_ALUR");

    [Fact]
    public async Task A_task_whose_role_changes_is_closed_at_its_owner_and_issued_anew()
    {
        var id = await MintaAsync();
        var penutupan = Assert.Single(await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan));
        Assert.Equal((periksa.TugasId, periksa.Pelayan), (penutupan.TugasId, penutupan.Pelayan));
        Assert.Equal("MENUNGGU_PEMILIK", await StatusAsync(id));
        await JawabAsync(penutupan, ditutup: true);
        Assert.Equal("SELESAI", await StatusAsync(id));
        var baru = await layanan.TugasTerakhirAsync(permohonan);
        Assert.NotEqual(periksa.TugasId, baru.TugasId);
        Assert.Equal(("periksa", "KASI", periksa.Asal), (baru.Simpul, baru.Langkah.Pelaksana, baru.Asal));
        Assert.Equal(1, (await HasilAsync(id)).GetProperty("tugasDiterbitkanUlang").GetInt32());

        // The old task is completed no more, the new one is.
        await layanan.SelesaikanAsync(periksa, "Lengkap");
        Assert.Equal(baru.TugasId, (await layanan.TugasTerakhirAsync(permohonan)).TugasId);
        await layanan.SelesaikanAsync(baru, "Lengkap");
        Assert.Equal("entri", (await layanan.TugasTerakhirAsync(permohonan)).Simpul);
    }

    [Fact]
    public async Task A_task_completed_at_the_same_moment_wins_and_the_instance_is_moved_as_it_stands_then()
    {
        var id = await MintaAsync();
        var penutupan = Assert.Single(await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan));
        await layanan.SelesaikanAsync(periksa, "Lengkap");
        Assert.Equal("SELESAI", await StatusAsync(id));
        Assert.Equal("DIPINDAHKAN", (await HasilAsync(id)).GetProperty("status").GetString());
        var entri = await layanan.TugasTerakhirAsync(permohonan);
        Assert.Equal("entri", entri.Simpul);
        await JawabAsync(penutupan, ditutup: false);
        Assert.Equal(entri.TugasId, (await layanan.TugasTerakhirAsync(permohonan)).TugasId);
        await layanan.SelesaikanAsync(entri, "Selesai");
        Assert.Equal("koreksiKasi", (await layanan.TugasTerakhirAsync(permohonan)).Simpul);
    }

    [Fact]
    public async Task A_task_closed_for_a_move_that_was_stopped_meanwhile_is_issued_again_as_it_was()
    {
        var id = await MintaAsync();
        var penutupan = Assert.Single(await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan));
        (await Admin.KirimJsonAsync($"{Jalur}/{id}/hentikan")).Harus(204);
        await JawabAsync(penutupan, ditutup: true);
        var lagi = await layanan.TugasTerakhirAsync(permohonan);
        Assert.NotEqual(periksa.TugasId, lagi.TugasId);
        Assert.Equal("LOKET", lagi.Langkah.Pelaksana);
        Assert.Equal("TIDAK_PERLU", (await HasilAsync(id)).GetProperty("status").GetString());
        await layanan.SelesaikanAsync(lagi, "Lengkap");
        Assert.Equal("entri", (await layanan.TugasTerakhirAsync(permohonan)).Simpul);
    }

    [Fact]
    public async Task A_withdrawal_comes_before_the_move()
    {
        var id = await MintaAsync();
        var pencabutan = new PencabutanDiminta { PermohonanId = permohonan, PencabutanId = Guid.CreateVersion7(), Pada = DateTimeOffset.UtcNow };
        await layanan.TerimaAsync(pencabutan);
        foreach (var penutupan in await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan)) await JawabAsync(penutupan, ditutup: true);
        var putusan = await layanan.TerkirimAsync<PencabutanDiputuskan>(permohonan);
        Assert.NotEmpty(putusan);
        Assert.All(putusan, p => Assert.True(p.Dikabulkan));
        Assert.Equal("TIDAK_PERLU", (await HasilAsync(id)).GetProperty("status").GetString());
        Assert.Equal(periksa.TugasId, (await layanan.TugasTerakhirAsync(permohonan)).TugasId);
    }

    [Fact]
    public async Task A_move_asked_for_while_a_withdrawal_is_decided_asks_no_owner_and_waits()
    {
        await layanan.TerimaAsync(new PencabutanDiminta { PermohonanId = permohonan, PencabutanId = Guid.CreateVersion7(), Pada = DateTimeOffset.UtcNow });
        var id = await MintaAsync();
        Assert.Equal("MENUNGGU_PEMILIK", (await HasilAsync(id)).GetProperty("status").GetString());
        var penutupan = Assert.Single(await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan));
        await JawabAsync(penutupan, ditutup: true);
        var putusan = await layanan.TerkirimAsync<PencabutanDiputuskan>(permohonan);
        Assert.NotEmpty(putusan);
        Assert.All(putusan, p => Assert.True(p.Dikabulkan));
        Assert.Equal("TIDAK_PERLU", (await HasilAsync(id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_service_restarts_while_an_owner_is_asked()
    {
        var id = await MintaAsync();
        var penutupan = Assert.Single(await layanan.TerkirimAsync<PenutupanTugasDiminta>(permohonan));
        await layanan.MulaiUlangAsync();
        await JawabAsync(penutupan, ditutup: true);
        await JawabAsync(penutupan, ditutup: true);
        Assert.Equal("SELESAI", await StatusAsync(id));
        Assert.Equal("KASI", (await layanan.TugasTerakhirAsync(permohonan)).Langkah.Pelaksana);
        Assert.Equal(3, (await layanan.TerkirimAsync<TugasDiterbitkan>(permohonan)).Count);
    }

    private static async Task<string> VersiBaruAsync()
    {
        var definisi = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "kartu-keluarga.json")))!;
        var langkah = definisi["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "periksa")!;
        langkah["pelaksana"]!["expression"]!["value"] = "KASI";
        return definisi.ToJsonString();
    }

    private async Task<string> MintaAsync()
    {
        var uji = (await Admin.KirimJsonAsync($"{Jalur}/uji", new { definisi = "kartu-keluarga", dariVersi = 1, keVersi = 2 })).Harus(200).Json;
        Assert.Equal((1, 1), (uji.GetProperty("dapat").GetInt32(), uji.GetProperty("tugasDiterbitkanUlang").GetInt32()));
        var diminta = (await Admin.KirimJsonAsync(Jalur, new { definisi = "kartu-keluarga", dariVersi = 1, keVersi = 2 })).Harus(202);
        await layanan.JalankanAsync();
        return diminta.Json.GetProperty("id").GetString()!;
    }

    private Task JawabAsync(PenutupanTugasDiminta penutupan, bool ditutup) => layanan.TerimaAsync(new PenutupanTugasDijawab
    {
        PermohonanId = permohonan,
        PencabutanId = penutupan.PencabutanId,
        TugasId = penutupan.TugasId,
        Ditutup = ditutup,
    });

    private async Task<string?> StatusAsync(string id) => (await Admin.BacaAsync($"{Jalur}/{id}")).Harus(200).Json.GetProperty("status").GetString();

    private async Task<JsonElement> HasilAsync(string id) => Assert.Single((await Admin.BacaAsync($"{Jalur}/{id}/hasil")).Harus(200).Json.GetProperty("hasil").EnumerateArray());
}
