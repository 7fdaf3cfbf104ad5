using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Owasp;

/// <summary>OWASP API5:2023, broken function level authorization: every operation of the API, called by those who may not.</summary>
[Collection(KumpulanStandalone.Nama)]
public sealed class Api5FungsiOrangLain(StandalonePemasangan pemasangan, ITestOutputHelper keluaran)
{
    private static readonly string[] SemuaLingkup = ["permohonan", "dokumen", "buku", "ops", "audit"];

    [Fact]
    public async Task Nobody_calls_an_operation_that_is_not_his()
    {
        var masuk = new List<string>();
        var dicoba = 0;
        foreach (var baris in BarisIzin.Semua)
        {
            var penyusup = new List<(string Siapa, string? Token, int Diharapkan)> { ("tanpa token", null, 401) };
            if (baris.PeranTakBoleh is { } peran) penyusup.Add((peran, pemasangan.Token.Petugas("penyusup", peran), 403));
            penyusup.Add(("sistem", pemasangan.Token.SistemDengan("sistem-penyusup", [.. SemuaLingkup.Where(l => l != baris.Lingkup)]), 403));
            foreach (var (siapa, token, diharapkan) in penyusup)
            {
                dicoba++;
                using var isi = baris.Metode is "GET" or "DELETE" ? null : Pemasangan.IsiJson("{}");
                var jawaban = await KirimAsync(baris, token, isi);
                // Another kind of body: without one it comes as far as the rule.
                if (jawaban.Status == 415) jawaban = await KirimAsync(baris, token, null);
                if (jawaban.Status != diharapkan) masuk.Add($"{baris} sebagai {siapa}: {jawaban.Status}, diharapkan {diharapkan}");
            }
        }
        keluaran.WriteLine($"{dicoba} attempts on {BarisIzin.Semua.Count} operations");
        Assert.True(BarisIzin.Semua.Count > 200, $"{BarisIzin.Semua.Count} operations");
        Assert.True(masuk.Count == 0, string.Join(Environment.NewLine, masuk));
    }

    private Task<Jawaban> KirimAsync(BarisIzin baris, string? token, HttpContent? isi) =>
        pemasangan.KirimAsync(new HttpMethod(baris.Metode), baris.Isi(Nilai), token, isi, Guid.NewGuid().ToString(), cocok: "\"1\"");

    private static string Nilai(string nama) => nama is "versi" or "version" ? "1" : Guid.NewGuid().ToString();
}
