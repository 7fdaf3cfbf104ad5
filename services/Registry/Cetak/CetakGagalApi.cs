using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Cetak;

/// <summary>Request: a print failed.</summary>
/// <param name="Sebab">Why, 3 to 500 characters, for example <c>Kertas macet, blangko rusak</c>.</param>
/// <param name="LembarRusak">Sheets spoiled and destroyed, 0 to 20.</param>
public sealed record CetakGagal(string Sebab, int LembarRusak = 0);

/// <summary>Answer: the failed attempt is on record.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="Percobaan">Number of the attempt.</param>
/// <param name="Pada">When (UTC).</param>
public sealed record CetakGagalDicatat(Guid PermohonanId, int Percobaan, DateTimeOffset Pada);

/// <summary>SOP step 5, when the printer fails: recorded, and the task stays where it is.</summary>
internal static class CetakGagalApi
{
    public const int LembarTerbanyak = 20;

    public static RouteHandlerBuilder MapCetakGagal(this RouteGroupBuilder registri) =>
        registri.MapPost("/permohonan/{id:guid}/cetak-gagal", async (
            Guid id, CetakGagal permintaan, RegistryDb db, PencatatCetakan pencatat, JurnalAudit jurnal, Idempotensi idempotensi, TimeProvider time,
            HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            if (AlasanCetak.Rapi(permintaan.Sebab) is not { } sebab)
                return Masalah.TidakSah("Sebab kegagalan wajib diisi.", ("sebab", AlasanCetak.Batas + "."));
            if (permintaan.LembarRusak is < 0 or > LembarTerbanyak)
                return Masalah.TidakSah("Jumlah lembar rusak tidak sah.", ("lembarRusak", $"0 sampai {LembarTerbanyak}."));
            var sidik = $"{id}/cetak-gagal {ApiJson.Sidik(permintaan)}";
            return await idempotensi.JalankanAsync<CetakGagalDicatat>(http, petugas.Id, sidik, async () =>
            {
                if (await TolakAsync(db, id, petugas, token) is { } masalah) return masalah;
                var cetakan = await pencatat.CatatAsync(id, HasilCetak.Gagal, sebab, petugas, time.GetUtcNow(), token, permintaan.LembarRusak);
                jurnal.Catat("cetak.gagal", id, $"percobaan {cetakan.Percobaan}");
                return new Ciptaan<CetakGagalDicatat>(
                    StatusCodes.Status201Created, new CetakGagalDicatat(id, cetakan.Percobaan, cetakan.Pada), $"/api/v1/registri/permohonan/{id}");
            }, token);
        })
            .RequireAuthorization(Izin.Tugas).WithRequestLimit(RequestLimits.Json)
            .Produces<CetakGagalDicatat>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Catat cetakan yang gagal; tugas cetak tetap terbuka");

    private static async Task<ProblemHttpResult?> TolakAsync(RegistryDb db, Guid id, Petugas petugas, CancellationToken token)
    {
        var tugas = await db.Set<Tugas>().AsNoTracking()
            .Where(t => t.PermohonanId == id && t.Kantor == petugas.Kantor && t.Aktivitas == Langkah.CetakKartuKeluarga.Jenis)
            .OrderByDescending(t => t.DiterbitkanPada).FirstOrDefaultAsync(token);
        if (tugas is null) return Masalah.TidakDitemukan("Tugas cetak permohonan ini");
        if (!petugas.Peran.Contains(tugas.Peran)) return Masalah.BukanPeran($"Mencetak adalah tugas {tugas.Peran}; peran itu tidak Anda pegang.");
        if (tugas.Status != StatusTugas.Terbuka) return Masalah.Bentrok("tugas-tidak-terbuka", "Tugas cetak permohonan ini sudah selesai atau ditutup.");
        return tugas.Pemegang is null || tugas.Pemegang == petugas.Id
            ? null
            : Masalah.Bentrok("tugas-dipegang", "Tugas ini sedang dipegang petugas lain.");
    }
}
