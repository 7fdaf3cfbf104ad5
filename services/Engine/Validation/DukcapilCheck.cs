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
        var gatherings = Gathering.FindAll(workflow);
        foreach (var finding in WithoutParaf(workflow, flow, gatherings).Concat(WithoutFile(flow, gatherings)).Concat(WithoutRegister(flow, gatherings)))
            yield return finding;
    }

    /// <summary>
    /// SOP steps 3 and 4: printing and signing need the paraf of two roles since the last data entry, because a paraf lapses with the
    /// konsep version it belongs to, and with the objection of the role that gave it. One fact per role: two corrections by the same role
    /// are one paraf, here and where the paraf are counted.
    /// </summary>
    private static IEnumerable<Finding> WithoutParaf(CompiledWorkflow workflow, ControlFlow flow, Dictionary<int, Gathering> gatherings)
    {
        var roles = workflow.Nodes.Where(IsCorrection).Select(Role).Distinct(StringComparer.Ordinal).ToList();
        // More roles than bits: the last bit stands for all others, which is the strict side.
        ulong Bit(CompiledNode node) => 1UL << Math.Min(roles.IndexOf(Role(node)), 63);
        var rules = new FactRules(
            (paraf, node, outcome) => IsTask(node, "EntriDanKonsep") ? 0 : !IsCorrection(node) ? paraf : outcome == "Sesuai" ? paraf | Bit(node) : paraf & ~Bit(node),
            node => IsTask(node, "EntriDanKonsep") ? ulong.MaxValue : IsCorrection(node) && node.OfferedOutcomes.Any(outcome => outcome != "Sesuai") ? Bit(node) : 0,
            (paraf, node) => ulong.PopCount(paraf) < 2 && (IsTask(node, "CetakKartuKeluarga") || IsTask(node, "TandaTangan")));
        return new FactSearch(flow, gatherings, rules).Find().Select(way => Found(way, "tanpa-dua-paraf", "tanpa dua koreksi 'Sesuai' dari dua peran yang berbeda"));
    }

    /// <summary>SOP step 6, electronically: what is signed is the file that SIAK made of the present data, so it must have been uploaded since their last entry.</summary>
    private static IEnumerable<Finding> WithoutFile(ControlFlow flow, Dictionary<int, Gathering> gatherings)
    {
        var rules = new FactRules(
            (uploaded, node, outcome) => IsTask(node, "EntriDanKonsep") ? 0 : IsTask(node, "UnggahBerkasSiak") && outcome == "Selesai" ? 1 : uploaded,
            node => IsTask(node, "EntriDanKonsep") ? ulong.MaxValue : 0,
            (uploaded, node) => uploaded == 0 && IsTask(node, "TandaTangan") && TaskCheck.TextOf(node, "cara") == "TTE");
        return new FactSearch(flow, gatherings, rules).Find().Select(way => Found(way, "tanpa-berkas-siak", "tanpa berkas dari SIAK yang diunggah"));
    }

    /// <summary>SOP step 7: handing over needs registration and archive first.</summary>
    private static IEnumerable<Finding> WithoutRegister(ControlFlow flow, Dictionary<int, Gathering> gatherings)
    {
        var rules = new FactRules((done, node, _) => IsTask(node, "RegistrasiDanCap") ? 1 : done, _ => 0, (done, node) => done == 0 && IsTask(node, "SerahTerima"));
        return new FactSearch(flow, gatherings, rules).Find().Select(way => Found(way, "tanpa-registrasi", "tanpa registrasi dan cap"));
    }

    private static Finding Found(ForbiddenWay way, string code, string without) => way.Text is null
        ? new(Severity.Error, way.Node.NodeId, "terlalu-rumit", "Alur terlalu rumit untuk dapat diperiksa; pecah menjadi sub-alur.")
        : new(Severity.Error, way.Node.NodeId, code, $"'{WorkflowValidator.Title(way.Node)}' dapat dicapai {without}: {way.Text}.");

    private static bool IsCorrection(CompiledNode node) => IsTask(node, "KoreksiKonsep");

    private static string Role(CompiledNode node) => TaskCheck.RoleOf(node) ?? node.NodeId;

    private static bool IsTask(CompiledNode node, string name) =>
        node.IsHumanTask && node.Type.StartsWith("Dukcapil.", StringComparison.Ordinal) && (name.Length == 0 || node.Type.AsSpan(9).SequenceEqual(name));
}
