using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Langkah;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry;

/// <summary>What the Registry did in a time; sheets are accountable, so spoiled ones are counted.</summary>
/// <param name="Dari">First day.</param>
/// <param name="Sampai">Last day.</param>
/// <param name="Dicetak">Prints that succeeded.</param>
/// <param name="CetakGagal">Attempts that failed.</param>
/// <param name="LembarRusak">Sheets destroyed.</param>
/// <param name="Diregistrasi">Lines of the Buku Agenda, voided ones included.</param>
/// <param name="AgendaBatal">Voided ones among them.</param>
/// <param name="Diserahkan">Cards handed over.</param>
/// <param name="BelumDiambil">Cards that wait now.</param>
public sealed record StatistikRegistri(
    DateOnly Dari, DateOnly Sampai, int Dicetak, int CetakGagal, int LembarRusak, int Diregistrasi, int AgendaBatal, int Diserahkan, int BelumDiambil);

/// <summary>Figures of the officer's office.</summary>
internal static class StatistikRegistriApi
{
    public static RouteHandlerBuilder MapStatistikRegistri(this RouteGroupBuilder registri) =>
        registri.MapGet("/statistik", async Task<Results<Ok<StatistikRegistri>, ProblemHttpResult>> (
            DateOnly? dari, DateOnly? sampai, RegistryDb db, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var milik = Petugas.Dari(http.User).Kantor;
            var (awal, akhir) = Rentang.Masa(kantor, dari, sampai, time.GetUtcNow());
            var (rentang, masalah) = Rentang.Baca(kantor, awal, akhir);
            if (masalah is not null) return masalah;
            var (mulai, sebelum) = (rentang.Dari ?? DateTimeOffset.MinValue, rentang.Sebelum ?? DateTimeOffset.MaxValue);
            var tugas = db.Set<Tugas>().AsNoTracking().Where(t => t.Kantor == milik);
            var cetakan = await db.Cetakan.AsNoTracking().Where(c => c.Pada >= mulai && c.Pada < sebelum && tugas.Any(t => t.PermohonanId == c.PermohonanId))
                .GroupBy(c => c.Hasil).Select(g => new { g.Key, Banyak = g.Count(), Rusak = g.Sum(c => c.LembarRusak) }).ToListAsync(token);
            var agenda = db.BukuAgenda.AsNoTracking().Where(e => e.Kantor == milik && e.Tanggal >= awal && e.Tanggal <= akhir);
            return TypedResults.Ok(new StatistikRegistri(
                awal, akhir, Banyak(HasilCetak.Berhasil), Banyak(HasilCetak.Gagal), cetakan.Sum(c => c.Rusak),
                await agenda.CountAsync(token), await agenda.CountAsync(e => e.BatalPada != null, token),
                await db.Penyerahan.CountAsync(p => p.Pada >= mulai && p.Pada < sebelum && tugas.Any(t => t.PermohonanId == p.PermohonanId), token),
                await tugas.CountAsync(t => t.Aktivitas == SerahTerima.Jenis && t.Status == StatusTugas.Terbuka, token)));

            int Banyak(HasilCetak hasil) => cetakan.SingleOrDefault(c => c.Key == hasil)?.Banyak ?? 0;
        }).ProducesProblem(400).WithSummary("Cetakan, lembar rusak, Buku Agenda, dan penyerahan suatu masa, menurut kalender kantor");
}
