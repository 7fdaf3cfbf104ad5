using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Cetak;

/// <summary>Request: a printed sheet was spoiled after it was on record, and printed again in SIAK with the same data.</summary>
/// <param name="Alasan">Why, 3 to 500 characters.</param>
/// <param name="LembarRusak">Sheets destroyed, 1 to 20.</param>
public sealed record CetakUlang(string Alasan, int LembarRusak = 1);

/// <summary>Answer.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="Percobaan">Number of the attempt that holds now.</param>
/// <param name="Pada">When (UTC).</param>
public sealed record KartuDicetakUlang(Guid PermohonanId, int Percobaan, DateTimeOffset Pada);

/// <summary>
/// The printer failed after the record, or the sheet was spoiled on the way to the signature. The application stays at its step; both sheets are accounted
/// for. Once the card is in the Buku Agenda, a spoiled one is a misprint of the handover.
/// </summary>
internal static class CetakUlangApi
{
    public static RouteHandlerBuilder MapCetakUlang(this RouteGroupBuilder registri) =>
        registri.MapPost("/permohonan/{id:guid}/cetak-ulang", async (
            Guid id, CetakUlang permintaan, RegistryDb db, PencatatCetakan pencatat, PemeriksaWewenang wewenang, JurnalAudit jurnal, Idempotensi idempotensi,
            TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            if (AlasanCetak.Rapi(permintaan.Alasan) is not { } alasan)
                return Masalah.TidakSah("Alasan cetak ulang wajib diisi.", ("alasan", AlasanCetak.Batas + "."));
            if (permintaan.LembarRusak is < 1 or > CetakGagalApi.LembarTerbanyak)
                return Masalah.TidakSah("Jumlah lembar rusak tidak sah.", ("lembarRusak", $"1 sampai {CetakGagalApi.LembarTerbanyak}."));
            return await idempotensi.JalankanAsync<KartuDicetakUlang>(http, petugas.Id, $"{id}/cetak-ulang {ApiJson.Sidik(permintaan)}", async () =>
            {
                if (await TolakAsync(db, wewenang, id, petugas, token) is { } masalah) return masalah;
                var kini = time.GetUtcNow();
                await pencatat.CatatAsync(id, HasilCetak.Rusak, alasan, petugas, kini, token, permintaan.LembarRusak);
                var cetakan = await pencatat.CatatAsync(id, HasilCetak.Berhasil, alasan, petugas, kini, token);
                jurnal.Catat("cetak.ulang", id, $"percobaan {cetakan.Percobaan}", $"lembar rusak {permintaan.LembarRusak}");
                return new Ciptaan<KartuDicetakUlang>(
                    StatusCodes.Status201Created, new KartuDicetakUlang(id, cetakan.Percobaan, kini), $"/api/v1/registri/permohonan/{id}");
            }, token);
        })
            .RequireAuthorization(Izin.Tugas).WithRequestLimit(RequestLimits.Json)
            .Produces<KartuDicetakUlang>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Catat cetak ulang karena lembar yang sudah tercatat rusak; langkah permohonan tidak berubah");

    private static async Task<ProblemHttpResult?> TolakAsync(RegistryDb db, PemeriksaWewenang wewenang, Guid id, Petugas petugas, CancellationToken token)
    {
        var tugas = await db.Set<Tugas>().AsNoTracking()
            .Where(t => t.PermohonanId == id && t.Kantor == petugas.Kantor && t.Aktivitas == Langkah.CetakKartuKeluarga.Jenis)
            .OrderByDescending(t => t.DiterbitkanPada).FirstOrDefaultAsync(token);
        if (tugas is null) return Masalah.TidakDitemukan("Cetakan permohonan ini");
        var (_, masalah) = await wewenang.HakAsync(
            petugas, [tugas.Peran], tugas.Aktivitas, $"Mencetak adalah tugas {tugas.Peran}; peran itu tidak Anda pegang.", token);
        if (masalah is not null) return masalah;
        var kartu = await db.Kartu.AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == id && k.DibatalkanPada == null, token);
        if (kartu is null || kartu.BelumDicetak) return Masalah.Bentrok("belum-dicetak", "Kartu ini belum tercatat dicetak; catat kegagalannya pada tugas cetak.");
        return await db.BukuAgenda.AnyAsync(e => e.PermohonanId == id && e.BatalPada == null, token)
            ? Masalah.Bentrok("sudah-diregistrasi", "Kartu ini sudah tercatat dalam Buku Agenda. Salah cetak dicatat pada serah terima.")
            : null;
    }
}
