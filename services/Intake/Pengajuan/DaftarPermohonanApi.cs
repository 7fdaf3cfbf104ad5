using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>An application in a list. Nothing personal.</summary>
public sealed record RingkasanPermohonan(
    Guid Id, string KodeLacak, string Jenis, StatusPermohonan Status, string? NomorRegister, int VersiKonsep, DateTimeOffset DiajukanPada, DateTimeOffset? BerakhirPada);

/// <summary>A page of applications.</summary>
/// <param name="Permohonan">Newest first.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanPermohonan(IReadOnlyList<RingkasanPermohonan> Permohonan, string? Berikut);

/// <summary>Query of the list.</summary>
/// <param name="Status"><c>diproses</c>, <c>selesai</c>, <c>batal</c> or <c>draf</c>; all but drafts when left out.</param>
/// <param name="Jenis">Application type.</param>
/// <param name="Dari">Filed on this day of the office or later.</param>
/// <param name="Sampai">Filed on this day or earlier.</param>
/// <param name="NomorRegister">Number in the Buku Register.</param>
/// <param name="Batas">Length of a page, 1 to 200; 50 when left out.</param>
/// <param name="Sesudah">Where the page before ended.</param>
internal sealed record SaringanPermohonan(
    string? Status, string? Jenis, DateOnly? Dari, DateOnly? Sampai, string? NomorRegister, int? Batas, string? Sesudah);

/// <summary>Applications of the office, or of the calling system.</summary>
internal static class DaftarPermohonanApi
{
    public static void MapDaftar(this RouteGroupBuilder permohonan) =>
        permohonan.MapGet("/", async Task<Results<Ok<HalamanPermohonan>, ProblemHttpResult>> (
            [AsParameters] SaringanPermohonan saringan, PelayananPermohonan layanan, Kantor kantor, HttpContext http, CancellationToken token) =>
        {
            var (daftar, masalah) = Saring(layanan.Terlihat(Petugas.Dari(http.User)).AsNoTracking(), saringan, kantor);
            if (masalah is not null) return masalah;
            var batas = saringan.Batas ?? BatasHalaman.Bawaan;
            var baris = await daftar!.OrderByDescending(p => p.Id).Take(batas + 1)
                .Select(p => new RingkasanPermohonan(p.Id, p.KodeLacak, p.Jenis, p.Status, p.NomorRegister, p.VersiKonsep, p.DiajukanPada, p.BerakhirPada))
                .ToListAsync(token);
            return TypedResults.Ok(new HalamanPermohonan([.. baris.Take(batas)], baris.Count > batas ? PenandaId.Tulis(baris[batas - 1].Id) : null));
        }).RequireAuthorization(Izin.MelihatPermohonan).ProducesProblem(400).WithSummary("Daftar permohonan, terbaru dahulu");

    private static (IQueryable<Permohonan>? Daftar, ProblemHttpResult? Masalah) Saring(IQueryable<Permohonan> daftar, SaringanPermohonan s, Kantor kantor)
    {
        if (BatasHalaman.Tolak(s.Batas) is { } terlalu) return (null, terlalu);
        StatusPermohonan? status = null;
        if (s.Status is { } nama && !TryStatus(nama, out status)) return (null, Masalah.TidakTerbaca("Nilai status harus diproses, selesai, batal, atau draf.", "status"));
        if (s.Jenis is not null && !JenisPermohonan.TryParse(s.Jenis, out _)) return (null, Masalah.TidakTerbaca("Jenis permohonan tidak dikenal.", "jenis"));
        var (rentang, terbalik) = Rentang.Baca(kantor, s.Dari, s.Sampai);
        if (terbalik is not null) return (null, terbalik);
        var sesudah = Guid.Empty;
        if (s.Sesudah is { } penanda && !PenandaId.TryBaca(penanda, out sesudah))
            return (null, Masalah.TidakTerbaca("Nilai sesudah bukan penanda halaman dari daftar ini.", "sesudah"));

        daftar = status is { } tertentu ? daftar.Where(p => p.Status == tertentu) : daftar.Where(p => p.Status != StatusPermohonan.Draf);
        if (s.Jenis is { } jenis) daftar = daftar.Where(p => p.Jenis == jenis);
        if (s.NomorRegister is { } nomor) daftar = daftar.Where(p => p.NomorRegister == nomor);
        if (rentang.Dari is { } dari) daftar = daftar.Where(p => p.DiajukanPada >= dari);
        if (rentang.Sebelum is { } sebelum) daftar = daftar.Where(p => p.DiajukanPada < sebelum);
        if (s.Sesudah is not null) daftar = daftar.Where(p => p.Id < sesudah);
        return (daftar, null);
    }

    private static bool TryStatus(string nama, out StatusPermohonan? status)
    {
        status = nama switch
        {
            "diproses" => StatusPermohonan.Diproses,
            "selesai" => StatusPermohonan.Selesai,
            "batal" => StatusPermohonan.Batal,
            "draf" => StatusPermohonan.Draf,
            _ => null,
        };
        return status is not null;
    }
}
