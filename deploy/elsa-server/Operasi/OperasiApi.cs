using Dukcapil.ElsaServer.Alur;
using Dukcapil.ElsaServer.Database;
using Dukcapil.ElsaServer.Katalog;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Operasi;

/// <summary>A running workflow, in the shape that reconciliation reads of our executor.</summary>
internal sealed record AlurTerbuka(
    Guid PermohonanId, string InstanceId, int JumlahInsiden, int Menunggu, DateTimeOffset DiubahPada, IReadOnlyList<TugasTerbuka> Tugas);

/// <summary>A task that waits at its owner.</summary>
internal sealed record TugasTerbuka(string TugasId, string Pelayan, DateTimeOffset DiterbitkanPada);

/// <summary>Something that somebody has to decide.</summary>
internal sealed record InsidenElsa(Guid PermohonanId, string InstanceId, string Definisi, string Kode, string? Pesan, DateTimeOffset? Pada);

/// <summary>How many applications still run here: zero means that this executor can be switched off.</summary>
internal sealed record SisaAlur(int Berjalan);

/// <summary>For operators (role OPS), at the addresses of the Workflow service, so that reconciliation and alerts need not know which executor runs.</summary>
internal static class OperasiApi
{
    private const int Batas = 1000;

    public static void MapOperasi(this IEndpointRouteBuilder app)
    {
        var ops = app.MapGroup("/api/v1/ops/workflow").WithTags("Operasi").RequireAuthorization(Izin.Ops).PerubahanDicatat("ops.tindakan");

        ops.MapGet("/alur-terbuka", async (Guid? sesudah, AlurDb db, CancellationToken token) =>
        {
            var alur = await db.Permohonan.AsNoTracking().Where(p => p.BerakhirPada == null && p.Id > (sesudah ?? Guid.Empty)).OrderBy(p => p.Id).Take(Batas).ToListAsync(token);
            var ids = alur.Select(p => p.Id).ToList();
            var tugas = (await db.Tugas.AsNoTracking().Where(t => ids.Contains(t.PermohonanId) && !t.Usai && !t.Tertutup).ToListAsync(token)).ToLookup(t => t.PermohonanId);
            // What it waits for beside tasks is Elsa's to know; an incident says that it waits for nothing.
            return TypedResults.Ok(alur.Select(p => new AlurTerbuka(
                p.Id, p.InstansId, p.Insiden is null ? 0 : 1, p.Insiden is null && !tugas[p.Id].Any() ? 1 : 0, p.BergerakPada,
                [.. tugas[p.Id].Select(t => new TugasTerbuka(t.Id, t.Pesan.Pelayan, t.DiterbitkanPada))])).ToList());
        }).WithSummary("Alur yang berjalan, berurut id permohonan");

        ops.MapGet("/sisa", async (AlurDb db, CancellationToken token) =>
            TypedResults.Ok(new SisaAlur(await db.Permohonan.CountAsync(p => p.BerakhirPada == null, token)))).WithSummary("Berapa permohonan masih berjalan di pelaksana ini; nol sebelum pindah ke pelaksana lain");

        ops.MapGet("/insiden", async (Guid? sesudah, AlurDb db, CancellationToken token) =>
        {
            var awal = sesudah ?? Guid.Empty;
            var alur = await db.Permohonan.AsNoTracking().Where(p => p.Insiden != null && p.Id > awal).OrderBy(p => p.Id).Take(Batas).ToListAsync(token);
            var asing = await PengukurElsa.TanpaPermohonan(db).Where(c => c.PermohonanId > awal).OrderBy(c => c.PermohonanId).Take(Batas).ToListAsync(token);
            return TypedResults.Ok(alur.Select(p => new InsidenElsa(p.Id, p.InstansId, p.Definisi, p.Insiden!, p.KeteranganInsiden, p.InsidenPada))
                .Concat(asing.Select(c => new InsidenElsa(
                    c.PermohonanId, Permohonan.IdInstans(c.PermohonanId), "", Temuan.PerintahGagal, $"{c.Jenis}: permohonan ini tidak pernah dimulai di sini.", c.DiterimaPada)))
                .OrderBy(i => i.PermohonanId).Take(Batas).ToList());
        }).WithSummary("Insiden, berurut id permohonan");

        ops.MapPost("/tugas/{id}/kirim-ulang", async Task<Results<NoContent, ProblemHttpResult>> (string id, AlurDb db, CancellationToken token) =>
        {
            if (await db.Tugas.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && !t.Usai, token) is not { } tugas) return Masalah.TidakDitemukan("Tugas");
            db.Send(tugas.Pesan);
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }).WithSummary("Kirim ulang tugas kepada pemiliknya; bila di sana sudah selesai, hasilnya dikirim kembali");

        ops.MapPost("/permohonan/{id:guid}/periksa", async Task<Results<NoContent, ProblemHttpResult>> (
            Guid id, AlurDb db, Pemicu pemicu, TimeProvider time, CancellationToken token) =>
        {
            if (await db.Permohonan.SingleOrDefaultAsync(p => p.Id == id, token) is not { } permohonan) return Masalah.TidakDitemukan("Permohonan");
            if (permohonan.Insiden == Temuan.TugasTidakDikenal) (permohonan.Insiden, permohonan.KeteranganInsiden) = (null, null);
            db.Add(new Perintah { PermohonanId = id, Jenis = Perintah.Periksa, Isi = "{}", DiterimaPada = time.GetUtcNow(), CobaPada = time.GetUtcNow() });
            await db.SaveChangesAsync(token);
            pemicu.Bangunkan();
            return TypedResults.NoContent();
        }).WithSummary("Periksa sekarang: umumkan tugas yang terlewat, perbarui insiden");

        app.MapGet("/api/v1/alur/peran", () => TypedResults.Ok(Berkas.Baca<List<PeranTugas>>("peran.json"))).WithTags("Alur kerja")
            .RequireAuthorization(Izin.SetiapPetugas with { Syarat = "" }).WithSummary("Peran yang dapat diberi tugas");
    }
}
