namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>The first answer to a creating request, written in the transaction of its effect.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Who sent it (<c>sub</c> of the token); keys of different clients do not meet.</summary>
    public required string Client { get; init; }

    /// <summary>Header <c>Idempotency-Key</c>.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 (hex) of path and body: another payload under the same key is refused.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>HTTP status of the first answer.</summary>
    public int Status { get; init; }

    /// <summary>Body of the first answer (JSON).</summary>
    public required string Answer { get; init; }

    /// <summary>Address of what was created.</summary>
    public string? Location { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
