namespace Dukcapil.Kependudukan;

/// <summary>Address of a family card.</summary>
public sealed record Alamat
{
    /// <summary>Street, house number or hamlet.</summary>
    public string? Jalan { get; init; }

    /// <summary>Three digits.</summary>
    public string? Rt { get; init; }

    /// <summary>Three digits.</summary>
    public string? Rw { get; init; }

    /// <summary>Five digits, or null.</summary>
    public string? KodePos { get; init; }

    /// <summary>Region code of the village with dots, for example <c>99.01.01.1001</c> (Kepmendagri 300.2.2-2430/2025).</summary>
    public string? KodeDesa { get; init; }

    /// <summary>Name of desa or kelurahan.</summary>
    public string? Desa { get; init; }

    /// <summary>Name of the kecamatan.</summary>
    public string? Kecamatan { get; init; }

    /// <summary>Name of the kabupaten or kota.</summary>
    public string? KabupatenKota { get; init; }

    /// <summary>Name of the province.</summary>
    public string? Provinsi { get; init; }

    /// <summary>Shows the region only: see <see cref="KartuKeluarga.ToString"/>.</summary>
    public override string ToString() => $"Alamat {{ KodeDesa = {KodeDesa} }}";
}
