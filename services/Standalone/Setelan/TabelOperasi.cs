using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text;
using Dukcapil.ServiceDefaults.Telemetry;
using Dukcapil.Standalone.Commands;

namespace Dukcapil.Standalone.Setelan;

/// <summary>The generated tables of <c>docs/operations.md</c>: every setting with its default, every metric of ours.</summary>
internal static class TabelOperasi
{
    /// <summary>Settings, sorted: name, services, default, meaning.</summary>
    public static IReadOnlyList<string[]> Setelan { get; } = [.. Baca("setelan.tsv").Select(baris => baris.Split('\t'))];

    /// <summary>The document with the tables between their marks.</summary>
    public static string Sisipkan(string dokumen) =>
        new TabelDokumen("metrik", "setelan").Sisipkan(new TabelDokumen("setelan", "setelan").Sisipkan(dokumen, TabelSetelan()), TabelMetrik());

    /// <summary>Metrics as Prometheus names them, with their kind.</summary>
    public static IReadOnlyList<(string Nama, string Jenis, string Arti)> Metrik()
    {
        var metrik = new List<(string, string, string)>();
        using var pendengar = new MeterListener
        {
            InstrumentPublished = (instrumen, _) =>
            {
                if (instrumen.Meter.Name != Ukuran.Nama) return;
                var jenis = instrumen.GetType().Name.Split('`')[0].Replace("Observable", "", StringComparison.Ordinal).ToLowerInvariant();
                var nama = instrumen.Name.Replace('.', '_') + (instrumen.Unit == "s" ? "_seconds" : "") + (jenis == "counter" ? "_total" : "");
                metrik.Add((nama, jenis, instrumen.Description ?? ""));
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(Ukuran).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(PapanUkur).TypeHandle);
        pendengar.Start();
        return [.. metrik.Distinct().OrderBy(m => m.Item1, StringComparer.Ordinal)];
    }

    private static string TabelSetelan()
    {
        var tabel = new StringBuilder("| Setting | Services | Default | Meaning |\n|---|---|---|---|\n");
        foreach (var baris in Setelan) tabel.Append("| ").AppendJoin(" | ", baris.Select(b => b.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        return tabel.ToString();
    }

    private static string TabelMetrik()
    {
        var tabel = new StringBuilder("| Metric | Kind | Meaning |\n|---|---|---|\n");
        foreach (var (nama, jenis, arti) in Metrik()) tabel.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{nama}` | {jenis} | {arti} |\n");
        return tabel.ToString();
    }

    private static string[] Baca(string berkas)
    {
        using var aliran = new StreamReader(typeof(TabelOperasi).Assembly.GetManifestResourceStream(berkas)!);
        return aliran.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
