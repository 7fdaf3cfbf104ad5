using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Jalan;

/// <summary>An administrator adds a step to the SOP and publishes it: no code, no restart.</summary>
public abstract class LangkahTambahan(Pemasangan pemasangan)
{
    private const string Jalur = "/elsa/api/workflow-definitions", Definisi = "kartu-keluarga";

    private protected Pemasangan Pemasangan => pemasangan;

    [Fact]
    public async Task A_step_added_and_published_is_on_the_way_of_the_next_application_and_not_of_one_that_runs()
    {
        using var klien = pemasangan.Klien();
        var lama = new Berkas(pemasangan, klien);
        await lama.AjukanAsync();
        await lama.PeriksaAsync();
        var asli = await TerbitAsync();
        try
        {
            await TerbitkanAsync(SisipkanTelaah(asli));
            var baru = new Berkas(pemasangan, klien);
            await baru.AjukanAsync();
            await baru.PeriksaAsync();
            await baru.EntriAsync();
            await baru.KoreksiAsync("KASI");
            await baru.KoreksiAsync("KABID");
            var telaah = await baru.TugasAsync("Dukcapil.Tugas", "KASI");
            Assert.Equal(("4a", "Menelaah kesesuaian arsip"), (telaah.Langkah, telaah.Kegiatan));
            await baru.TugasLainAsync("KASI");
            await baru.CetakAsync();
            await baru.TandaTanganAsync();
            await baru.RegistrasiAsync();
            await baru.SerahkanAsync();
            await baru.TungguBerakhirAsync("selesai");
            await baru.RiwayatHarusYangDitempuhAsync();

            await lama.EntriAsync();
            await lama.DariKoreksiSampaiSelesaiAsync();
            await lama.TungguBerakhirAsync("selesai");
            await lama.RiwayatHarusYangDitempuhAsync();
            await pemasangan.HarusSepakatAsync(lama.Id, baru.Id);
        }
        finally
        {
            // Others of this installation walk the SOP as it ships. What has been published meanwhile is what is changed.
            var kini = await TerbitAsync();
            kini["root"] = asli["root"]!.DeepClone();
            await TerbitkanAsync(kini);
        }
    }

    private protected async Task<JsonObject> TerbitAsync() =>
        JsonNode.Parse((await pemasangan.BacaAsync($"{Jalur}/by-definition-id/{Definisi}?versionOptions=Published", Admin)).Harus(200).Isi)!.AsObject();

    private protected Task<Jawaban> KirimAsync(JsonObject alur) => pemasangan.KirimJsonAsync(Jalur, Admin, new { model = alur, publish = true });

    private async Task TerbitkanAsync(JsonObject alur) => (await KirimAsync(alur)).Harus(200);

    private string Admin => pemasangan.TokenUntuk("ADMIN_ALUR");

    private static JsonObject SisipkanTelaah(JsonObject asli)
    {
        var alur = asli.DeepClone().AsObject();
        var akar = alur["root"]!;
        var telaah = akar["activities"]!.AsArray().Single(a => (string)a!["id"]! == "koreksiKasi")!.DeepClone();
        (telaah["id"], telaah["nodeId"], telaah["name"], telaah["type"]) = ("telaah", "Workflow1:Flowchart1:telaah", "Telaah", "Dukcapil.Tugas");
        telaah["langkah"]!["expression"]!["value"] = "4a";
        telaah["kegiatan"]!["expression"]!["value"] = "Menelaah kesesuaian arsip";
        akar["activities"]!.AsArray().Add(telaah);
        var sambungan = akar["connections"]!.AsArray();
        var lama = sambungan.Single(s => (string)s!["source"]!["activity"]! == "koreksiKabid" && (string)s["source"]!["port"]! == "Sesuai")!;
        var lanjut = lama.DeepClone();
        lama["target"]!["activity"] = "telaah";
        (lanjut["source"]!["activity"], lanjut["source"]!["port"]) = ("telaah", "Selesai");
        sambungan.Add(lanjut);
        return alur;
    }
}

/// <inheritdoc/>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class LangkahTambahanTerdistribusi(TerdistribusiPemasangan pemasangan) : LangkahTambahan(pemasangan);

/// <summary>And what only Elsa Server could let pass: a step that another host has.</summary>
[Collection(KumpulanElsa.Nama)]
public sealed class LangkahTambahanElsa(ElsaPemasangan pemasangan) : LangkahTambahan(pemasangan.Harus())
{
    [Fact]
    public async Task A_definition_with_an_activity_that_this_host_does_not_know_is_refused_by_node_and_type_and_the_published_one_stays()
    {
        var asli = await TerbitAsync();
        var asing = asli.DeepClone().AsObject();
        asing["root"]!["activities"]!.AsArray().Single(a => (string)a!["id"]! == "cetak")!["type"] = "Contoh.HanyaDiSana";
        var ditolak = (await KirimAsync(asing)).Harus(400);
        Assert.Contains("cetak", ditolak.Isi, StringComparison.Ordinal);
        Assert.Contains("Contoh.HanyaDiSana", ditolak.Isi, StringComparison.Ordinal);
        Assert.Equal((int)asli["version"]!, (int)(await TerbitAsync())["version"]!);

        using var klien = Pemasangan.Klien();
        var berkas = new Berkas(Pemasangan, klien);
        await berkas.SampaiSelesaiAsync();
        await berkas.TungguBerakhirAsync("selesai");
    }
}
