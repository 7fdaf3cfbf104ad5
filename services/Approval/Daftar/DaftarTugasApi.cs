using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Daftar;

/// <summary>An officer's inbox over all services.</summary>
internal static class DaftarTugasApi
{
    public static RouteGroupBuilder MapDaftarTugas(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/tugas").WithTags("Daftar tugas").RequireAuthorization(Izin.Petugas);

        group.MapGet("", async Task<Results<Ok<HalamanTugas>, ProblemHttpResult>> (
            [AsParameters] SaringanTugas saringan, ApprovalDb db, Pelindung pelindung, JurnalAudit jurnal, TimeProvider time, HttpContext http,
            CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            if (saringan.Tolak() is { } masalah) return masalah;
            if (saringan.Peran is { } peran && !petugas.Peran.Contains(peran)) return Masalah.BukanPeran($"Peran {peran} tidak Anda pegang.");
            var batas = saringan.Batas ?? BatasHalaman.Bawaan;
            var sesudah = saringan.Sesudah is { } teks ? Penanda.Baca(teks) : null;
            if (saringan.Sesudah is not null && sesudah is null) return Masalah.TidakTerbaca("Nilai sesudah bukan penanda halaman dari daftar ini.", "sesudah");

            var tugas = await HalamanAsync(db, saringan, petugas, batas, sesudah, token);
            var berikut = tugas.Count > batas ? new Penanda(tugas[batas - 1].DiterbitkanPada, tugas[batas - 1].TugasId).Tulis() : null;
            var halaman = tugas.Take(batas).ToList();
            var alasan = await AlasanAsync(db, halaman, pelindung, token);
            // A list without reasons shows nothing of a person.
            foreach (var id in halaman.Where(t => t.Asal is { } a && alasan.ContainsKey(a.TugasId)).Select(t => t.PermohonanId).Distinct())
                jurnal.Catat("daftar-tugas.baca", id);
            if (alasan.Count > 0) await db.SaveChangesAsync(token);
            return TypedResults.Ok(new HalamanTugas([.. halaman.Select(t => Butir(t, alasan, time.GetUtcNow()))], berikut));
        }).WithSummary("Tugas untuk peran saya, dari semua layanan");

        group.MapGet("/jumlah", async Task<Ok<List<JumlahTugas>>> (ApprovalDb db, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            return TypedResults.Ok(await db.Daftar
                .Where(t => t.Kantor == petugas.Kantor && t.Status == StatusTugas.Terbuka && petugas.Peran.Contains(t.Peran))
                .GroupBy(t => new { t.Peran, t.Nomor })
                .OrderBy(g => g.Key.Nomor).ThenBy(g => g.Key.Peran)
                .Select(g => new JumlahTugas(
                    g.Key.Peran, g.Key.Nomor, g.Count(), g.Count(t => t.Pemegang != null), g.Min(t => t.DiterbitkanPada)))
                .ToListAsync(token));
        }).WithSummary("Banyaknya tugas terbuka per peran dan langkah");

        return group;
    }

    private static async Task<List<TugasKantor>> HalamanAsync(
        ApprovalDb db, SaringanTugas saringan, Petugas petugas, int batas, Penanda? sesudah, CancellationToken token)
    {
        var tugas = new List<TugasKantor>();
        foreach (var peran in petugas.Peran.Where(p => saringan.Peran is null || p == saringan.Peran))
        {
            tugas.AddRange(await saringan
                .Halaman(db.Daftar.AsNoTracking(), petugas.Kantor, peran, petugas.Id, sesudah).Take(batas + 1).ToListAsync(token));
        }
        return [.. saringan.Urutkan(tugas)];
    }

    // The reason of a return is with the task that returned the file.
    private static async Task<Dictionary<string, string>> AlasanAsync(
        ApprovalDb db, IReadOnlyList<TugasKantor> halaman, Pelindung pelindung, CancellationToken token)
    {
        var asal = halaman.Where(t => t.Asal is { Dikembalikan: true }).Select(t => t.Asal!.TugasId).Distinct().ToList();
        if (asal.Count == 0) return [];
        var tersegel = await db.Daftar
            .Where(t => asal.Contains(t.TugasId) && t.AlasanTersegel != null)
            .Select(t => new { t.TugasId, t.AlasanTersegel }).ToListAsync(token);
        return tersegel.ToDictionary(t => t.TugasId, t => pelindung.BukaKolom<string>(t.AlasanTersegel!));
    }

    private static ButirTugas Butir(TugasKantor t, Dictionary<string, string> alasan, DateTimeOffset kini) => new()
    {
        TugasId = t.TugasId,
        PermohonanId = t.PermohonanId,
        Aktivitas = t.Aktivitas,
        Langkah = new LangkahTugas(t.Nomor, t.Kegiatan, t.WaktuBakuMs),
        Peran = t.Peran,
        Hasil = t.Hasil,
        Status = t.Status,
        Pemegang = t.Pemegang,
        DiterbitkanPada = t.DiterbitkanPada,
        SelesaiPada = t.SelesaiPada,
        PenangananMs = t.PenangananMs,
        MenungguMs = Math.Max(0, (long)((t.SelesaiPada ?? kini) - t.DiterbitkanPada).TotalMilliseconds - t.PenangananMs),
        LewatWaktuBaku = t.PenangananMs > t.WaktuBakuMs,
        Asal = t.Asal is { } a ? new AsalButir(a.Langkah, a.Hasil, a.Dikembalikan, a.KodeAlasan, alasan.GetValueOrDefault(a.TugasId)) : null,
        HasilDipilih = t.HasilDipilih,
        Alamat = $"{PublicPaths.TasksOf(t.Pelayan)}/{t.TugasId}",
    };
}
