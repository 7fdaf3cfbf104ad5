using Dukcapil.Engine.Activities;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Validation;

/// <summary>Each activity by itself: its expressions, its body, who does it, what follows it.</summary>
internal static class ActivityCheck
{
    public static IEnumerable<Finding> Find(CompiledWorkflow workflow) => workflow.Nodes.SelectMany(Find);

    private static IEnumerable<Finding> Find(CompiledNode node)
    {
        var title = WorkflowValidator.Title(node);
        foreach (var error in SyntaxErrors(node))
            yield return new(Severity.Error, node.NodeId, "ekspresi-salah", $"Ekspresi pada '{title}' salah tulis: {error}");
        if (node.Kind is For or While or ForEach or ParallelForEach && node.Port("body") < 0)
            yield return new(Severity.Error, node.NodeId, "tanpa-isi", $"Perulangan '{title}' tidak memiliki isi.");
        if (node.Kind is SetVariable && !IsDeclared(node))
            yield return new(Severity.Error, node.NodeId, "variabel-tidak-ada", $"'{title}' mengisi variabel yang tidak dideklarasikan.");
        if (node.IsHumanTask && node.Type.StartsWith("Dukcapil.", StringComparison.Ordinal) && !HasPelaksana(node))
            yield return new(Severity.Error, node.NodeId, "tanpa-pelaksana", $"Tugas '{title}' belum memiliki pelaksana.");
        if (node.IsHumanTask && node.OfferedOutcomes.Count == 0)
            yield return new(Severity.Error, node.NodeId, "tanpa-hasil", $"Tugas '{title}' tidak memiliki hasil yang tersambung, sehingga tidak dapat diselesaikan.");
        if (node.Parent?.Kind is not Flowchart)
            yield break;
        var possible = node.IsHumanTask ? node.Kind.Outcomes! : node.Kind.Outcomes is null ? [] : ControlFlow.PossibleOutcomes(node);
        foreach (var outcome in possible.Where(outcome => !node.ConnectedOutcomes.Contains(outcome)))
            yield return new(Severity.Warning, node.NodeId, "hasil-tidak-tersambung", $"Hasil '{outcome}' pada '{title}' tidak tersambung.");
        foreach (var outcome in node.ConnectedOutcomes.Where(outcome => node.Kind.Outcomes is { } outcomes && !outcomes.Contains(outcome)))
            yield return new(Severity.Warning, node.NodeId, "hasil-tidak-dikenal", $"'{title}' tidak memiliki hasil '{outcome}'; sambungannya tidak pernah dilalui.");
    }

    private static IEnumerable<string> SyntaxErrors(CompiledNode node)
    {
        foreach (var expression in node.Inputs.Select(input => input.Expression).Concat(node.Cases.Select(item => (CompiledExpression?)item.Condition)))
        {
            if (expression?.SyntaxError is { } error)
                yield return error;
        }
        if (node.Kind is RunJavaScript && node.Inputs[0].Expression is LiteralExpression { Value: string script } && JavaScriptExpression.Of(script).SyntaxError is { } scriptError)
            yield return scriptError;
    }

    private static bool HasPelaksana(CompiledNode node)
    {
        var input = Array.Find(node.Inputs, candidate => string.Equals(candidate.JsonName, "pelaksana", StringComparison.OrdinalIgnoreCase));
        return input?.Expression is { } expression && expression is not LiteralExpression { Value: null or "" };
    }

    private static bool IsDeclared(CompiledNode node)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            if (Array.Exists(at.Variables, variable => variable.Id == node.TargetVariableId))
                return true;
        }
        return false;
    }
}
