namespace Dukcapil.Identity.Kantor;

/// <summary>An office.</summary>
public sealed class DataKantor
{
    /// <summary>Office code, claim <c>kantor</c>.</summary>
    public required string Kode { get; init; }

    /// <summary>Name.</summary>
    public required string Nama { get; set; }

    /// <summary>Region code, for example <c>99.01</c>.</summary>
    public required string Wilayah { get; set; }

    /// <summary>IANA time zone.</summary>
    public required string Zona { get; set; }

    /// <summary>Version for ETag and If-Match.</summary>
    public int Versi { get; set; } = 1;
}
