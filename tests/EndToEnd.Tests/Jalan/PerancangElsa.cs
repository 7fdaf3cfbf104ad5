using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Jalan;

/// <summary>What the designer and its page ask of Elsa Server, and who may.</summary>
[Collection(KumpulanElsa.Nama)]
public sealed class PerancangElsa(ElsaPemasangan pemasangan)
{
    private readonly ElsaPemasangan pemasangan = pemasangan.Harus();

    [Fact]
    public async Task The_designer_knows_the_catalogue_with_its_ports_and_roles()
    {
        var semua = (await BacaAsync("/elsa/api/descriptors/activities", "ADMIN_ALUR")).Harus(200).Json.GetProperty("items").EnumerateArray().ToList();
        var koreksi = semua.Single(d => d.GetProperty("typeName").GetString() == "Dukcapil.KoreksiKonsep");
        Assert.Equal(["Sesuai", "TidakSesuai"], koreksi.GetProperty("ports").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        var pelaksana = koreksi.GetProperty("inputs").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "Pelaksana");
        Assert.Contains("KABID", pelaksana.GetProperty("uiSpecifications").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(semua, d => d.GetProperty("typeName").GetString() == "Elsa.FlowDecision");
    }

    [Theory]
    [InlineData("/elsa/api/workflow-definitions")]
    [InlineData("/elsa/api/workflow-instances")]
    [InlineData("/elsa/api/descriptors/expression-descriptors")]
    [InlineData("/elsa/api/features/installed")]
    [InlineData("/api/v1/alur/saya")]
    [InlineData("/api/v1/alur/definisi/kartu-keluarga/versi")]
    public async Task Observers_read_and_officers_of_the_counter_do_not(string jalur)
    {
        (await BacaAsync(jalur, "PENGAMAT_ALUR")).Harus(200);
        if (!jalur.EndsWith("/saya", StringComparison.Ordinal)) (await BacaAsync(jalur, "LOKET")).Harus(403);
        (await pemasangan.KirimAsync(HttpMethod.Get, jalur)).Harus(401);
    }

    [Fact]
    public async Task Whoever_may_not_publish_does_not_save_either()
    {
        var alur = (await BacaAsync("/elsa/api/workflow-definitions/by-definition-id/kartu-keluarga?versionOptions=Published", "PENYUNTING_ALUR")).Harus(200);
        var simpan = await pemasangan.KirimJsonAsync("/elsa/api/workflow-definitions", pemasangan.TokenUntuk("PENYUNTING_ALUR"), $$"""{"model":{{alur.Isi}},"publish":true}""");
        Assert.Equal(403, simpan.Status);
    }

    private Task<Jawaban> BacaAsync(string jalur, string peran) => pemasangan.BacaAsync(jalur, pemasangan.TokenUntuk(peran));
}
