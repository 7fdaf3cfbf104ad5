using Dukcapil.Approval.Aliran;
using Dukcapil.Approval.Database;
using Dukcapil.Approval.Laporan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Daftar;

/// <summary>An officer's inbox over all services. One reads here and acts at the owner of the task.</summary>
internal static class DaftarTugasApi
{
    public static RouteGroupBuilder MapDaftarTugas(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/tugas").WithTags("Daftar tugas").RequireAuthorization(Izin.Petugas);

        group.MapGet("", async Task<Results<Ok<HalamanTugas>, ProblemHttpResult>> (
            [AsParameters] SaringanTugas saringan, HalamanDaftar halaman, PenyusunButir penyusun, PemeriksaWewenang wewenang, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            if (saringan.Tolak() is { } masalah) return masalah;
            var antrean = await AntreanPetugas.SemuaAsync(petugas, wewenang, token);
            if (saringan.Peran is { } peran && !antrean.Any(a => a.Peran == peran)) return Masalah.BukanPeran($"Peran {peran} tidak Anda pegang.");
            var sesudah = saringan.Sesudah is { } teks ? Penanda.Baca(teks) : null;
            if (saringan.Sesudah is not null && (sesudah is null || sesudah.Urut != saringan.Urutan))
                return Masalah.TidakTerbaca("Nilai sesudah bukan penanda halaman dari daftar ini.", "sesudah");
            var (tugas, berikut) = await halaman.BacaAsync(saringan, petugas, antrean, sesudah, token);
            return TypedResults.Ok(new HalamanTugas(await penyusun.SusunAsync(tugas, antrean, token), berikut));
        }).WithSummary("Tugas untuk peran dan delegasi saya, dari semua layanan");

        group.MapGet("/jumlah", async (JumlahDaftar jumlah, PemeriksaWewenang wewenang, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            return TypedResults.Ok(await jumlah.BacaAsync(petugas.Kantor, await AntreanPetugas.SemuaAsync(petugas, wewenang, token), token));
        }).WithSummary("Banyaknya tugas terbuka per peran dan langkah");

        group.MapGet("/{tugas}", async Task<Results<Ok<UraianTugas>, ProblemHttpResult>> (
            string tugas, ApprovalDb db, PenguraiTugas pengurai, PemeriksaWewenang wewenang, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var baris = await db.Daftar.AsNoTracking().SingleOrDefaultAsync(t => t.TugasId == tugas && t.Kantor == petugas.Kantor, token);
            if (baris is null) return Masalah.TidakDitemukan("Tugas");
            return TypedResults.Ok(await pengurai.UraikanAsync(baris, await AntreanPetugas.SemuaAsync(petugas, wewenang, token), token));
        }).WithSummary("Satu tugas: mengapa datang, jalan permohonannya, paraf, dan tautan berkas");

        group.MapAliran();
        group.MapLaporanStandar();
        return group;
    }
}
