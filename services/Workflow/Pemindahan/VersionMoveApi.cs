using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pemindahan;

/// <summary>A move and how far it is.</summary>
/// <param name="Id">The move.</param>
/// <param name="Definisi">Definition.</param>
/// <param name="DariVersi">Version the instances ran on.</param>
/// <param name="KeVersi">Version they run on afterwards.</param>
/// <param name="Status"><c>BERJALAN</c>, <c>MENUNGGU_PEMILIK</c>, <c>SELESAI</c> or <c>DIHENTIKAN</c>.</param>
/// <param name="Jumlah">Instances there were when it was asked for.</param>
/// <param name="Hasil">Instances by what became of them.</param>
/// <param name="DimintaOleh">Officer who asked.</param>
/// <param name="DimintaPada">When (UTC).</param>
public sealed record Pemindahan(
    Guid Id, string Definisi, int DariVersi, int KeVersi, string Status, int Jumlah, IReadOnlyDictionary<string, int> Hasil, string DimintaOleh, DateTimeOffset DimintaPada);

/// <summary>What became of one instance.</summary>
/// <param name="InstanceId">Instance.</param>
/// <param name="PermohonanId">Its application.</param>
/// <param name="Status"><c>MENUNGGU</c>, <c>MENUNGGU_PEMILIK</c>, <c>DIPINDAHKAN</c>, <c>TIDAK_DAPAT</c> or <c>TIDAK_PERLU</c>.</param>
/// <param name="Sebab">Why.</param>
/// <param name="TugasDiterbitkanUlang">Tasks closed and asked for anew.</param>
/// <param name="Pada">Since when (UTC).</param>
public sealed record HasilPemindahan(string InstanceId, Guid? PermohonanId, string Status, IReadOnlyList<string> Sebab, int TugasDiterbitkanUlang, DateTimeOffset Pada);

/// <summary>A page of results.</summary>
/// <param name="Hasil">Results, by instance id.</param>
/// <param name="Berikut"><c>sesudah</c> of the next page; null at the end.</param>
public sealed record HalamanHasilPemindahan(IReadOnlyList<HasilPemindahan> Hasil, string? Berikut);

/// <summary>Moving running instances to another version (role ADMIN_ALUR): plan, try, do, follow, stop.</summary>
internal static class VersionMoveApi
{
    private const int Kelompok = 100, KelompokTerbesar = 1000, JedaTerlama = 24 * 60 * 60, Batas = 100, BatasTerbanyak = 1000;

    /// <summary>Maps <c>/api/v1/alur/pemindahan</c>.</summary>
    public static void MapVersionMoves(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/alur/pemindahan").WithTags("Pemindahan versi").RequireAuthorization(Izin.AdminAlur).PerubahanDicatat("alur.kelola");

        group.MapPost("/rencana", async Task<Results<Ok<RencanaPemindahan>, ProblemHttpResult>> (PermintaanPemindahan permintaan, MovePlans plans, CancellationToken token) =>
        {
            var (versions, refusal) = await plans.FindAsync(permintaan, token);
            return versions is null ? refusal! : TypedResults.Ok(await plans.PlanAsync(permintaan, versions, token));
        }).WithSummary("Langkah mana menjadi langkah mana");

        group.MapPost("/uji", async Task<Results<Ok<UjiPemindahan>, ProblemHttpResult>> (PermintaanPemindahan permintaan, MovePlans plans, CancellationToken token) =>
        {
            var (versions, refusal) = await plans.FindAsync(permintaan, token);
            return versions is null ? refusal! : TypedResults.Ok(await plans.TryAsync(permintaan, versions, token));
        }).WithSummary("Instans mana dapat dipindahkan; tidak mengubah apa pun");

        group.MapPost("/", StartAsync).WithSummary("Pindahkan instans yang berjalan, berkelompok");

        group.MapGet("/", async (WorkflowDb db, CancellationToken token) =>
        {
            var moves = await db.VersionMoves.AsNoTracking().OrderByDescending(m => m.Id).Take(Batas).ToListAsync(token);
            var list = new List<Pemindahan>();
            foreach (var move in moves) list.Add(await TellAsync(move, db, token));
            return TypedResults.Ok(list);
        }).WithSummary("Pemindahan, yang terbaru lebih dahulu");

        group.MapGet("/{id:guid}", async Task<Results<Ok<Pemindahan>, ProblemHttpResult>> (Guid id, WorkflowDb db, CancellationToken token) =>
            await db.VersionMoves.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, token) is { } move
                ? TypedResults.Ok(await TellAsync(move, db, token))
                : Masalah.TidakDitemukan("Pemindahan")).WithSummary("Kemajuan sebuah pemindahan");

        group.MapGet("/{id:guid}/hasil", async Task<Results<Ok<HalamanHasilPemindahan>, ProblemHttpResult>> (
            Guid id, string? status, string? sesudah, int? batas, WorkflowDb db, CancellationToken token) =>
        {
            var after = Guid.Empty;
            if (sesudah is not null && !Guid.TryParse(sesudah, out after)) return Masalah.TidakTerbaca("Bukan penanda halaman dari daftar ini.", "sesudah");
            var size = Math.Clamp(batas ?? Batas, 1, BatasTerbanyak);
            var rows = await db.VersionMoveResults.AsNoTracking().Where(r => r.MoveId == id && (status == null || r.Status == status) && r.InstanceId > after)
                .OrderBy(r => r.InstanceId).Take(size).ToListAsync(token);
            return TypedResults.Ok(new HalamanHasilPemindahan(
                [.. rows.Select(r => new HasilPemindahan(InstanceIds.Text(r.InstanceId), r.PermohonanId, r.Status, r.Reasons, r.ReissuedTasks, r.UpdatedAt))],
                rows.Count == size ? InstanceIds.Text(rows[^1].InstanceId) : null));
        }).WithSummary("Apa yang terjadi pada setiap instans");

        group.MapPost("/{id:guid}/hentikan", async Task<Results<NoContent, ProblemHttpResult>> (Guid id, UnitOfWork unitOfWork, TimeProvider time, CancellationToken token) =>
            await unitOfWork.RunAsync(
                async services =>
                {
                    if (await services.GetRequiredService<WorkflowDb>().VersionMoves.SingleOrDefaultAsync(m => m.Id == id, token) is not { } move) return false;
                    move.StoppedAt ??= time.GetUtcNow();
                    return true;
                },
                token) ? TypedResults.NoContent() : Masalah.TidakDitemukan("Pemindahan")).WithSummary("Hentikan: yang belum dipindahkan tetap pada versinya");
    }

    private static async Task<Results<Accepted<Pemindahan>, ProblemHttpResult>> StartAsync(
        PermintaanPemindahan permintaan, HttpContext http, MovePlans plans, UnitOfWork unitOfWork, TimeProvider time, WorkflowDb db, CancellationToken token)
    {
        var (versions, refusal) = await plans.FindAsync(permintaan, token);
        if (versions is null) return refusal!;
        if (permintaan.UkuranKelompok is < 1 or > KelompokTerbesar || permintaan.JedaDetik is < 0 or > JedaTerlama)
            return Masalah.TidakSah("Kelompok atau jeda di luar batas.", ("ukuranKelompok", $"1 sampai {KelompokTerbesar}."), ("jedaDetik", $"0 sampai {JedaTerlama}."));
        var plan = await plans.PlanAsync(permintaan, versions, token);
        if (plan.Kesalahan.Count > 0) return Masalah.TidakSah("Pemetaan langkah tidak sah.", [.. plan.Kesalahan.Select(k => ("simpul", k))]);
        var move = new VersionMove
        {
            DefinitionId = permintaan.Definisi,
            FromVersion = permintaan.DariVersi,
            ToVersion = permintaan.KeVersi,
            ToVersionId = versions.ToVersionId,
            Nodes = permintaan.Simpul ?? new Dictionary<string, string>(),
            BatchSize = permintaan.UkuranKelompok ?? Kelompok,
            PauseSeconds = permintaan.JedaDetik ?? 0,
            Total = plan.JumlahInstans,
            CreatedBy = Petugas.Dari(http.User).Id,
            CreatedAt = time.GetUtcNow(),
        };
        // One at a time for one version; the unique index decides between two who ask at once.
        if (await db.VersionMoves.AnyAsync(
            m => m.DefinitionId == move.DefinitionId && m.FromVersion == move.FromVersion && m.ListedAt == null && m.StoppedAt == null, token))
            return Masalah.Bentrok("pemindahan-sedang-berjalan", "Pemindahan dari versi ini sedang berjalan: tunggu, atau hentikan.");
        await unitOfWork.RunAsync(
            services =>
            {
                services.GetRequiredService<WorkflowDb>().Add(move);
                services.GetRequiredService<InstanceSession>().Say(new MoveBatchSignal(move.Id, After: null));
                return Task.FromResult(true);
            },
            token);
        return TypedResults.Accepted($"/api/v1/alur/pemindahan/{move.Id}", await TellAsync(move, db, token));
    }

    private static async Task<Pemindahan> TellAsync(VersionMove move, WorkflowDb db, CancellationToken token)
    {
        var counts = await db.VersionMoveResults.AsNoTracking().Where(r => r.MoveId == move.Id).GroupBy(r => r.Status)
            .Select(g => new { Status = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Status, g => g.Count, token);
        var status = move switch
        {
            { StoppedAt: not null } => "DIHENTIKAN",
            { ListedAt: null } => "BERJALAN",
            _ when counts.ContainsKey(VersionMoveResult.Waiting) => "BERJALAN",
            _ when counts.ContainsKey(VersionMoveResult.WaitingForOwner) => VersionMoveResult.WaitingForOwner,
            _ => "SELESAI",
        };
        return new(move.Id, move.DefinitionId, move.FromVersion, move.ToVersion, status, move.Total, counts, move.CreatedBy, move.CreatedAt);
    }
}
