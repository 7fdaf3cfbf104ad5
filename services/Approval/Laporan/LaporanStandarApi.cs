using System.Globalization;
using System.Text;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Laporan;

/// <summary>The service-standard report of the officer's office, of applications handed over within a period (the last 30 days when none is given). Nothing personal.</summary>
internal static class LaporanStandarApi
{
    private const int HariTerbanyak = 366;

    /// <summary>Maps it under the list of tasks, whose data it is of.</summary>
    public static void MapLaporanStandar(this RouteGroupBuilder tugas)
    {
        var laporan = tugas.MapGroup("/laporan/standar-layanan").WithTags("Laporan");

        laporan.MapGet("/", async Task<Results<Ok<LaporanStandar>, ProblemHttpResult>> (
            DateOnly? dari, DateOnly? sampai, ApprovalDb db, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var (isi, _, masalah) = await BacaAsync(db, dari, sampai, time, http, token);
            return masalah is null ? TypedResults.Ok(isi) : masalah;
        }).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).WithSummary("Laporan standar layanan: 10 menit penanganan, waktu per langkah, leher botol per minggu");

        laporan.MapGet("/csv", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            DateOnly? dari, DateOnly? sampai, ApprovalDb db, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var (isi, _, masalah) = await BacaAsync(db, dari, sampai, time, http, token);
            return masalah is null ? TypedResults.File(Encoding.UTF8.GetBytes(TulisCsv(isi!)), "text/csv", $"standar-layanan-{isi!.Dari:yyyyMMdd}-{isi.Sampai:yyyyMMdd}.csv") : masalah;
        }).Produces(200, contentType: "text/csv").ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).WithSummary("Laporan standar layanan per langkah sebagai CSV");

        laporan.MapGet("/cetak", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            DateOnly? dari, DateOnly? sampai, ApprovalDb db, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var (isi, kantor, masalah) = await BacaAsync(db, dari, sampai, time, http, token);
            if (masalah is not null) return masalah;
            // Its own styles, and nothing from anywhere.
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
            return TypedResults.File(Encoding.UTF8.GetBytes(HalamanStandar.Buat(isi!, kantor!, time.GetUtcNow())), "text/html");
        }).Produces(200, contentType: "text/html").ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).WithSummary("Laporan standar layanan untuk dicetak, dengan bagan");
    }

    private static async Task<(LaporanStandar? Isi, Kantor? Kantor, ProblemHttpResult? Masalah)> BacaAsync(
        ApprovalDb db, DateOnly? dari, DateOnly? sampai, TimeProvider time, HttpContext http, CancellationToken token)
    {
        var kode = Petugas.Dari(http.User).Kantor;
        var baris = await db.Set<Kewenangan.KantorPelayanan>().AsNoTracking().SingleOrDefaultAsync(k => k.Kode == kode, token);
        if (baris is null) return (null, null, Masalah.TidakDitemukan("Kantor"));
        var kantor = new Kantor(baris.Kode, baris.Nama, KodeWilayah.Dari(baris.Wilayah), baris.Zona);
        var (awal, akhir) = Rentang.Masa(kantor, dari, sampai, time.GetUtcNow());
        var (rentang, masalah) = Rentang.Baca(kantor, awal, akhir);
        if (masalah is null && akhir.DayNumber - awal.DayNumber >= HariTerbanyak)
            masalah = Masalah.TidakSah("Masa laporan terlalu panjang.", ("dari", $"Paling banyak {HariTerbanyak} hari."));
        return masalah is null ? (LaporanStandar.Susun(kantor, awal, akhir, await TugasAsync(db, kode, rentang, token)), kantor, null) : (null, null, masalah);
    }

    private static async Task<List<TugasTuntas>> TugasAsync(ApprovalDb db, string kantor, Rentang rentang, CancellationToken token)
    {
        var (dari, sebelum) = (rentang.Dari ?? DateTimeOffset.MinValue, rentang.Sebelum ?? DateTimeOffset.MaxValue);
        var selesai = db.Daftar
            .Where(t => t.Kantor == kantor && t.Aktivitas == "Dukcapil.SerahTerima" && t.Status == StatusTugas.Selesai && t.HasilDipilih == "Diserahkan"
                && t.SelesaiPada >= dari && t.SelesaiPada < sebelum)
            .Select(t => t.PermohonanId);
        var tugas = await db.Daftar.AsNoTracking().Where(t => t.Status == StatusTugas.Selesai && selesai.Contains(t.PermohonanId))
            .Select(t => new { t.PermohonanId, t.Nomor, t.Kegiatan, t.Peran, t.WaktuBakuMs, t.DiterbitkanPada, t.SelesaiPada, t.PenangananMs, t.HasilDipilih, t.Hasil })
            .ToListAsync(token);
        return
        [
            .. tugas.Select(t => new TugasTuntas(
                t.PermohonanId, t.Nomor, t.Kegiatan, t.Peran, t.WaktuBakuMs, t.DiterbitkanPada, t.SelesaiPada!.Value, t.PenangananMs,
                t.Hasil.Any(h => h.Nama == t.HasilDipilih && h.PerluAlasan))),
        ];
    }

    private static string TulisCsv(LaporanStandar isi)
    {
        var teks = new StringBuilder("\uFEFF");
        Baris("Langkah", "Kegiatan", "Pelaksana", "Selesai", "Waktu baku (detik)", "Lewat waktu baku", "Dikembalikan", "Penanganan median (detik)", "Penanganan P95 (detik)", "Menunggu median (detik)", "Menunggu P95 (detik)");
        foreach (var l in isi.Langkah)
        {
            Baris(
                l.Nomor, l.Kegiatan, l.Peran, Angka(l.Selesai), Detik(l.WaktuBakuMs), Angka(l.LewatWaktuBaku), Angka(l.Dikembalikan), Detik(l.PenangananMs.Median),
                Detik(l.PenangananMs.P95), Detik(l.MenungguMs.Median), Detik(l.MenungguMs.P95));
        }
        return teks.ToString();

        void Baris(params string[] sel) => teks.Append(Csv.Baris(sel)).Append("\r\n");
    }

    private static string Angka(long nilai) => nilai.ToString(CultureInfo.InvariantCulture);

    private static string Detik(long ms) => (ms / 1000.0).ToString("0.0", CultureInfo.InvariantCulture);
}
