namespace Dukcapil.Registry.Masukan;

/// <summary>The receipt handed out at step 2, by the hash of its code, with the guard against guessing.</summary>
public sealed class TandaBukti
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Number in the Buku Register.</summary>
    public required string NomorRegister { get; init; }

    /// <summary>SHA-256 (hex) of the code.</summary>
    public required string HashKode { get; init; }

    /// <summary>Name of the applicant, sealed.</summary>
    public required string NamaPemohonTersegel { get; init; }

    /// <summary>Whether a representative filed.</summary>
    public bool Wakil { get; init; }

    /// <summary>Id of the officer or client system that filed; null: filed before this was told.</summary>
    public string? DiajukanOleh { get; init; }

    /// <summary>The application was withdrawn (UTC).</summary>
    public DateTimeOffset? DicabutPada { get; set; }

    /// <summary>Wrong codes since the last lock or right one.</summary>
    public int PercobaanSalah { get; set; }

    /// <summary>No code is compared before this moment (UTC).</summary>
    public DateTimeOffset? TerkunciSampai { get; set; }
}
