using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pelacakan;

/// <summary>Where an application stands, for whoever holds its tracking code. Nothing personal.</summary>
/// <param name="Jenis">Application type.</param>
/// <param name="Status">State as a whole.</param>
/// <param name="Langkah">SOP step it stands at.</param>
/// <param name="Kegiatan">What is being done.</param>
/// <param name="Pelaksana">By which role.</param>
/// <param name="Sejak">Since when (UTC).</param>
/// <param name="MenungguPemohon">True when the applicant has to do something.</param>
/// <param name="KodeAlasan">Why it was returned.</param>
public sealed record Pelacakan(
    string Jenis, StatusPermohonan Status, string? Langkah, string? Kegiatan, string? Pelaksana, DateTimeOffset Sejak, bool MenungguPemohon, string? KodeAlasan);

/// <summary>Public tracking by the code given at filing.</summary>
public static class LacakApi
{
    /// <summary>Maps <c>/api/v1/lacak</c>.</summary>
    public static void MapLacak(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/lacak/{kode}", async Task<Results<Ok<Pelacakan>, ProblemHttpResult>> (string kode, IntakeDb db, CancellationToken token) =>
        {
            var baku = KodeAcak.Baku(kode);
            var p = await db.Permohonan.AsNoTracking().SingleOrDefaultAsync(x => x.KodeLacak == baku && x.Status != StatusPermohonan.Draf, token);
            if (p is null) return Masalah.TidakDitemukan("Kode lacak");
            var r = await db.Riwayat.AsNoTracking().Where(x => x.PermohonanId == p.Id && x.Status == StatusTugas.Terbuka)
                .OrderByDescending(x => x.DiterbitkanPada).FirstOrDefaultAsync(token);
            var pemohon = r?.Langkah.Pelaksana == ServiceDefaults.Auth.Peran.Pemohon;
            return TypedResults.Ok(new Pelacakan(
                p.Jenis, p.Status, r?.Langkah.Nomor, r?.Langkah.Kegiatan, r?.Langkah.Pelaksana, r?.DiterbitkanPada ?? p.BerakhirPada ?? p.DiajukanPada, pemohon,
                pemohon ? r?.Asal?.KodeAlasan : null));
        }).WithTags("Pelacakan").Terbuka("kode lacak yang tidak dapat ditebak").WithSummary("Lacak permohonan dengan kode lacak");
}
