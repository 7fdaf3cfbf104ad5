using System.Text;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.Engine.Tracing;

namespace Dukcapil.Engine.Tests;

public sealed class StoredState
{
    public static TheoryData<string> Names => Golden.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_instance_stored_and_read_after_every_step_goes_on_the_same(string name)
    {
        var trace = Golden.Read(name);
        var kept = new TraceRunner(trace, ActivityCatalogue.Stock, Deviations.All, deliversAtOnce: false).Run();
        var stored = new TraceRunner(trace, ActivityCatalogue.Stock, Deviations.All, deliversAtOnce: false) { Store = new BytesStore(state => InstanceState.Read(state.ToBytes())) }.Run();
        Assert.Equal(kept.Select(step => step.GetRawText()), stored.Select(step => step.GetRawText()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_inputs_give_the_same_run(string name)
    {
        var trace = Golden.Read(name);
        var once = new TraceRunner(trace, ActivityCatalogue.Stock, Deviations.All, deliversAtOnce: false);
        var again = new TraceRunner(trace, ActivityCatalogue.Stock, Deviations.All, deliversAtOnce: false);
        Assert.Equal(once.Run().Select(step => step.GetRawText()), again.Run().Select(step => step.GetRawText()));
        Assert.Equal(once.States.Select(Text), again.States.Select(Text));
    }

    [Fact]
    public void A_burst_leaves_the_state_it_was_given_untouched()
    {
        var runner = new TraceRunner(Golden.Read("kk-loops-deep"), ActivityCatalogue.Stock, Deviations.All, deliversAtOnce: false) { Before = [] };
        runner.Run();
        Assert.NotEmpty(runner.Before);
        Assert.All(runner.Before, pair => Assert.Equal(pair.Text, Text(pair.State)));
    }

    /// <summary>A state as release 1 stored it: whatever changes in the engine, instances of today must go on.</summary>
    [Fact]
    public void A_state_stored_by_the_first_release_goes_on()
    {
        const string Stored = """
            {"format":1,"id":"i-1","definition":"kartu-keluarga","version":1,"subStatus":"Suspended","correlation":"permohonan-1","sequence":9,
            "created":"2026-01-05T01:00:00+00:00","updated":"2026-01-05T01:00:00+00:00","contexts":[
            {"id":"c-4","node":"Workflow1:Flowchart1:periksa","in":2,"started":"2026-01-05T01:00:00+00:00","outputs":["t-2",null]},
            {"id":"c-1","node":"Workflow1","started":"2026-01-05T01:00:00+00:00","values":["BARU",false,4,0,0,null,null,null,0],"outputs":[null]},
            {"id":"c-2","node":"Workflow1:Flowchart1","in":1,"started":"2026-01-05T01:00:00+00:00","tokens":[["pengajuan","Diajukan","periksa",0]]}],
            "pending":[[1,"Workflow1:Flowchart1"],[2,"Workflow1:Flowchart1:periksa"]],"bookmarks":[{"id":"b-2","name":"Dukcapil.PeriksaKelengkapan",
            "activity":"periksa","node":"Workflow1:Flowchart1:periksa","execution":"c-4","created":"2026-01-05T01:00:00+00:00","task":"t-2","subject":"2 Periksa"}]}
            """;
        var workflow = Kk.Shipped("kartu-keluarga.json");
        var result = WorkflowEngine.Resume(workflow, InstanceState.Read(Encoding.UTF8.GetBytes(Stored)), new TaskCompleted("t-2", "Lengkap"), Flows.World());
        Assert.Equal("entri", Assert.Single(result.TaskRequests).ActivityId);
        Assert.Equal((10, "BARU"), (result.Journal[0].Sequence, result.State.Variables(workflow)["jenis"]));
    }

    /// <summary>Planted: whoever loses a token, an answer somebody waits for, or a timer between two bursts is found out.</summary>
    [Theory]
    [InlineData("fork-join-waitall", "tokens")]
    [InlineData("kk-loops-deep", "pending")]
    [InlineData("delay", "bookmarks")]
    public void A_state_that_loses_something_makes_a_golden_trace_differ(string name, string lost)
    {
        var trace = Golden.Read(name);
        var runner = new TraceRunner(trace, ActivityCatalogue.Stock, Deviations.All, deliversAtOnce: false) { Store = new BytesStore(state => Without(state, lost)) };
        Assert.NotEmpty(TraceComparer.Compare(trace, runner.Run()));
    }

    private static InstanceState Without(InstanceState state, string lost)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(state.ToBytes())!;
        json.AsObject().Remove(lost);
        foreach (var context in json["contexts"]!.AsArray())
            context!.AsObject().Remove(lost);
        return InstanceState.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    [Fact]
    public void A_state_of_a_newer_format_is_refused() =>
        Assert.Throws<System.Text.Json.JsonException>(() => InstanceState.Read("{\"format\":999}"u8));

    [Fact]
    public void Text_that_is_no_state_is_refused() =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => InstanceState.Read("{\"format\":1,\"contexts\":[{}]}"u8));

    private static string Text(InstanceState state) => Encoding.UTF8.GetString(state.ToBytes());

    private sealed class BytesStore(Func<InstanceState, InstanceState> keep) : ITraceStore, ITraceInstance
    {
        public ITraceInstance Begin(CompiledWorkflow workflow) => this;

        public BurstResult Keep(BurstResult result, bool isRetry) => result with { State = keep(result.State) };
    }
}
