using Dukcapil.Intake.Database;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>Request: applications in which a person appears.</summary>
/// <param name="Nik">16 digits.</param>
public sealed record CariNik(string Nik);

/// <summary>An application in which the person appears.</summary>
public sealed record PermohonanSerupa(Guid PermohonanId, string Jenis, StatusPermohonan Status, string? NomorRegister, DateTimeOffset DiajukanPada);

/// <summary>Finds double filings by NIK through its keyed hash; the number is compared with no plain text, because there is none.</summary>
public static class CariOrangApi
{
    private const int Terbanyak = 100;

    /// <summary>Maps <c>/api/v1/permohonan/cari</c>.</summary>
    public static void MapCariOrang(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/permohonan/cari", async Task<Results<Ok<List<PermohonanSerupa>>, ProblemHttpResult>> (
            CariNik isi, IntakeDb db, PelayananPermohonan permohonan, IndeksNomor indeks, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
        {
            if (!Nik.TryParse(isi.Nik, out var nik)) return Masalah.TidakSah("NIK tidak sah.", ("nik", Nik.PesanSalah));
            var kemungkinan = indeks.Kemungkinan(nik);
            var hasil = await permohonan.Terlihat(Petugas.Dari(http.User)).AsNoTracking()
                .Where(p => db.Set<OrangTercatat>().Any(o => o.PermohonanId == p.Id && kemungkinan.Contains(o.Indeks)))
                .OrderByDescending(p => p.DiajukanPada).Take(Terbanyak)
                .Select(p => new PermohonanSerupa(p.Id, p.Jenis, p.Status, p.NomorRegister, p.DiajukanPada)).ToListAsync(token);
            jurnal.Catat("permohonan.cari", objek: kemungkinan[^1], rincian: $"{hasil.Count} permohonan");
            foreach (var p in hasil) jurnal.Catat("permohonan.ditemukan", p.PermohonanId);
            await db.SaveChangesAsync(token);
            return TypedResults.Ok(hasil);
        }).WithTags("Permohonan").RequireAuthorization(Izin.Petugas).WithSummary("Cari permohonan yang memuat suatu NIK (ganda), lewat indeks berkunci");
}
