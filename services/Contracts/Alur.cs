namespace Dukcapil.Contracts;

/// <summary>SOP step 1: an application was filed; its workflow begins. Intake → Workflow.</summary>
public sealed record PermohonanDiajukan : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>The facts at start; <see cref="Fakta.Jenis"/> is always set and chooses the definition.</summary>
    public required Fakta Fakta { get; init; }

    /// <summary>When it was filed (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>The workflow of an application came to its end. Workflow → everyone.</summary>
public sealed record AlurSelesai : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}

/// <summary>The time of keeping an application is over: what it says of persons goes, books and journal stay. Intake → Approval, Registry.</summary>
public sealed record IsiDimusnahkan : IMessage
{
    /// <inheritdoc/>
    public required Guid PermohonanId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Pada { get; init; }
}
