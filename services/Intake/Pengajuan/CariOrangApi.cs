using Dukcapil.Intake.Database;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>Request: applications in which a person appears.</summary>
/// <param name="Nik">16 digits.</param>
public sealed record CariNik(string Nik);

/// <summary>All applications of a person.</summary>
public static class CariOrangApi
{
    /// <summary>Maps <c>/api/v1/permohonan/cari</c>.</summary>
    public static void MapCariOrang(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/permohonan/cari", async Task<Results<Ok<List<PermohonanSerupa>>, ProblemHttpResult>> (
            CariNik isi, IntakeDb db, PencariSerupa pencari, IndeksNomor indeks, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
        {
            if (!Nik.TryParse(isi.Nik, out var nik)) return Masalah.TidakSah("NIK tidak sah.", ("nik", Nik.PesanSalah));
            var hasil = await pencari.SemuaAsync(nik, Petugas.Dari(http.User), token);
            jurnal.Catat("permohonan.cari", objek: indeks.Dari(nik), rincian: $"{hasil.Count} permohonan");
            await db.SaveChangesAsync(token);
            return TypedResults.Ok(hasil);
        }).WithTags("Permohonan").RequireAuthorization(Izin.Petugas).WithSummary("Cari permohonan yang memuat suatu NIK (ganda), lewat indeks berkunci");
}
