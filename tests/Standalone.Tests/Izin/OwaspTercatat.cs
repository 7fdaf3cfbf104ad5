using System.Text.RegularExpressions;
using Dukcapil.Standalone.Tests.Operasi;
using Xunit;

namespace Dukcapil.Standalone.Tests.Izin;

/// <summary>What docs/security.md says of attacks tried is what the tests do.</summary>
public sealed partial class OwaspTercatat
{
    [Fact]
    public void Every_item_of_the_OWASP_API_top_ten_names_test_classes_that_are_there_and_have_tests()
    {
        var kelas = Directory.EnumerateFiles(Pohon.Jalur("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(b => !b.Contains("/obj/", StringComparison.Ordinal) && !b.Contains("/bin/", StringComparison.Ordinal) && !b.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(isi => isi.Contains("[Fact]", StringComparison.Ordinal) || isi.Contains("[Theory]", StringComparison.Ordinal))
            .SelectMany(isi => Kelas().Matches(isi).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        var baris = File.ReadLines(Pohon.Jalur("docs/security.md")).Where(b => b.StartsWith("| API", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"API{n}"), baris.Select(b => b.Split(' ')[1]));
        foreach (var b in baris)
        {
            var disebut = Sebutan().Matches(b.Split('|')[2]).Select(m => m.Groups[1].Value).ToList();
            Assert.NotEmpty(disebut);
            Assert.All(disebut, d => Assert.Contains(d, kelas));
        }
    }

    [GeneratedRegex(@"class (\w+)")]
    private static partial Regex Kelas();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Sebutan();
}
