using System.Text.Json.Nodes;
using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>What a definition of the Dukcapil catalogue must keep.</summary>

public sealed class SopRules
{
    [Theory]
    [InlineData("kartu-keluarga.json")]
    [InlineData("kartu-keluarga-tte.json")]
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

    [Theory]
    [InlineData("koreksiKabid", "Sesuai", "tandaTangan")]
    [InlineData("unggah", "TidakSesuai", "tandaTangan")]
    public void A_file_that_nobody_uploaded_since_the_data_were_entered_is_not_signed(string from, string outcome, string to)
    {
        var definition = JsonNode.Parse(Kk.Text("kartu-keluarga-tte.json"))!;
        var link = definition["root"]!["connections"]!.AsArray().Single(l => (string?)l!["source"]!["activity"] == from && (string?)l["source"]!["port"] == outcome)!;
        link["target"]!["activity"] = to;
        Assert.Contains(Errors(definition.ToJsonString()), finding => finding is { Code: "tanpa-berkas-siak", NodeId: "Workflow1:Flowchart1:tandaTangan" });
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

    [Fact]
    public void Two_corrections_by_the_same_role_are_one_paraf()
    {
        var draft = new Draft();
        draft.Step("koreksiKabid")["pelaksana"]!["expression"]!["value"] = "KASI";
        Assert.Contains(draft.Errors(), finding => finding is { Code: "tanpa-dua-paraf", NodeId: "Workflow1:Flowchart1:cetak" });
    }

    [Fact]
    public void Side_by_side_a_correction_may_be_of_data_that_have_changed_since()
    {
        // Kabid has said Sesuai and waits at the join; Kasi objects, the data change, and Kasi's second Sesuai opens the join.
        var draft = new Draft().Join("gabung").Cut("koreksiKasi", "Sesuai").Cut("koreksiKabid", "Sesuai").Cut("koreksiKabid", "TidakSesuai")
            .Connect("entri.Selesai>koreksiKabid koreksiKasi.Sesuai>gabung koreksiKabid.Sesuai>gabung gabung.Done>cetak");
        Assert.Contains(draft.Errors(), finding => finding.Code == "tanpa-dua-paraf");
    }

    [Fact]
    public void A_paraf_withdrawn_on_the_way_is_none()
    {
        // Kabid objects after Kasi's paraf, and the objection leads on to the print.
        var draft = new Draft().Task("sekretaris", "Dukcapil.KoreksiKonsep", "SEKRETARIS").Route("koreksiKabid", "Sesuai", "sekretaris")
            .Connect("sekretaris.Sesuai>koreksiKabid2 sekretaris.TidakSesuai>entri").Task("koreksiKabid2", "Dukcapil.KoreksiKonsep", "KABID")
            .Connect("koreksiKabid2.TidakSesuai>koreksiKasi2 koreksiKabid2.Sesuai>cetak").Task("koreksiKasi2", "Dukcapil.KoreksiKonsep", "KASI")
            .Connect("koreksiKasi2.TidakSesuai>tandaTangan koreksiKasi2.Sesuai>cetak");
        var finding = Assert.Single(draft.Errors("SEKRETARIS"), finding => finding.Code == "tanpa-dua-paraf");
        Assert.Equal("Workflow1:Flowchart1:tandaTangan", finding.NodeId);
        Assert.EndsWith("koreksiKabid2 → koreksiKasi2 → 6 Tanda tangan Kadis.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_past_the_corrections_by_a_switch_is_found_with_its_path()
    {
        var draft = new Draft().Add("pintas", "Elsa.FlowDecision", """{"condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"getVariable('jumlahPeringatan') == 0"}}}""")
            .Route("entri", "Selesai", "pintas").Connect("pintas.True>koreksiKabid pintas.False>koreksiKasi");
        var finding = Assert.Single(draft.Errors(), finding => finding.NodeId == "Workflow1:Flowchart1:cetak");
        Assert.EndsWith("pintas → 4 Koreksi Kabid → 5 Cetak Kartu Keluarga.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_fact_is_named()
    {
        var draft = new Draft();
        draft.Definition["variables"]!.AsArray().Clear();
        Assert.Equal(9, draft.Errors().Count(finding => finding.Code == "fakta-tidak-ada"));
        draft = new Draft();
        draft.Definition["variables"]![0]!["storageDriverTypeName"] = null;
        Assert.Contains("'jenis'", Assert.Single(draft.Errors(), finding => finding.Code == "fakta-tidak-disimpan").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_without_the_catalogue_has_none_of_these_rules() =>
        Assert.Empty(Flows.Flowchart(Flows.Task("t"), "", continues: false).Validate());

    private static IEnumerable<Finding> Errors(string json) => Kk.Compile(json).Validate().Where(finding => finding.Severity == Severity.Error);

    /// <summary>Without the white space that a formatter may change.</summary>
    private static string Compact(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\\s*([{}\\[\\],:])\\s*", "$1").Trim();
}
