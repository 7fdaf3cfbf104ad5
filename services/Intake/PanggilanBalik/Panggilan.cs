namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>State of a call.</summary>
public enum StatusPanggilan
{
    /// <summary>To be made, or to be made again.</summary>
    Menunggu,

    /// <summary>The receiver has answered 2xx.</summary>
    Terkirim,

    /// <summary>Given up after three days; can be sent again by hand.</summary>
    Gagal,
}

/// <summary>One call to one receiver. Written in the transaction of what it tells, so there is never one without the other.</summary>
public sealed class Panggilan
{
    /// <summary>Id (UUID v7): the receiver's header <c>webhook-id</c>, the same at every try.</summary>
    public Guid Id { get; init; }

    /// <summary>The subscription.</summary>
    public Guid LanggananId { get; init; }

    /// <summary>The application; null for a trial.</summary>
    public Guid? PermohonanId { get; init; }

    /// <summary>Event.</summary>
    public required string Peristiwa { get; init; }

    /// <summary>Body (JSON). Nothing personal.</summary>
    public required string Isi { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset Pada { get; init; }

    /// <summary>State.</summary>
    public StatusPanggilan Status { get; set; }

    /// <summary>Tries so far; also who has it in hand: two replicas cannot both count the same one.</summary>
    public int Percobaan { get; set; }

    /// <summary>Not before (UTC); while a try is on its way, when it counts as lost.</summary>
    public DateTimeOffset BerikutPada { get; set; }

    /// <summary>HTTP status of the last answer; null when there was none.</summary>
    public int? StatusHttp { get; set; }

    /// <summary>Why the last try failed, in words.</summary>
    public string? Galat { get; set; }

    /// <summary>When the receiver took it (UTC).</summary>
    public DateTimeOffset? TerkirimPada { get; set; }
}
