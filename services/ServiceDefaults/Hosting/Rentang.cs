using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>Days of the office's calendar, both included, as instants.</summary>
/// <param name="Dari">First instant, or null.</param>
/// <param name="Sebelum">First instant after, or null.</param>
public sealed record Rentang(DateTimeOffset? Dari, DateTimeOffset? Sebelum)
{
    private const int HariBawaan = 30;

    /// <summary>First and last day of a report: those asked for; without a last day today, without a first one 30 days.</summary>
    public static (DateOnly Awal, DateOnly Akhir) Masa(Kantor kantor, DateOnly? dari, DateOnly? sampai, DateTimeOffset kini)
    {
        ArgumentNullException.ThrowIfNull(kantor);
        var akhir = sampai ?? kantor.TanggalPada(kini);
        return (dari ?? DateOnly.FromDayNumber(Math.Max(0, akhir.DayNumber + 1 - HariBawaan)), akhir);
    }

    /// <summary>Reads it; a refusal when the end is before the beginning.</summary>
    public static (Rentang Rentang, ProblemHttpResult? Masalah) Baca(Kantor kantor, DateOnly? dari, DateOnly? sampai)
    {
        ArgumentNullException.ThrowIfNull(kantor);
        var rentang = new Rentang(dari is { } d ? kantor.AwalHari(d) : null, sampai is { } s && s < DateOnly.MaxValue ? kantor.AwalHari(s.AddDays(1)) : null);
        return dari > sampai ? (rentang, Masalah.TidakTerbaca("Tanggal sampai mendahului tanggal dari.", "sampai")) : (rentang, null);
    }
}
