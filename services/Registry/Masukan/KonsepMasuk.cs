using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>The latest konsep of an application, for the print check. Deleted when the application ends.</summary>
public sealed class KonsepMasuk
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Version.</summary>
    public int Versi { get; set; }

    /// <summary>SHA-256 (hex) of the canonical family data.</summary>
    public required string Hash { get; set; }

    /// <summary>Application type.</summary>
    public required string Jenis { get; set; }

    /// <summary><c>KartuKeluarga</c>, sealed.</summary>
    public required string IsiTersegel { get; set; }

    /// <summary>The other cards the application touches (list of <c>KartuTerkait</c>), sealed; null when there are none.</summary>
    public string? TerkaitTersegel { get; set; }

    /// <summary>The other cards, opened.</summary>
    public IReadOnlyList<KartuTerkait> Terkait(Pelindung pelindung) =>
        TerkaitTersegel is { } segel ? pelindung.BukaKolom<IReadOnlyList<KartuTerkait>>(segel) : [];
}
