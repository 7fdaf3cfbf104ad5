using Xunit;
using YamlDotNet.RepresentationModel;

namespace Dukcapil.Standalone.Tests.Operasi;

/// <summary>Files of the distributed mode, as far as they can be checked without Docker and Kubernetes: they parse, and what they refer to is there.</summary>
public sealed class BerkasPenerapan
{
    [Fact]
    public void The_compose_file_refers_to_services_volumes_and_files_that_are_there()
    {
        var compose = Muat("docker-compose.yml").Single();
        var layanan = (YamlMappingNode)compose["services"];
        var (nama, volume, rahasia) = (Kunci(layanan), Kunci((YamlMappingNode)compose["volumes"]), Pohon.Baca("deploy/make-secrets"));
        foreach (var (_, isi) in layanan.Children)
        {
            foreach (var tergantung in Daftar(isi, "depends_on")) Assert.Contains(tergantung, nama);
            foreach (var v in Daftar(isi, "volumes").Select(v => v.Split(':')[0]))
            {
                if (!v.StartsWith('.')) Assert.Contains(v, volume);
                else if (v.StartsWith("./deploy/secrets/", StringComparison.Ordinal)) Assert.Contains(Path.GetFileName(v), rahasia.Replace("$client.pem", "operator.pem", StringComparison.Ordinal), StringComparison.Ordinal);
                else Assert.True(Path.Exists(Pohon.Jalur(v)), v);
            }
        }
    }

    [Fact]
    public void The_collectors_pipelines_use_what_is_declared_and_keep_errors_and_slow_traces()
    {
        var kolektor = Muat("deploy/otel/collector.yaml").Single();
        foreach (var (_, jalur) in ((YamlMappingNode)kolektor["service"]["pipelines"]).Children)
        {
            foreach (var bagian in (string[])["receivers", "processors", "exporters"])
                Assert.All(Daftar(jalur, bagian), b => Assert.Contains(b, Kunci((YamlMappingNode)kolektor[bagian])));
        }
        var aturan = ((YamlSequenceNode)kolektor["processors"]["tail_sampling"]["policies"]).Select(p => (string)p["type"]!).ToList();
        Assert.Equal(["status_code", "latency", "probabilistic"], aturan);
    }

    [Fact]
    public void The_manifests_have_probes_limits_and_refer_to_what_is_there()
    {
        var kustomisasi = Muat("deploy/k8s/kustomization.yaml").Single();
        var semua = Daftar(kustomisasi, "resources").SelectMany(b => Muat("deploy/k8s/" + b)).ToList();
        var peta = ((YamlSequenceNode)kustomisasi["configMapGenerator"]).Select(c => (string)c["name"]!).ToHashSet();
        var klaim = Nama(semua, "PersistentVolumeClaim");
        foreach (var d in semua.Where(s => (string)s["kind"]! is "Deployment" or "Job"))
        {
            var spek = d["spec"]["template"]["spec"];
            var wadah = ((YamlSequenceNode)spek["containers"])[0];
            var nama = (string)d["metadata"]["name"]!;
            Assert.NotNull((string)wadah["resources"]["limits"]["memory"]!);
            if ((string)d["kind"]! == "Deployment" && nama != "rekonsiliasi")
            {
                Assert.All((string[])["startupProbe", "livenessProbe", "readinessProbe"], p => Assert.True(((YamlMappingNode)wadah).Children.ContainsKey(p), nama + " " + p));
                Assert.Contains(nama, Nama(semua, "PodDisruptionBudget"));
            }
            foreach (var v in (YamlSequenceNode)spek["volumes"])
            {
                var isi = (YamlMappingNode)v;
                if (isi.Children.TryGetValue("persistentVolumeClaim", out var k)) Assert.Contains((string)k["claimName"]!, klaim);
                if (isi.Children.TryGetValue("configMap", out var c)) Assert.Contains((string)c["name"]!, peta);
            }
            var pasangan = ((YamlSequenceNode)wadah["volumeMounts"]).Select(m => (string)m["name"]!).Order();
            Assert.Equal(((YamlSequenceNode)spek["volumes"]).Select(v => (string)v["name"]!).Order(), pasangan);
        }
        Assert.Equal(["approval", "intake", "registry", "workflow"], Nama(semua, "HorizontalPodAutoscaler").Order());
        Assert.Equal(5, Nama(semua, "Job").Count);
        // The log levels of both are one file.
        Assert.Equal(Pohon.Baca("deploy/setelan/log.json"), Pohon.Baca("deploy/k8s/log.json"));
    }

    private static IReadOnlyList<string> Nama(IEnumerable<YamlNode> semua, string jenis) =>
        [.. semua.Where(s => (string)s["kind"]! == jenis).Select(s => (string)s["metadata"]["name"]!)];

    private static HashSet<string> Kunci(YamlMappingNode peta) => [.. peta.Children.Keys.Select(k => (string)k!)];

    // A list, or the keys of a map: depends_on may be either.
    private static IEnumerable<string> Daftar(YamlNode isi, string nama) => !((YamlMappingNode)isi).Children.TryGetValue(nama, out var anak) ? [] : anak switch
    {
        YamlMappingNode peta => Kunci(peta),
        YamlSequenceNode urut => urut.Select(u => (string)u!),
        _ => [],
    };

    private static IEnumerable<YamlNode> Muat(string berkas)
    {
        var aliran = new YamlStream();
        aliran.Load(new StringReader(Pohon.Baca(berkas)));
        return aliran.Documents.Select(d => d.RootNode);
    }
}
