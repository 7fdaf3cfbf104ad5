using static Dukcapil.Workflow.Tests.Peranti.Definisi;

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>Random flowcharts: tasks, forks, joins, decisions, timers and events, connected at will, loops included. The same seed gives the same one.</summary>
internal static class AlurAcak
{
    public static string Buat(string id, int bibit)
    {
        var acak = new Random(bibit);
        var jumlah = acak.Next(4, 9);
        var langkah = new List<string> { Langkah("n0", "Elsa.Start") };
        var sambungan = new List<string> { "n0→n1" };
        for (var i = 1; i < jumlah; i++)
        {
            var (json, hasil) = Acak($"n{i}", acak);
            langkah.Add(json);
            foreach (var port in hasil)
            {
                // Mostly onward; one in five back or anywhere, a few to nowhere.
                var tujuan = acak.Next(5) == 0 ? acak.Next(1, jumlah) : i + 1 + acak.Next(2);
                if (tujuan < jumlah) sambungan.Add($"n{i}:{port}→n{tujuan}");
            }
        }
        return Alur(id, [.. langkah], [.. sambungan.Distinct()], "x");
    }

    private static (string Json, string[] Hasil) Acak(string id, Random acak) => acak.Next(9) switch
    {
        0 or 1 or 2 => (Langkah(id, "Elsa.RunTask", Isi("taskName", id)), ["Done"]),
        3 => (Langkah(id, "Elsa.FlowFork", Isi("branches", """["A","B"]""", "Object", "String[]")), ["A", "B"]),
        4 => (Langkah(id, "Elsa.FlowJoin", Isi("mode", acak.Next(2) == 0 ? "WaitAll" : "WaitAny")), ["Done"]),
        5 => (Langkah(id, "Elsa.FlowDecision", Isi("condition", $"(getX() || '').length % 2 === {acak.Next(2)}", "JavaScript", "Boolean")), ["True", "False"]),
        6 => (Langkah(id, "Elsa.Delay", Isi("timeSpan", "00:01:00", "Literal", "TimeSpan")), ["Done"]),
        7 => (Langkah(id, "Elsa.Event", Isi("eventName", "kabar")), ["Done"]),
        _ => (Langkah(id, "Elsa.SetVariable", """
            "variable":{"id":"x","name":"x","typeName":"String"},
            """ + Isi("value", "(getX() || '') + 'a'", "JavaScript")), ["Done"]),
    };
}
