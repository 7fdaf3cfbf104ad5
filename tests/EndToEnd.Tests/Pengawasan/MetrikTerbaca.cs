using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Pengawasan;

/// <summary>A real Prometheus scrapes the services while an application goes its way; then every query of the dashboards has an answer.</summary>
/// <param name="terawasi">The installation.</param>
[Collection(KumpulanTerawasi.Nama)]
public sealed partial class MetrikTerbaca(PemasanganTerawasi terawasi)
{
    // What there is nothing to see of in a healthy run, or what others measure: the reconciliation.
    private static readonly string[] TanpaData =
    [
        "dukcapil_rekonsiliasi_temuan", "dukcapil_mesin_insiden_total", "dukcapil_mesin_pewaktu_terlambat_seconds", "=~\"5..\"",
        "dukcapil_tugas_lewat_waktu_baku_total",
    ];

    [Fact]
    public async Task Every_query_of_the_dashboards_returns_data_after_an_application_with_a_return()
    {
        await using var prometheus = await PrometheusServer.StartAsync(terawasi.Pemasangan.Layanan.Select(l => l.BaseAddress).Append(await (await terawasi.Pemasangan.Rabbit).EnableMetricsAsync()));
        using var kantor = terawasi.Pemasangan.Klien();
        for (var putaran = 1; putaran <= 2; putaran++)
        {
            var berkas = new Berkas(terawasi.Pemasangan, kantor);
            await berkas.AjukanAsync();
            await berkas.PeriksaAsync();
            await berkas.EntriAsync();
            await berkas.KoreksiAsync("KASI", "TidakSesuai");
            if (putaran == 2) continue;
            await berkas.EntriAsync();
            await berkas.DariKoreksiSampaiSelesaiAsync();
            await berkas.TungguBerakhirAsync("selesai");
        }
        using var klien = new HttpClient { BaseAddress = prometheus.Address };
        var kueri = Kueri().Where(k => !TanpaData.Any(t => k.Contains(t, StringComparison.Ordinal))).ToList();
        Assert.True(kueri.Count > 25);
        var kosong = "";
        await Tunggu.SampaiAsync(
            "setiap kueri dasbor berisi",
            async () =>
            {
                kosong = "";
                foreach (var k in kueri)
                {
                    if (!await AdaAsync(klien, k)) kosong += k + Environment.NewLine;
                }
                return kosong.Length == 0;
            },
            keadaan: async () => kosong + await klien.GetStringAsync(new Uri("/api/v1/label/__name__/values", UriKind.Relative)));
    }

    // Absent series of a label have no rate; a name that is not there has none either, and that is the fault looked for.
    private static async Task<bool> AdaAsync(HttpClient klien, string kueri)
    {
        var jawaban = JsonDocument.Parse(await klien.GetStringAsync(new Uri("/api/v1/query?query=" + Uri.EscapeDataString(Rentang().Replace(kueri, "[1m]")), UriKind.Relative)));
        return jawaban.RootElement.GetProperty("data").GetProperty("result").GetArrayLength() > 0;
    }

    private static IEnumerable<string> Kueri()
    {
        foreach (var berkas in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "dasbor"), "*.json"))
        {
            foreach (var panel in JsonNode.Parse(File.ReadAllText(berkas))!["panels"]!.AsArray())
            {
                foreach (var sasaran in panel!["targets"]!.AsArray()) yield return (string)sasaran!["expr"]!;
            }
        }
    }

    [GeneratedRegex(@"\[(\$__rate_interval|\d+[mh])\]")]
    private static partial Regex Rentang();
}
