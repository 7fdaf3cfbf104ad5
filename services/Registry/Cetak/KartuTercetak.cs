namespace Dukcapil.Registry.Cetak;

/// <summary>The card of an application as SIAK made it: the numbers that were taken over.</summary>
public sealed class KartuTercetak
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Application type.</summary>
    public required string Jenis { get; set; }

    /// <summary>Version of the konsep it was printed from.</summary>
    public int VersiKonsep { get; set; }

    /// <summary>Nomor KK, sealed.</summary>
    public required string NomorKkTersegel { get; set; }

    /// <summary>Keyed hash of the Nomor KK: finds the same number in another file (<see cref="ServiceDefaults.Protection.IndeksNomor"/>).</summary>
    public required string IndeksNomorKk { get; set; }

    /// <summary>Whether SIAK issued the number for this file; only then it must be nobody else's.</summary>
    public bool NomorBaru { get; set; }

    /// <summary>Name of the head of the family, sealed.</summary>
    public required string KepalaKeluargaTersegel { get; set; }

    /// <summary>The card's data (<c>KartuKeluarga</c>) as they were approved, sealed, for its salinan; null when they went, or were never kept.</summary>
    public string? IsiTersegel { get; set; }

    /// <summary>NIK issued with this card (list of <see cref="NikBaru"/>), sealed; null when there were none.</summary>
    public string? NikBaruTersegel { get; set; }

    /// <summary>Printed (UTC), or taken over as long as <see cref="BelumDicetak"/>.</summary>
    public DateTimeOffset DicetakPada { get; set; }

    /// <summary>The numbers are taken over, and the card is still to be signed and printed (TTE).</summary>
    public bool BelumDicetak { get; set; }

    /// <summary>Withdrawn (UTC).</summary>
    public DateTimeOffset? DibatalkanPada { get; set; }
}

/// <summary>A NIK that SIAK has issued.</summary>
/// <param name="Urutan">Member's place on the card, from 1.</param>
/// <param name="Nik">16 digits.</param>
public sealed record NikBaru(int Urutan, string Nik);
