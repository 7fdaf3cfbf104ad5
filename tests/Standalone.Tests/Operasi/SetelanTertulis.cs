using System.Text.RegularExpressions;
using Dukcapil.Standalone.Commands;
using Dukcapil.Standalone.Setelan;
using Xunit;

namespace Dukcapil.Standalone.Tests.Operasi;

/// <summary>The tables of docs/operations.md against the code.</summary>
public sealed partial class SetelanTertulis
{
    // Parts of a section that the table names by its whole path, and what is no setting.
    private static readonly string[] Bagian = ["Identity:PetugasContoh"];

    [Fact]
    public async Task The_tables_of_settings_and_metrics_are_current() =>
        Assert.Equal(0, await new SetelanCommand().RunAsync(["--check", Pohon.Jalur("docs/operations.md")]));

    [Fact]
    public void Every_setting_that_the_code_reads_by_its_path_is_in_the_table()
    {
        var tertulis = string.Join('\n', TabelOperasi.Setelan.Select(s => s[0]));
        var dibaca = Directory.EnumerateFiles(Pohon.Jalur("services"), "*.cs", SearchOption.AllDirectories)
            .Where(b => !b.Contains("/obj/", StringComparison.Ordinal) && !b.Contains("/node_modules/", StringComparison.Ordinal))
            .SelectMany(b => Pembacaan().Matches(File.ReadAllText(b)).Select(m => m.Groups["nama"].Value)).Distinct().ToList();
        Assert.True(dibaca.Count > 25);
        Assert.DoesNotContain(dibaca, nama => !Bagian.Contains(nama) && !Ada(tertulis, nama));
    }

    // A row may name several of one section: `BatasLaju:PerDetik`, `:Cadangan`.
    private static bool Ada(string tertulis, string nama)
    {
        var (bagian, akhir) = nama.LastIndexOf(':') is > 0 and var i ? (nama[..i], nama[i..]) : (nama, nama);
        return tertulis.Split('\n').Any(baris => baris.Contains(nama, StringComparison.Ordinal)
            || (baris.Contains("`" + bagian + ":", StringComparison.Ordinal) && baris.Contains("`" + akhir + "`", StringComparison.Ordinal)));
    }

    [GeneratedRegex("""onfiguration(\[|\.GetValue(<\w+>)?\()"(?<nama>[A-Za-z_]+(:[A-Za-z]+)*)\x22""")]
    private static partial Regex Pembacaan();
}
