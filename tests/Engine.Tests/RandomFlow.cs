using System.Globalization;

namespace Dukcapil.Engine.Tests;

/// <summary>A definition made of a list of choices, of every kind of activity, nested: the same choices give the same definition.</summary>
internal sealed class RandomFlow(int[] choices)
{
    private static readonly string[] Modes = ["WaitAny", "WaitAll", "WaitAllActive"];
    private static readonly string[] MergeModes = ["Merge", "Converge", "Cascade", "Race", "Stream"];
    private int _next;
    private int _ids;

    public string Definition()
    {
        var variables = $"{Flows.Variable("N", "Int32", "0")},{Flows.Variable("S", "String", "awal")},{Flows.Variable("O", "Object")}";
        return Flows.Definition(Pick(4) == 0 ? Activity(3) : Flowchart(3), variables, Pick(2) == 0);
    }

    private int Pick(int count) => choices[_next++ % choices.Length] % count;

    private string Id(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_ids}");

    private string Activity(int depth) => Pick(depth > 0 ? 20 : 10) switch
    {
        0 or 1 or 2 or 3 => Flows.Task(Id("t")),
        4 => $$"""{"id":"{{Id("e")}}","type":"Elsa.Event","eventName":"kabar","result":{"typeName":"Object","memoryReference":{"id":"v-O"} } }""",
        5 => Flows.Set(Id("s"), Pick(2) == 0 ? "N" : "O", Pick(3) switch { 0 => "getVariable('N') + 1", 1 => "({a:[1,{b:getVariable('S')}]})", _ => "'teks'" }),
        6 => $$"""{"id":"{{Id("d")}}","type":"Elsa.Delay","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"00:00:05"} } }""",
        7 => $$"""{"id":"{{Id("j")}}","type":"Elsa.RunJavaScript","script":{{Flows.Script("variables.N = getVariable('N') + 2; setVariable('S', 'x' + getN()); return getLastResult();").Replace("JavaScript", "Literal", StringComparison.Ordinal)}}}""",
        8 => Flows.Plain(Id("w")),
        9 => Flows.Plain(Id("z"), Pick(12) switch { 0 => "Finish", 1 => "Complete", 2 => "Fault", 3 => "End", 4 => "Break", _ => "WriteLine" }),
        10 or 11 or 12 => Flowchart(depth - 1),
        13 => $$"""{"id":"{{Id("q")}}","type":"Elsa.Sequence","activities":[{{Some(depth - 1, 3)}}]}""",
        14 => $$"""{"id":"{{Id("p")}}","type":"Elsa.Parallel","activities":[{{Some(depth - 1, 3)}}]}""",
        15 => $$"""{"id":"{{Id("i")}}","type":"Elsa.If","condition":{{Condition()}},"then":{{Activity(depth - 1)}},"else":{{Activity(depth - 1)}}}""",
        16 => $$"""{"id":"{{Id("l")}}","type":"Elsa.While","condition":{{Flows.Script("(() => { setVariable('N', getVariable('N') + 1); return getVariable('N') % 3 != 0; })()")}},"body":{{Activity(depth - 1)}}}""",
        17 => $$"""{"id":"{{Id("f")}}","type":"Elsa.For","end":{{Flows.Script("2")}},"body":{{Activity(depth - 1)}}}""",
        18 => $$"""{"id":"{{Id("h")}}","type":"Elsa.{{(Pick(2) == 0 ? "ForEach" : "ParallelForEach")}}","items":{{Flows.Script("['a', 2, {c: 3}]")}},"body":{{Activity(depth - 1)}}}""",
        _ => $$"""{"id":"{{Id("c")}}","type":"Elsa.Switch","mode":{"typeName":"SwitchMode","expression":{"type":"Literal","value":"{{(Pick(2) == 0 ? "MatchFirst" : "MatchAny")}}"} },"cases":[{"label":"A","condition":{"type":"JavaScript","value":"true"},"activity":{{Activity(depth - 1)}}},{"label":"B","condition":{"type":"JavaScript","value":"getVariable('N') > 1"},"activity":{{Activity(depth - 1)}}}]}""",
    };

    private string Some(int depth, int most) => string.Join(',', Enumerable.Range(0, Pick(most) + 1).Select(_ => Activity(depth)));

    private string Condition() => Flows.Script(Pick(3) switch { 0 => "true", 1 => "false", _ => "getVariable('N') % 2 == 0" });

    /// <summary>Any graph, circles included: a circle without a wait ends at the limit of steps.</summary>
    private string Flowchart(int depth)
    {
        var count = Pick(6) + 2;
        var ids = new string[count];
        var activities = new string[count];
        for (var i = 0; i < count; i++)
        {
            var (id, json) = Pick(5) switch
            {
                0 => Named("d", id => $$"""{"id":"{{id}}","type":"Elsa.FlowDecision","condition":{{Condition()}}}"""),
                1 => Named("g", id => Flows.Join(id, Modes[Pick(3)])),
                _ => (null, Activity(depth)),
            };
            activities[i] = Pick(6) == 0 ? json.Insert(1, $$"""
                "customProperties":{"mergeMode":"{{MergeModes[Pick(5)]}}"},
                """) : json;
            ids[i] = id ?? json[(json.IndexOf("\"id\":\"", StringComparison.Ordinal) + 6)..json.IndexOf("\",", StringComparison.Ordinal)];
        }
        var links = Enumerable.Range(0, Pick(count * 2) + 1).Select(_ =>
            $$"""{"source":{"activity":"{{ids[Pick(count)]}}","port":"{{(Pick(3) == 0 ? "True" : "Done")}}"},"target":{"activity":"{{ids[Pick(count)]}}","port":"In"} }""");
        return $$"""{"id":"{{Id("F")}}","type":"Elsa.Flowchart","activities":[{{string.Join(',', activities)}}],"connections":[{{string.Join(',', links)}}]}""";
    }

    private (string? Id, string Json) Named(string prefix, Func<string, string> make)
    {
        var id = Id(prefix);
        return (id, make(id));
    }
}
