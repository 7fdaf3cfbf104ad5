using System.Security.Cryptography;
using System.Text;
using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pencabutan;

/// <summary>Request: withdraw.</summary>
/// <param name="Alasan">Reason in words.</param>
public sealed record CabutPermohonan(string Alasan);

/// <summary>A withdrawal and what became of it.</summary>
public sealed record RincianPencabutan(Guid Id, StatusPencabutan Status, string? Sebab, DateTimeOffset DimintaPada, DateTimeOffset? DiputuskanPada);

/// <summary>Withdrawal, possible at every step until the KK is signed. Answered 202: a step completed at the same moment may still win.</summary>
public static class PencabutanApi
{
    /// <summary>Maps <c>/api/v1/permohonan/{id}/cabut</c>.</summary>
    public static RouteGroupBuilder MapPencabutan(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/permohonan/{id:guid}/cabut").WithTags("Pencabutan");

        group.MapPost("/", async (
            Guid id, CabutPermohonan permintaan, IntakeDb db, PelayananPermohonan permohonan, Pelindung pelindung, JurnalAudit jurnal, Idempotensi idempotensi,
            TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            if (string.IsNullOrWhiteSpace(permintaan.Alasan) || permintaan.Alasan.Length > 2000)
                return Masalah.TidakSah("Pencabutan wajib disertai alasan.", ("alasan", "Wajib diisi, paling panjang 2000 karakter."));
            var sidik = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}/cabut\n{permintaan.Alasan}")));
            return await idempotensi.JalankanAsync<RincianPencabutan>(http, petugas.Id, sidik, async () =>
            {
                var p = await permohonan.Terlihat(petugas).SingleOrDefaultAsync(x => x.Id == id, token);
                if (p is null) return Masalah.TidakDitemukan("Permohonan");
                if (p.Status == StatusPermohonan.Draf)
                    return Masalah.Bentrok("belum-diajukan", "Permohonan ini masih draf; hapus drafnya bila tidak jadi diajukan.");
                if (p.Status != StatusPermohonan.Diproses)
                    return Masalah.Bentrok("permohonan-berakhir", "Permohonan ini sudah berakhir.");
                if (await db.Pencabutan.AnyAsync(x => x.PermohonanId == id && x.Status == StatusPencabutan.Diproses, token))
                    return Masalah.Bentrok("pencabutan-diproses", "Pencabutan permohonan ini sedang diproses.");
                var cabut = new PermintaanPencabutan
                {
                    Id = Guid.CreateVersion7(),
                    PermohonanId = id,
                    AlasanTersegel = pelindung.SegelKolom(permintaan.Alasan),
                    Petugas = petugas.Id,
                    DimintaPada = time.GetUtcNow(),
                };
                db.Add(cabut);
                jurnal.Catat("permohonan.cabut", id, cabut.Id.ToString(), atasNama: Peran.Pemohon);
                db.Send(new PencabutanDiminta { PermohonanId = id, PencabutanId = cabut.Id, Pada = cabut.DimintaPada });
                return new Ciptaan<RincianPencabutan>(StatusCodes.Status202Accepted, Rincian(cabut), $"/api/v1/permohonan/{id}/cabut/{cabut.Id}");
            }, token);
        })
            .RequireAuthorization(Izin.Mengajukan).WithRequestLimit(RequestLimits.Json)
            .Produces<RincianPencabutan>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Cabut permohonan (sampai sebelum ditandatangani)");

        group.MapGet("/{pencabutan:guid}", async Task<Results<Ok<RincianPencabutan>, ProblemHttpResult>> (
            Guid id, Guid pencabutan, IntakeDb db, PelayananPermohonan permohonan, HttpContext http, CancellationToken token) =>
        {
            var terlihat = permohonan.Terlihat(Petugas.Dari(http.User)).Select(p => p.Id);
            var cabut = await db.Pencabutan.AsNoTracking()
                .SingleOrDefaultAsync(x => x.Id == pencabutan && x.PermohonanId == id && terlihat.Contains(x.PermohonanId), token);
            return cabut is null ? Masalah.TidakDitemukan("Pencabutan") : TypedResults.Ok(Rincian(cabut));
        }).RequireAuthorization(Izin.MelihatPermohonan).WithSummary("Lihat keputusan atas pencabutan");

        return group;
    }

    private static RincianPencabutan Rincian(PermintaanPencabutan p) => new(p.Id, p.Status, p.Sebab, p.DimintaPada, p.DiputuskanPada);
}
