using Dukcapil.Engine.Validation;

namespace Dukcapil.Engine.Tests.Publishing;

/// <summary>Tasks of people, and sub-workflows.</summary>
public sealed class Tasks
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void A_task_without_anybody_to_do_it_is_refused(string? role)
    {
        var draft = new Draft();
        draft.Step("koreksiKasi")["pelaksana"]!["expression"]!["value"] = role;
        Assert.Equal("Workflow1:Flowchart1:koreksiKasi", Assert.Single(draft.Errors(), finding => finding.Code == "tanpa-pelaksana").NodeId);
    }

    [Fact]
    public void A_task_whose_type_names_who_does_it_needs_no_more()
    {
        var draft = new Draft();
        draft.Step("cetak").Remove("pelaksana");
        Assert.Empty(draft.Findings());
    }

    [Fact]
    public void A_role_that_an_expression_chooses_is_left_to_the_run()
    {
        var draft = new Draft();
        draft.Step("serahTerima")["pelaksana"]!["expression"]!["type"] = "JavaScript";
        draft.Step("serahTerima")["pelaksana"]!["expression"]!["value"] = "getVariable('wakil') ? 'LOKET' : 'KASI'";
        Assert.Empty(draft.Findings());
    }

    [Fact]
    public void Every_unknown_role_is_named_also_the_one_to_escalate_to()
    {
        var draft = new Draft().Task("satu", "Dukcapil.Tugas", "SATU").Route("koreksiKabid", "Sesuai", "satu").Connect("satu.Selesai>cetak satu.Ditolak>entri");
        draft.Step("satu")["peranEskalasi"] = System.Text.Json.Nodes.JsonNode.Parse("""{"typeName":"String","expression":{"type":"Literal","value":"DUA"}}""");
        Assert.Equal(2, draft.Errors().Count(finding => finding.Code == "peran-tidak-dikenal"));
        Assert.Single(draft.Errors("DUA"));
        Assert.Empty(draft.Findings("SATU", "DUA"));
    }

    [Theory]
    [InlineData("""{"type":"Object","value":"[\"KK_LAMA\"]"}""", 0)]
    [InlineData("""{"type":"Object","value":"[\"KK_LAMA\",\"SURAT_RT\",\"SURAT_RT\"]"}""", 1)]
    [InlineData("""{"type":"Literal","value":["SURAT_RT","SURAT_RW"]}""", 2)]
    [InlineData("""{"type":"Literal","value":"SURAT_RT"}""", 1)]
    [InlineData("""{"type":"Object","value":"[SURAT"}""", 1)]
    [InlineData("""{"type":"Literal","value":""}""", 0)]
    [InlineData("""{"type":"JavaScript","value":"['SURAT_RT']"}""", 0)]
    public void A_document_that_nobody_knows_is_not_asked_for(string nilai, int temuan)
    {
        var draft = new Draft();
        draft.Step("periksa")["persyaratanTambahan"] = System.Text.Json.Nodes.JsonNode.Parse($$"""{"typeName":"List<String>","expression":{{nilai}}}""");
        var context = new PublishingContext(Requirements: new HashSet<string> { "KK_LAMA" });
        Assert.Equal(temuan, Kk.Compile(draft.Definition.ToJsonString()).Validate(context).Count(finding => finding is { Code: "persyaratan-tidak-dikenal", NodeId: "Workflow1:Flowchart1:periksa" }));
    }

    [Fact]
    public void A_task_that_nobody_can_end_is_refused_once()
    {
        var draft = new Draft().Cut("registrasi", "Selesai").Connect("tandaTangan.Dikembalikan>selesai");
        var finding = Assert.Single(draft.Errors());
        Assert.Equal(("tanpa-hasil", "Workflow1:Flowchart1:registrasi"), (finding.Code, finding.NodeId));
    }

    [Theory]
    [InlineData("anak", null)]
    [InlineData("konsep", "sub-alur-belum-terbit")]
    [InlineData("tidak-ada", "sub-alur-tidak-ada")]
    [InlineData("d", "sub-alur-berputar")]
    [InlineData("putar", "sub-alur-berputar")]
    [InlineData("", "sub-alur-kosong")]
    public void A_sub_workflow_must_be_there_published_and_no_way_back(string id, string? code)
    {
        var context = new PublishingContext(Definitions: new Dictionary<string, KnownDefinition>
        {
            ["anak"] = new(true, ["cucu"]),
            ["cucu"] = new(true, ["cucu"]),
            ["konsep"] = new(false, []),
            ["putar"] = new(true, ["tengah"]),
            ["tengah"] = new(true, ["d"]),
        });
        var child = $$$"""{"id":"sub","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"{{{id}}}"} } }""";
        var findings = Flows.Flowchart(child, "").Validate(context);
        Assert.Equal(code, Assert.Single(findings.Select(finding => finding.Code).DefaultIfEmpty()));
        if (id == "putar")
            Assert.Contains("putar → tengah → d", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sub_workflow_that_an_expression_chooses_is_left_to_the_run() => Assert.Empty(Flows.Flowchart(
        $$"""{"id":"sub","type":"Elsa.DispatchWorkflow","workflowDefinitionId":{{Flows.Script("getInput('alur')")}} }""", "").Validate(new PublishingContext(Definitions: new Dictionary<string, KnownDefinition>())));
}
