using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>A call and what became of it.</summary>
public sealed record RincianPanggilan(
    Guid Id, string Peristiwa, Guid? PermohonanId, DateTimeOffset Pada, StatusPanggilan Status, int Percobaan, int? StatusHttp, string? Galat,
    DateTimeOffset? BerikutPada, DateTimeOffset? TerkirimPada);

/// <summary>A page of calls.</summary>
/// <param name="Panggilan">Newest first.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanPanggilan(IReadOnlyList<RincianPanggilan> Panggilan, string? Berikut);

/// <summary>How many calls are made again.</summary>
public sealed record PanggilanDiulang(int Jumlah);

/// <summary>Calls of a subscription: what was sent, what waits, what was given up, and sending again.</summary>
internal static class PanggilanApi
{
    private const int Batas = 100;

    public static void MapPanggilan(this RouteGroupBuilder permohonan)
    {
        var group = permohonan.MapGroup("/langganan/{langganan:guid}").RequireAuthorization(Izin.SistemPengaju)
            .AddEndpointFilter(HanyaMilikSendiriAsync).PerubahanDicatat("langganan.kelola");

        group.MapGet("/panggilan", async Task<Results<Ok<HalamanPanggilan>, ProblemHttpResult>> (
            Guid langganan, string? status, string? sesudah, IntakeDb db, HttpContext http, CancellationToken token) =>
        {
            var daftar = db.Panggilan.AsNoTracking().Where(p => p.LanggananId == langganan);
            if (status is not null)
            {
                if (!Enum.TryParse<StatusPanggilan>(status, ignoreCase: true, out var nilai) || !Enum.IsDefined(nilai) || char.IsAsciiDigit(status[0]))
                    return Masalah.TidakTerbaca("Nilai status harus menunggu, terkirim, atau gagal.", "status");
                daftar = daftar.Where(p => p.Status == nilai);
            }
            if (sesudah is not null)
            {
                if (!PenandaId.TryBaca(sesudah, out var akhir)) return Masalah.TidakTerbaca("Nilai sesudah bukan penanda halaman dari daftar ini.", "sesudah");
                daftar = daftar.Where(p => p.Id < akhir);
            }
            var baris = await daftar.OrderByDescending(p => p.Id).Take(Batas + 1).ToListAsync(token);
            return TypedResults.Ok(new HalamanPanggilan([.. baris.Take(Batas).Select(Rincian)], baris.Count > Batas ? PenandaId.Tulis(baris[Batas - 1].Id) : null));
        }).ProducesProblem(400).ProducesProblem(404).WithSummary("Panggilan langganan ini, terbaru dahulu; status=gagal: yang tidak dicoba lagi");

        group.MapPost("/uji", async Task<Results<Accepted<RincianPanggilan>, ProblemHttpResult>> (
            Guid langganan, IntakeDb db, PencatatPanggilan pencatat, HttpContext http, CancellationToken token) =>
        {
            var uji = pencatat.Uji(langganan);
            await db.SaveChangesAsync(token);
            return TypedResults.Accepted($"/api/v1/permohonan/langganan/{langganan}/panggilan", Rincian(uji));
        }).ProducesProblem(404).WithSummary("Kirim panggilan percobaan");

        group.MapPost("/panggilan/kirim-ulang", async Task<Results<Ok<PanggilanDiulang>, ProblemHttpResult>> (
            Guid langganan, IntakeDb db, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            return TypedResults.Ok(new PanggilanDiulang(await UlangAsync(db.Panggilan.Where(p => p.LanggananId == langganan && p.Status == StatusPanggilan.Gagal), time, token)));
        }).ProducesProblem(404).WithSummary("Kirim ulang semua panggilan yang gagal");

        group.MapPost("/panggilan/{panggilan:guid}/kirim-ulang", async Task<Results<Ok<PanggilanDiulang>, ProblemHttpResult>> (
            Guid langganan, Guid panggilan, IntakeDb db, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var jumlah = await UlangAsync(db.Panggilan.Where(p => p.Id == panggilan && p.LanggananId == langganan), time, token);
            return jumlah == 0 ? Masalah.TidakDitemukan("Panggilan") : TypedResults.Ok(new PanggilanDiulang(jumlah));
        }).ProducesProblem(404).WithSummary("Kirim ulang satu panggilan, juga yang sudah terkirim");
    }

    private static async ValueTask<object?> HanyaMilikSendiriAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var langganan = Guid.Parse((string)http.Request.RouteValues["langganan"]!);
        var milik = LanggananApi.Milik(http.RequestServices.GetRequiredService<IntakeDb>(), http);
        return await milik.AnyAsync(l => l.Id == langganan, http.RequestAborted) ? await next(context) : Masalah.TidakDitemukan("Langganan");
    }

    private static Task<int> UlangAsync(IQueryable<Panggilan> panggilan, TimeProvider time, CancellationToken token)
    {
        var kini = time.GetUtcNow();
        return panggilan.ExecuteUpdateAsync(
            p => p.SetProperty(x => x.Status, StatusPanggilan.Menunggu).SetProperty(x => x.Percobaan, 0).SetProperty(x => x.BerikutPada, kini), token);
    }

    private static RincianPanggilan Rincian(Panggilan p) => new(
        p.Id, p.Peristiwa, p.PermohonanId, p.Pada, p.Status, p.Percobaan, p.StatusHttp, p.Galat, p.Status == StatusPanggilan.Menunggu ? p.BerikutPada : null, p.TerkirimPada);
}
