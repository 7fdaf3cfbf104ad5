using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Cetak;

/// <summary>Numbers taken over from SIAK, in full.</summary>
/// <param name="NomorKk">Nomor KK.</param>
/// <param name="NikBaru">NIK issued with the card.</param>
public sealed record NomorKartu(string NomorKk, IReadOnlyList<NikBaru> NikBaru);

/// <summary>Shows the numbers of a printed card, with a reason.</summary>
internal static class UngkapApi
{
    public static RouteHandlerBuilder MapUngkap(this RouteGroupBuilder registri) =>
        registri.MapPost("/permohonan/{id:guid}/ungkap", async Task<Results<Ok<NomorKartu>, ProblemHttpResult>> (
            Guid id, PermintaanUngkap permintaan, RegistryDb db, Pelindung pelindung, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
        {
            if (permintaan.Tolak() is { } masalah) return masalah;
            var petugas = Petugas.Dari(http.User);
            var kartu = await db.Kartu.AsNoTracking().SingleOrDefaultAsync(
                k => k.PermohonanId == id && db.Set<Tugas>().Any(t => t.PermohonanId == id && t.Kantor == petugas.Kantor), token);
            if (kartu is null) return Masalah.TidakDitemukan("Kartu");
            await permintaan.CatatAsync(jurnal, db, pelindung, id, "kartu", token);
            return TypedResults.Ok(new NomorKartu(
                pelindung.BukaKolom<string>(kartu.NomorKkTersegel), kartu.NikBaruTersegel is { } nik ? pelindung.BukaKolom<IReadOnlyList<NikBaru>>(nik) : []));
        }).WithSummary("Ungkap Nomor KK dan NIK yang diambil alih dari SIAK, dengan alasan");
}
