using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Riwayat;

/// <summary>An open application, for reconciliation.</summary>
public sealed record PermohonanTerbuka(Guid PermohonanId, DateTimeOffset DiajukanPada);

/// <summary>For reconciliation (role OPS): which applications should have a running workflow.</summary>
internal static class PermohonanTerbukaApi
{
    private const int Batas = 1000;

    public static void MapPermohonanTerbuka(this IEndpointRouteBuilder app)
    {
        var ops = app.MapGroup("/api/v1/ops/intake").WithTags("Operasi").RequireAuthorization(Izin.Ops).PerubahanDicatat("ops.tindakan");

        ops.MapGet("/permohonan-terbuka", async (Guid? sesudah, IntakeDb db, CancellationToken token) =>
            TypedResults.Ok(await db.Permohonan.AsNoTracking()
                .Where(p => p.Status == StatusPermohonan.Diproses && p.Id > (sesudah ?? Guid.Empty))
                .OrderBy(p => p.Id).Take(Batas)
                .Select(p => new PermohonanTerbuka(p.Id, p.DiajukanPada)).ToListAsync(token)))
            .WithSummary("Permohonan yang belum berakhir, berurut id");

        ops.MapPost("/permohonan/{id:guid}/kirim-ulang", async Task<Results<NoContent, ProblemHttpResult>> (
            Guid id, IntakeDb db, IsiPermohonan fakta, CancellationToken token) =>
        {
            var p = await db.Permohonan.SingleOrDefaultAsync(x => x.Id == id && x.Status == StatusPermohonan.Diproses, token);
            if (p is null) return Masalah.TidakDitemukan("Permohonan terbuka");
            // The workflow may have taken this application to its end already; if it has not begun, its first task must find the filing done.
            p.PengajuanMenunggu |= !await db.Riwayat.AnyAsync(r => r.PermohonanId == id, token);
            db.Send(new PermohonanDiajukan { PermohonanId = id, Kantor = p.Kantor, Fakta = fakta.Dari(p), Pada = p.DiajukanPada });
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }).WithSummary("Beri tahu alur sekali lagi tentang permohonan ini; bila alurnya sudah berakhir, akhirnya dikirim kembali");
    }
}
