namespace Dukcapil.Contracts;

/// <summary>The applicant withdraws. Intake → Workflow, which decides.</summary>
public sealed record PencabutanDiminta : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>Id of this request; answers carry it.</summary>
    public required Guid PencabutanId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>
/// Close this task if it is still open: the application is withdrawn, the task is asked for anew in another version, or nobody waits for it any
/// more. Workflow → owner.
/// </summary>
public sealed record PenutupanTugasDiminta : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>The withdrawal, the move to another version, or the instance that no longer waits; the answer carries it.</summary>
    public required Guid PencabutanId { get; init; }

    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>Receiver.</summary>
    public required string Pelayan { get; init; }
}

/// <summary>
/// The owner's answer: closed, or refused because the task was completed (that completion was sent before) or signing has begun. Owner → Workflow.
/// </summary>
public sealed record PenutupanTugasDijawab : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>The request.</summary>
    public required Guid PencabutanId { get; init; }

    /// <summary>The task.</summary>
    public required string TugasId { get; init; }

    /// <summary>Whether it is closed now.</summary>
    public required bool Ditutup { get; init; }
}

/// <summary>The decision about a withdrawal. Workflow → everyone.</summary>
public sealed record PencabutanDiputuskan : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>The request.</summary>
    public required Guid PencabutanId { get; init; }

    /// <summary>True: the application has ended as BATAL, book entries are voided visibly. False: it goes on.</summary>
    public required bool Dikabulkan { get; init; }

    /// <summary>Why it was refused: <c>SUDAH_DITANDATANGANI</c> or <c>SUDAH_SELESAI</c>.</summary>
    public string? Sebab { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}
