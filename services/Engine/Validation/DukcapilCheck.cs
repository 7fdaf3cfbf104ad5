using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>What a definition of the Dukcapil catalogue must keep, whatever an admin changes in it.</summary>
internal static class DukcapilCheck
{
    /// <summary>The facts of an application a definition knows; given at start and with every completed task.</summary>
    private static readonly string[] Facts =
        ["jenis", "wakil", "jumlahAnggota", "jumlahPeringatan", "versiKonsep", "keputusan", "kodeAlasan", "pelaksana", "jumlahPengembalian"];

    public static bool Applies(CompiledWorkflow workflow) => workflow.Nodes.Any(node => IsTask(node, ""));

    public static IEnumerable<Finding> Find(CompiledWorkflow workflow, ControlFlow flow)
    {
        foreach (var fact in Facts)
        {
            var variable = workflow.Variables.FirstOrDefault(candidate => candidate.Name == fact);
            if (variable is null)
                yield return new(Severity.Error, null, "fakta-tidak-ada", $"Variabel '{fact}' belum dideklarasikan.");
            else if (!variable.IsPersistent)
                yield return new(Severity.Error, null, "fakta-tidak-disimpan", $"Variabel '{fact}' harus disimpan bersama instans (Workflow Instance).");
        }
        if (!workflow.ContinuesWithIncidents)
            yield return new(Severity.Error, null, "strategi-insiden", "Alur layanan harus memakai strategi insiden 'Continue with incidents'.");
        foreach (var finding in WithoutTwoParaf(flow).Concat(WithoutRegister(flow)))
            yield return finding;
    }

    /// <summary>
    /// SOP steps 3 and 4: printing and signing need two different corrections that ended "Sesuai" since the last data entry, because
    /// a paraf lapses with the konsep version it belongs to. What is remembered on the way: no paraf, the node of the one, or two.
    /// </summary>
    private static IEnumerable<Finding> WithoutTwoParaf(ControlFlow flow)
    {
        const int Two = int.MaxValue;
        return PathSearch.Find(flow, -1, (paraf, node, outcome) =>
            IsTask(node, "EntriDanKonsep") ? -1
            : !IsTask(node, "KoreksiKonsep") || paraf == Two ? paraf
            : outcome != "Sesuai" ? paraf == node.Index ? -1 : paraf
            : paraf == -1 || paraf == node.Index ? node.Index : Two,
            (paraf, node) => paraf != Two && (IsTask(node, "CetakKartuKeluarga") || IsTask(node, "TandaTangan")))
            .Select(path => new Finding(Severity.Error, path.Node.NodeId, "tanpa-dua-paraf",
                $"'{WorkflowValidator.Title(path.Node)}' dapat dicapai tanpa dua koreksi 'Sesuai': {path.Text}."));
    }

    /// <summary>SOP step 7: handing over needs registration and archive first.</summary>
    private static IEnumerable<Finding> WithoutRegister(ControlFlow flow) =>
        PathSearch.Find(flow, 0, (done, node, _) => IsTask(node, "RegistrasiDanCap") ? 1 : done, (done, node) => done == 0 && IsTask(node, "SerahTerima"))
            .Select(path => new Finding(Severity.Error, path.Node.NodeId, "tanpa-registrasi",
                $"'{WorkflowValidator.Title(path.Node)}' dapat dicapai tanpa registrasi dan cap: {path.Text}."));

    private static bool IsTask(CompiledNode node, string name) =>
        node.IsHumanTask && node.Type.StartsWith("Dukcapil.", StringComparison.Ordinal) && (name.Length == 0 || node.Type.AsSpan(9).SequenceEqual(name));
}
