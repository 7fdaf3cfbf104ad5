namespace Dukcapil.Contracts;

/// <summary>The services that meet over messages. A name is also the queue's suffix and the database schema.</summary>
public static class ServiceNames
{
    /// <summary>Applications, attachments, completeness, konsep, Buku Register (SOP steps 1 and 2).</summary>
    public const string Intake = "intake";

    /// <summary>Paraf, signature, the list of everybody's tasks (SOP steps 3, 4 and 6).</summary>
    public const string Approval = "approval";

    /// <summary>Print record, Buku Agenda, cap, archive, handover (SOP steps 5, 7 and 8).</summary>
    public const string Registry = "registry";

    /// <summary>Runs the workflow definition.</summary>
    public const string Workflow = "workflow";

    /// <summary>Issues tokens; takes part in no message. Another OIDC issuer may stand in its place.</summary>
    public const string Identity = "identity";

    /// <summary>All that meet over messages.</summary>
    public static readonly IReadOnlyList<string> All = [Intake, Approval, Registry, Workflow];

    /// <summary>All that have an API.</summary>
    public static readonly IReadOnlyList<string> WithApi = [.. All, Identity];
}
