using System.Globalization;

namespace Dukcapil.Dokumen;

/// <summary>
/// Dates and times as the office writes them. Times are given as <see cref="DateTimeOffset"/> already in the zone of the Kantor:
/// the offset names the zone (+7 WIB, +8 WITA, +9 WIT), so no clock and no zone table is needed to render a document.
/// </summary>
internal static class Waktu
{
    private static readonly string[] Bulan =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    /// <summary><c>23 November 2026</c>.</summary>
    public static string Panjang(DateOnly tanggal) =>
        string.Create(CultureInfo.InvariantCulture, $"{tanggal.Day} {Bulan[tanggal.Month - 1]} {tanggal.Year}");

    /// <summary><c>23 November 2026 pukul 10.40 WIB</c>.</summary>
    public static string Panjang(DateTimeOffset saat) =>
        string.Create(CultureInfo.InvariantCulture, $"{Panjang(DateOnly.FromDateTime(saat.DateTime))} pukul {saat:HH'.'mm} {Zona(saat)}");

    /// <summary><c>23-11-2026</c>, the form of the family card; a missing date is <c>-</c>.</summary>
    public static string Pendek(DateOnly? tanggal) => tanggal?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture) ?? "-";

    /// <summary><c>23-11-2026 10.40 WIB</c>.</summary>
    public static string Pendek(DateTimeOffset saat) => string.Create(CultureInfo.InvariantCulture, $"{saat:dd-MM-yyyy HH'.'mm} {Zona(saat)}");

    private static string Zona(DateTimeOffset saat) => saat.Offset.TotalHours switch
    {
        7 => "WIB",
        8 => "WITA",
        9 => "WIT",
        _ => "UTC" + saat.ToString("zzz", CultureInfo.InvariantCulture),
    };
}
