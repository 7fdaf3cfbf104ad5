using System.Text.Json.Nodes;
using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests;

public sealed class Publishing
{
    [Theory]
    [InlineData("kartu-keluarga.json")]
    public void A_shipped_definition_has_no_error(string file) => Assert.Empty(Errors(Kk.Text(file)));

    [Theory]
    [InlineData("\"activity\": \"koreksiKabid\",\n          \"port\": \"In\"", "\"activity\": \"cetak\",\n          \"port\": \"In\"", "tanpa-dua-paraf", "Kasi")]
    [InlineData("\"activity\": \"registrasi\",\n          \"port\": \"In\"", "\"activity\": \"serahTerima\",\n          \"port\": \"In\"", "tanpa-registrasi", "→")]
    [InlineData("ContinueWithIncidentsStrategy", "FaultStrategy", "strategi-insiden", "insiden")]
    [InlineData("\"name\": \"kodeAlasan\"", "\"name\": \"alasan\"", "fakta-tidak-ada", "kodeAlasan")]
    [InlineData("\"value\": \"KASI\"", "\"value\": \"\"", "tanpa-pelaksana", "pelaksana")]
    [InlineData("\"type\": \"Dukcapil.EntriDanKonsep\"", "\"type\": \"Dukcapil.TidakAda\"", "tipe-tidak-dikenal", "Dukcapil.TidakAda")]
    public void A_change_that_breaks_the_SOP_is_refused_by_name(string from, string to, string code, string word)
    {
        var text = Kk.Text("kartu-keluarga.json").Replace("\r", "", StringComparison.Ordinal);
        var finding = Errors(Compact(text).Replace(Compact(from), Compact(to), StringComparison.Ordinal)).FirstOrDefault(found => found.Code == code);
        Assert.NotNull(finding);
        Assert.Contains(word, finding.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_circle_without_a_way_out_is_refused_and_a_circle_without_a_wait_is_warned_of()
    {
        var findings = Flows.Flowchart($"{Flows.Plain("a")},{Flows.Plain("b")}", "a.Done>b b.Done>a").Validate();
        Assert.Contains(findings, finding => finding is { Severity: Severity.Error, Code: "tanpa-akhir" });
        Assert.Contains(findings, finding => finding is { Severity: Severity.Warning, Code: "putaran-tanpa-tunggu" });
    }

    [Fact]
    public void A_circle_with_a_wait_and_a_way_out_is_fine()
    {
        var findings = Flows.Flowchart($"{Flows.Task("t")},{Flows.Decide("d", "true")},{Flows.Plain("e", "End")}", "t.Done>d d.False>t d.True>e").Validate();
        Assert.Empty(findings);
    }

    [Fact]
    public void A_step_nobody_reaches_and_an_outcome_that_leads_nowhere_are_warned_of()
    {
        var findings = Flows.Flowchart($"{Flows.Decide("d", "true")},{Flows.Plain("a")},{Flows.Plain("x")}", "d.True>a").Validate();
        Assert.Contains(findings, finding => finding is { Severity: Severity.Warning, Code: "tidak-terjangkau", NodeId: "Workflow1:F:x" });
        Assert.Contains(findings, finding => finding is { Severity: Severity.Warning, Code: "hasil-tidak-tersambung", NodeId: "Workflow1:F:d" });
    }

    [Fact]
    public void A_script_that_cannot_be_read_is_refused() =>
        Assert.Contains(Flows.Flowchart(Flows.Decide("d", "1 +* 2"), "").Validate(), finding => finding is { Severity: Severity.Error, Code: "ekspresi-salah" });

    [Fact]
    public void A_join_of_parallel_branches_is_fine()
    {
        var findings = Flows.Flowchart(
            $"{Flows.Plain("s", "Start")},{Flows.Task("l")},{Flows.Task("r")},{Flows.Join("j", "WaitAll")}", "s.Done>l s.Done>r l.Done>j r.Done>j").Validate();
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Paraf_lapse_when_the_data_are_entered_again()
    {
        var definition = JsonNode.Parse(Kk.Text("kartu-keluarga.json"))!;
        var root = definition["root"]!;
        var again = root["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "entri")!.DeepClone();
        again["id"] = "perbaiki";
        root["activities"]!.AsArray().Add(again);
        var back = root["connections"]!.AsArray().Single(link => (string?)link!["source"]!["activity"] == "cetak" && (string?)link["target"]!["activity"] == "entri")!;
        back["target"]!["activity"] = "perbaiki";
        root["connections"]!.AsArray().Add(JsonNode.Parse("""{"source":{"activity":"perbaiki","port":"Selesai"},"target":{"activity":"cetak","port":"In"}}"""));
        Assert.Contains(Errors(definition.ToJsonString()), finding => finding is { Code: "tanpa-dua-paraf", NodeId: "Workflow1:Flowchart1:cetak" });
    }

    [Fact]
    public void The_same_officer_twice_is_not_two_paraf()
    {
        // Kabid returns to Kasi, who says Sesuai again and, in this broken definition, sends it straight to print.
        var definition = JsonNode.Parse(Kk.Text("kartu-keluarga.json"))!;
        var links = definition["root"]!["connections"]!.AsArray();
        links.Single(link => (string?)link!["source"]!["activity"] == "koreksiKabid" && (string?)link["source"]!["port"] == "Sesuai")!["target"]!["activity"] = "koreksiKasi";
        links.Single(link => (string?)link!["source"]!["activity"] == "koreksiKasi" && (string?)link["source"]!["port"] == "TidakSesuai")!["target"]!["activity"] = "cetak";
        Assert.Contains(Errors(definition.ToJsonString()), finding => finding.Code == "tanpa-dua-paraf");
    }

    private static IEnumerable<Finding> Errors(string json) => Kk.Compile(json).Validate().Where(finding => finding.Severity == Severity.Error);

    /// <summary>Without the white space that a formatter may change.</summary>
    private static string Compact(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\\s*([{}\\[\\],:])\\s*", "$1").Trim();
}
