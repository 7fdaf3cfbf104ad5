namespace Dukcapil.Kependudukan;

/// <summary>
/// An office of the civil registry. Its day decides every date, book year and age: at 23:30 UTC on 31 December it is next year already in
/// all of Indonesia. Zones are those of Keppres 41/1987, without daylight saving; kept here rather than read from the system, which may
/// lack the tables (Windows with invariant globalization, slim containers).
/// </summary>
public sealed record Kantor
{
    /// <summary>Creates an office.</summary>
    /// <param name="kode">Short code, part of book numbers.</param>
    /// <param name="nama">Name as printed, for example <c>DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN CONTOH</c>.</param>
    /// <param name="wilayah">Kabupaten/kota it serves.</param>
    /// <param name="zonaWaktu">IANA name: <c>Asia/Jakarta</c>, <c>Asia/Makassar</c> or <c>Asia/Jayapura</c>.</param>
    /// <exception cref="ArgumentException">Another zone, or a region that is no kabupaten/kota.</exception>
    public Kantor(string kode, string nama, KodeWilayah wilayah, string zonaWaktu)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kode);
        ArgumentException.ThrowIfNullOrWhiteSpace(nama);
        if (wilayah.Tingkat != 2)
            throw new ArgumentException("Wilayah kantor harus kabupaten/kota", nameof(wilayah));
        (SingkatanZona, Selisih) = zonaWaktu switch
        {
            "Asia/Jakarta" => ("WIB", TimeSpan.FromHours(7)),
            "Asia/Makassar" => ("WITA", TimeSpan.FromHours(8)),
            "Asia/Jayapura" => ("WIT", TimeSpan.FromHours(9)),
            _ => throw new ArgumentException("Zona waktu harus Asia/Jakarta, Asia/Makassar atau Asia/Jayapura", nameof(zonaWaktu)),
        };
        (Kode, Nama, Wilayah, ZonaWaktu) = (kode, nama, wilayah, zonaWaktu);
    }

    /// <summary>Short code, part of book numbers.</summary>
    public string Kode { get; }

    /// <summary>Name as printed.</summary>
    public string Nama { get; }

    /// <summary>Kabupaten/kota it serves.</summary>
    public KodeWilayah Wilayah { get; }

    /// <summary>IANA name of the zone.</summary>
    public string ZonaWaktu { get; }

    /// <summary>WIB, WITA or WIT, as printed beside a time.</summary>
    public string SingkatanZona { get; }

    private TimeSpan Selisih { get; }

    /// <summary>The same instant on the office's clock.</summary>
    public DateTimeOffset WaktuPada(DateTimeOffset utc) => utc.ToOffset(Selisih);

    /// <summary>The office's calendar day at that instant.</summary>
    public DateOnly TanggalPada(DateTimeOffset utc) => DateOnly.FromDateTime(WaktuPada(utc).DateTime);

    /// <summary>The instant at which a calendar day of the office begins.</summary>
    public DateTimeOffset AwalHari(DateOnly tanggal) =>
        // The first and last day of the calendar have no earlier or later instant.
        tanggal == DateOnly.MinValue ? DateTimeOffset.MinValue : new DateTimeOffset(tanggal.ToDateTime(TimeOnly.MinValue), Selisih).ToUniversalTime();

    /// <summary>
    /// Year of the Buku Register and Buku Agenda an entry of that instant belongs to: numbering restarts on 1 January of the office.
    /// </summary>
    public int TahunBuku(DateTimeOffset utc) => TanggalPada(utc).Year;
}
