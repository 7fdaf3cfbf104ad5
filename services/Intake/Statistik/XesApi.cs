using System.Runtime.CompilerServices;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Statistik;

/// <summary>The histories of the applications a caller may see, for process mining. A client system does not see which officer acted.</summary>
internal static class XesApi
{
    private const int Kelompok = 200;

    public static void MapXes(this RouteGroupBuilder permohonan) =>
        permohonan.MapGet("/statistik/xes", Results<PushStreamHttpResult, ProblemHttpResult> (
            DateOnly? dari, DateOnly? sampai, IntakeDb db, PelayananPermohonan layanan, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var (awal, akhir) = Rentang.Masa(kantor, dari, sampai, time.GetUtcNow());
            var (rentang, masalah) = Rentang.Baca(kantor, awal, akhir);
            if (masalah is not null) return masalah;
            var petugas = Petugas.Dari(http.User);
            var (mulai, sebelum) = (rentang.Dari ?? DateTimeOffset.MinValue, rentang.Sebelum ?? DateTimeOffset.MaxValue);
            var terlihat = layanan.Terlihat(petugas).AsNoTracking()
                .Where(p => p.Status != StatusPermohonan.Draf && p.DiajukanPada >= mulai && p.DiajukanPada < sebelum);
            return TypedResults.Stream(
                body => PenulisXes.TulisAsync(body, JejakAsync(db, terlihat, denganPetugas: !petugas.SistemLain, token), token), "application/xml", "permohonan.xes");
        })
            .RequireAuthorization(Izin.MelihatPermohonan)
            .Produces(StatusCodes.Status200OK, contentType: "application/xml").ProducesProblem(400)
            .WithSummary("Riwayat permohonan yang diajukan dalam suatu masa sebagai XES (IEEE 1849), untuk penambangan proses");

    private static async IAsyncEnumerable<JejakPermohonan> JejakAsync(
        IntakeDb db, IQueryable<Permohonan> terlihat, bool denganPetugas, [EnumeratorCancellation] CancellationToken token)
    {
        for (var sesudah = Guid.Empty; ;)
        {
            var kelompok = await terlihat.Where(p => p.Id > sesudah).OrderBy(p => p.Id).Take(Kelompok).Select(p => new { p.Id, p.Jenis }).ToListAsync(token);
            var id = kelompok.Select(p => p.Id).ToList();
            var langkah = (await db.Riwayat.AsNoTracking().Where(r => id.Contains(r.PermohonanId)).ToListAsync(token)).ToLookup(r => r.PermohonanId);
            foreach (var p in kelompok)
            {
                yield return new JejakPermohonan(p.Id, p.Jenis, [.. langkah[p.Id].OrderBy(r => r.DiterbitkanPada).Select(r => new LangkahJejak(
                    r.Nomor, r.Langkah.Kegiatan, r.Langkah.Pelaksana, denganPetugas ? r.Pemegang : null, r.Status, r.DiterbitkanPada, r.SelesaiPada, r.Hasil,
                    r.KodeAlasan, r.PenangananMs))]);
            }
            if (kelompok.Count < Kelompok) yield break;
            sesudah = id[^1];
        }
    }
}
