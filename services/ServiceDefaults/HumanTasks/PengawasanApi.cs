using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>Request: give the task to somebody else.</summary>
/// <param name="Kepada">Officer id; null: back into the queue.</param>
public sealed record AlihkanTugas(string? Kepada);

/// <summary>Request: how urgent it is.</summary>
/// <param name="Prioritas"><c>biasa</c> or <c>segera</c>.</param>
public sealed record PrioritaskanTugas(PrioritasTugas Prioritas);

/// <summary>Request: a comment.</summary>
/// <param name="Teks">At most 2000 characters.</param>
public sealed record BeriCatatan(string Teks);

/// <summary>Answer: the comment is on the task.</summary>
/// <param name="Id">Id.</param>
/// <param name="Pada">When (UTC).</param>
public sealed record CatatanDiberikan(Guid Id, DateTimeOffset Pada);

/// <summary>A comment.</summary>
/// <param name="Id">Id.</param>
/// <param name="Petugas">Officer id.</param>
/// <param name="Nama">Officer's name.</param>
/// <param name="Teks">The comment.</param>
/// <param name="Pada">When (UTC).</param>
public sealed record RincianCatatanTugas(Guid Id, string Petugas, string Nama, string Teks, DateTimeOffset Pada);

/// <summary>Reassign, prioritise and comment, at the owner of the task.</summary>
internal static class PengawasanApi
{
    private const int TeksTerpanjang = 2000, IdTerpanjang = 100;

    public static void MapPengawasan(this RouteGroupBuilder tugas)
    {
        tugas.MapPost("/{id}/alihkan", async Task<Results<Ok<RincianTugas>, ProblemHttpResult>> (
            string id, AlihkanTugas isi, PengawasanTugas pengawasan, HttpContext http, CancellationToken token) =>
            isi.Kepada is { } kepada && !IdSah(kepada)
                ? Masalah.TidakSah("Petugas tujuan tidak sah.", ("kepada", $"Id petugas, 1 sampai {IdTerpanjang} karakter tanpa spasi; kosongkan untuk antrean."))
                : TugasApi.Jawab(await pengawasan.AlihkanAsync(id, isi.Kepada, Petugas.Dari(http.User), token)))
            .RequireAuthorization(Izin.PengawasTugas).WithSummary("Alihkan tugas kepada petugas lain atau ke antrean (penyelia)");

        tugas.MapPut("/{id}/prioritas", async Task<Results<Ok<RincianTugas>, ProblemHttpResult>> (
            string id, PrioritaskanTugas isi, PengawasanTugas pengawasan, HttpContext http, CancellationToken token) =>
            TugasApi.Jawab(await pengawasan.PrioritaskanAsync(id, isi.Prioritas, Petugas.Dari(http.User), token)))
            .RequireAuthorization(Izin.PengawasTugas).WithSummary("Tetapkan prioritas tugas (penyelia)");

        tugas.MapPost("/{id}/catatan", async Task<IResult> (
            string id, BeriCatatan isi, PengawasanTugas pengawasan, Idempotensi idempotensi, HttpContext http, CancellationToken token) =>
        {
            if (string.IsNullOrWhiteSpace(isi.Teks) || isi.Teks.Length > TeksTerpanjang)
                return Masalah.TidakSah("Catatan tidak sah.", ("teks", $"Wajib diisi, paling panjang {TeksTerpanjang} karakter."));
            var petugas = Petugas.Dari(http.User);
            var sidik = ApiJson.Sidik((string[])[id, isi.Teks]);
            return await idempotensi.JalankanAsync<CatatanDiberikan>(http, petugas.Id, sidik, async () =>
            {
                var (catatan, masalah) = await pengawasan.BeriCatatanAsync(id, isi.Teks, petugas, token);
                if (masalah is not null) return masalah;
                return new(StatusCodes.Status201Created, new(catatan!.Id, catatan.Pada));
            }, token);
        }).Produces<CatatanDiberikan>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Beri catatan pada tugas");

        tugas.MapGet("/{id}/catatan", async Task<Results<Ok<IReadOnlyList<RincianCatatanTugas>>, ProblemHttpResult>> (
            string id, PelayananTugas pelayanan, ServiceDb db, Pelindung pelindung, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
        {
            var (tugas, masalah) = await pelayanan.CariAsync(id, Petugas.Dari(http.User), token);
            if (masalah is not null) return masalah;
            var catatan = await db.Set<CatatanTugas>().AsNoTracking().Where(c => c.TugasId == id).OrderBy(c => c.Id).ToListAsync(token);
            jurnal.Catat("tugas-catatan.baca", tugas!.PermohonanId, tugas.Id);
            await db.SaveChangesAsync(token);
            return TypedResults.Ok<IReadOnlyList<RincianCatatanTugas>>(
                [.. catatan.Select(c => new RincianCatatanTugas(c.Id, c.Petugas, pelindung.BukaKolom<string>(c.NamaTersegel), pelindung.BukaKolom<string>(c.TeksTersegel), c.Pada))]);
        }).WithSummary("Baca catatan pada tugas");
    }

    private static bool IdSah(string id) => id.Length is > 0 and <= IdTerpanjang && !id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
