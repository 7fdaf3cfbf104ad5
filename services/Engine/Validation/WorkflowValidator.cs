using Dukcapil.Engine.Definitions;

namespace Dukcapil.Engine.Validation;

/// <summary>Checks a definition as publishing does; each check is a file of its own. What each says and why: <c>docs/engine.md</c>.</summary>
internal static class WorkflowValidator
{
    public static List<Finding> Validate(CompiledWorkflow workflow, PublishingContext context)
    {
        var findings = workflow.Problems.Select(problem => new Finding(Severity.Error, problem.NodeId, problem.Code, problem.Message)).ToList();
        // Nothing can be said about the ways through a definition that was not read to its end.
        if (workflow.Nodes.Count < 2)
            return findings;
        var flow = new ControlFlow(workflow);
        findings.AddRange(ActivityCheck.Find(workflow));
        findings.AddRange(ExpressionCheck.Find(workflow));
        findings.AddRange(VariableCheck.Find(workflow));
        findings.AddRange(TaskCheck.Find(workflow, context));
        findings.AddRange(ReferenceCheck.Find(workflow, context));
        findings.AddRange(WayCheck.Find(workflow, flow));
        findings.AddRange(JoinCheck.Find(workflow));
        findings.AddRange(CycleCheck.Find(flow));
        if (DukcapilCheck.Applies(workflow))
            findings.AddRange(DukcapilCheck.Find(workflow, flow));
        return findings;
    }

    /// <summary>How a person of the office knows a step.</summary>
    public static string Title(CompiledNode node) => Brief.Of(node.DisplayText ?? node.Name ?? node.Id);
}
