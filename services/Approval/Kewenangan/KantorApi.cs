using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>Request: name, clock and calendar of an office.</summary>
/// <param name="Nama">Name, up to 150 characters.</param>
/// <param name="Zona"><c>Asia/Jakarta</c>, <c>Asia/Makassar</c> or <c>Asia/Jayapura</c>.</param>
/// <param name="Kalender">Hours of the week and holidays.</param>
public sealed record UbahKantor(string Nama, string Zona, KalenderKerja Kalender);

/// <summary>The office as all services know it. Its calendar decides when tasks are due.</summary>
internal static class KantorApi
{
    private const int NamaTerpanjang = 150, LiburTerbanyak = 400, JamTerbanyak = 50;

    public static void MapKantor(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/wewenang/kantor").WithTags("Wewenang");

        group.MapGet("", async Task<Results<Ok<KeteranganKantor>, ProblemHttpResult>> (ApprovalDb db, HttpContext http, CancellationToken token) =>
        {
            var kode = Petugas.Dari(http.User).Kantor;
            if (await db.Kantor.AsNoTracking().SingleOrDefaultAsync(k => k.Kode == kode, token) is not { } kantor) return Masalah.TidakDitemukan("Kantor");
            http.Response.TulisVersi(kantor.Versi);
            return TypedResults.Ok(Keterangan(kantor));
        }).RequireAuthorization(Izin.SetiapPetugas with { Syarat = "kantor sendiri" }).WithSummary("Kantor saya: nama, zona waktu, jam kerja, hari libur");

        group.MapPut("", async Task<Results<Ok<KeteranganKantor>, ProblemHttpResult>> (
            UbahKantor isi, ApprovalDb db, PenerbitWewenang penerbit, HttpContext http, CancellationToken token) =>
        {
            var kode = Petugas.Dari(http.User).Kantor;
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            if (await db.Kantor.SingleOrDefaultAsync(k => k.Kode == kode, token) is not { } kantor) return Masalah.TidakDitemukan("Kantor");
            if (http.Request.TolakVersiLain(kantor.Versi) is { } lain) return lain;
            if (Tolak(isi) is { } masalah) return masalah;
            (kantor.Nama, kantor.Zona, kantor.Kalender) = (isi.Nama.Trim(), isi.Zona, isi.Kalender);
            kantor.Versi++;
            await penerbit.TerbitkanAsync(kantor, token);
            await db.SaveAndCommitAsync(token);
            http.Response.TulisVersi(kantor.Versi);
            return TypedResults.Ok(Keterangan(kantor));
        }).RequireAuthorization(Izin.MengaturKantor).PerubahanDicatat("kantor.kelola").WithSummary("Ubah nama, zona waktu, jam kerja, dan hari libur kantor");
    }

    private static KeteranganKantor Keterangan(KantorPelayanan k) => new(k.Kode, k.Nama, k.Wilayah, k.Zona, k.Kalender);

    private static ProblemHttpResult? Tolak(UbahKantor isi)
    {
        if (string.IsNullOrWhiteSpace(isi.Nama) || isi.Nama.Trim().Length > NamaTerpanjang || isi.Nama.Any(char.IsControl))
            return Masalah.TidakSah("Nama tidak sah.", ("nama", $"Wajib, paling panjang {NamaTerpanjang} karakter."));
        if (isi.Zona is not ("Asia/Jakarta" or "Asia/Makassar" or "Asia/Jayapura"))
            return Masalah.TidakSah("Zona waktu tidak dikenal.", ("zona", "Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura."));
        if (isi.Kalender.Libur.Count > LiburTerbanyak) return Masalah.TidakSah("Hari libur terlalu banyak.", ("kalender.libur", $"Paling banyak {LiburTerbanyak}."));
        var jam = isi.Kalender.Jam;
        if (jam.Count is 0 or > JamTerbanyak) return Masalah.TidakSah("Jam kerja tidak sah.", ("kalender.jam", $"1 sampai {JamTerbanyak} rentang."));
        for (var i = 0; i < jam.Count; i++)
        {
            if (jam[i].Tutup <= jam[i].Buka) return Masalah.TidakSah("Jam kerja tidak sah.", ($"kalender.jam[{i}].tutup", "Harus sesudah buka."));
            if (jam.Where((lain, j) => j != i && lain.Hari == jam[i].Hari && lain.Buka < jam[i].Tutup && jam[i].Buka < lain.Tutup).Any())
                return Masalah.TidakSah("Jam kerja tidak sah.", ($"kalender.jam[{i}]", "Bertumpuk dengan rentang lain pada hari yang sama."));
        }
        return null;
    }
}
