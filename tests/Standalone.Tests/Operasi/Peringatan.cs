using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dukcapil.Standalone.Setelan;
using Xunit;

namespace Dukcapil.Standalone.Tests.Operasi;

/// <summary>Alerts and dashboards: they parse, the alerts fire when made to, every metric of ours in them exists, and each alert says what to do.</summary>
public sealed partial class Peringatan
{
    private const string Folder = "deploy/prometheus";

    [Fact]
    public async Task Prometheus_reads_its_configuration_and_every_alert_fires_when_made_to()
    {
        Assert.Null(await Pohon.JalankanAsync(Folder, "promtool", "check", "config", "prometheus.yml"));
        Assert.Null(await Pohon.JalankanAsync(Folder, "promtool", "test", "rules", "alerts.test.yml"));
    }

    [Fact]
    public void Every_alert_is_made_to_fire_and_has_a_line_in_the_runbook()
    {
        var (uji, buku) = (Pohon.Baca(Folder + "/alerts.test.yml"), Pohon.Baca("docs/operations.md"));
        var nama = Nama().Matches(Pohon.Baca(Folder + "/alerts.yml")).Select(m => m.Groups[1].Value).ToList();
        Assert.True(nama.Count >= 12);
        Assert.All(nama, n => Assert.Contains($"alertname: {n}\n        exp_alerts:\n", uji, StringComparison.Ordinal));
        Assert.All(nama, n => Assert.Contains($"<a id=\"alert-{n.ToLowerInvariant()}\"></a>`{n}`", buku, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_metric_of_ours_in_alerts_dashboards_and_autoscaling_exists()
    {
        var ada = TabelOperasi.Metrik().SelectMany(m => m.Jenis == "histogram" ? [m.Nama + "_bucket", m.Nama + "_sum", m.Nama + "_count"] : new[] { m.Nama }).ToHashSet();
        var kueri = Directory.EnumerateFiles(Pohon.Jalur("deploy/grafana/dashboards"), "*.json").SelectMany(Sasaran)
            .Append(Pohon.Baca(Folder + "/alerts.yml")).Append(Kueri().Match(Pohon.Baca("deploy/k8s/adapter-rules.yaml")).Value).ToList();
        var dipakai = kueri.SelectMany(k => Metrik().Matches(k).Select(m => m.Value)).ToHashSet();
        Assert.True(dipakai.Count > 15);
        Assert.Empty(dipakai.Except(ada));
    }

    private static IEnumerable<string> Sasaran(string berkas) =>
        from panel in JsonNode.Parse(File.ReadAllText(berkas))!["panels"]!.AsArray()
        from sasaran in panel!["targets"]!.AsArray()
        select (string)sasaran!["expr"]!;

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Nama();

    [GeneratedRegex("metricsQuery: .*")]
    private static partial Regex Kueri();

    [GeneratedRegex(@"\bdukcapil_\w+")]
    private static partial Regex Metrik();
}
