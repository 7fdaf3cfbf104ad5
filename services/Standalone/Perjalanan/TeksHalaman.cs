using System.Globalization;
using System.Net;

namespace Dukcapil.Standalone.Perjalanan;

/// <summary>Texts of the page: escaping, durations and dates in Indonesian, independent of the culture of the process.</summary>
internal static class TeksHalaman
{
    private static readonly string[] NamaBulan =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    public static string Aman(string? teks) => WebUtility.HtmlEncode(teks ?? "");

    /// <summary>Two largest units of a duration, for instance <c>1 mnt 05 dtk</c>; it wraps between units only.</summary>
    public static string Durasi(double detik)
    {
        if (detik is > 0 and < 0.9995) return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(detik * 1000))}\u00A0ms");
        if (detik is > 0 and < 9.95) return string.Create(CultureInfo.InvariantCulture, $"{detik:0.#}\u00A0dtk").Replace('.', ',');
        var waktu = TimeSpan.FromSeconds(Math.Round(Math.Max(0, detik)));
        var bulat = CultureInfo.InvariantCulture;
        if (waktu.TotalMinutes < 1) return string.Create(bulat, $"{waktu.Seconds}\u00A0dtk");
        if (waktu.TotalHours < 1) return string.Create(bulat, $"{waktu.Minutes}\u00A0mnt {waktu.Seconds:00}\u00A0dtk");
        if (waktu.TotalDays < 1) return string.Create(bulat, $"{waktu.Hours}\u00A0jam {waktu.Minutes:00}\u00A0mnt");
        return string.Create(bulat, $"{waktu.Days}\u00A0hari {waktu.Hours}\u00A0jam");
    }

    public static string Tanggal(DateTimeOffset saat, TimeZoneInfo zona)
    {
        var setempat = TimeZoneInfo.ConvertTime(saat, zona);
        return string.Create(CultureInfo.InvariantCulture, $"{setempat.Day} {NamaBulan[setempat.Month - 1]} {setempat.Year}");
    }

    /// <summary>Hour and minute as Indonesian offices write them, for instance <c>09.30</c>.</summary>
    public static string Jam(DateTimeOffset saat, TimeZoneInfo zona) =>
        TimeZoneInfo.ConvertTime(saat, zona).ToString("HH'.'mm", CultureInfo.InvariantCulture);

    public static string TanggalJam(DateTimeOffset saat, TimeZoneInfo zona) =>
        $"{Tanggal(saat, zona)}, {Jam(saat, zona)} {NamaZona(saat, zona)}";

    /// <summary>Civil name of the zone; Indonesia has no daylight saving, so the offset alone decides.</summary>
    public static string NamaZona(DateTimeOffset saat, TimeZoneInfo zona)
    {
        var selisih = zona.GetUtcOffset(saat);
        return selisih.TotalHours switch
        {
            7 => "WIB",
            8 => "WITA",
            9 => "WIT",
            _ => (selisih < TimeSpan.Zero ? "UTC-" : "UTC+") + selisih.ToString("hh\\:mm", CultureInfo.InvariantCulture),
        };
    }
}
