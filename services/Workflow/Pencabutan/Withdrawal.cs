namespace Dukcapil.Workflow.Pencabutan;

/// <summary>A withdrawal that is being decided.</summary>
public sealed class Withdrawal
{
    /// <summary>Id, given by Intake.</summary>
    public Guid Id { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Null while it is being decided; then whether it was granted.</summary>
    public bool? IsGranted { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }

    /// <summary>Asked (UTC).</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>Decided (UTC).</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}
