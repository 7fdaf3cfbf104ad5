using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Statistik;

/// <summary>Figures of a period. Times in milliseconds.</summary>
/// <param name="Dari">First day of the office's calendar.</param>
/// <param name="Sampai">Last day.</param>
/// <param name="Diterima">Applications filed in the period.</param>
/// <param name="Selesai">Applications handed over in the period, whenever they were filed.</param>
/// <param name="Dicabut">Applications withdrawn in the period.</param>
/// <param name="Jenis">Those filed, by type.</param>
/// <param name="Dikembalikan">Returns in the period, by step and reason.</param>
/// <param name="Langkah">Steps ended in the period, against their standard time.</param>
public sealed record StatistikPelayanan(
    DateOnly Dari, DateOnly Sampai, int Diterima, int Selesai, int Dicabut, IReadOnlyList<JumlahJenis> Jenis,
    IReadOnlyList<JumlahPengembalian> Dikembalikan, IReadOnlyList<WaktuLangkah> Langkah);

/// <summary>Applications of one type.</summary>
public sealed record JumlahJenis(string Jenis, int Jumlah);

/// <summary>Returns from one step for one reason.</summary>
public sealed record JumlahPengembalian(string Langkah, string? KodeAlasan, int Jumlah);

/// <summary>What one step of the SOP took.</summary>
/// <param name="Nomor">SOP number.</param>
/// <param name="Jumlah">How often it ended.</param>
/// <param name="MemenuhiBaku">How often within its standard handling time.</param>
/// <param name="WaktuBakuMs">Standard handling time.</param>
/// <param name="PenangananRataMs">Mean handling time.</param>
/// <param name="PenangananTerlamaMs">Longest handling time.</param>
/// <param name="MenungguRataMs">Mean waiting time.</param>
public sealed record WaktuLangkah(
    string Nomor, int Jumlah, int MemenuhiBaku, long WaktuBakuMs, long PenangananRataMs, long PenangananTerlamaMs, long MenungguRataMs);

/// <summary>Received, returned, finished, and times against the standard: of the office, or of the calling system's own applications.</summary>
internal static class StatistikApi
{
    public static void MapStatistik(this RouteGroupBuilder permohonan) =>
        permohonan.MapGet("/statistik", async Task<Results<Ok<StatistikPelayanan>, ProblemHttpResult>> (
            DateOnly? dari, DateOnly? sampai, IntakeDb db, PelayananPermohonan layanan, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var (awal, akhir) = Rentang.Masa(kantor, dari, sampai, time.GetUtcNow());
            var (rentang, masalah) = Rentang.Baca(kantor, awal, akhir);
            if (masalah is not null) return masalah;
            var (mulai, sebelum) = (rentang.Dari ?? DateTimeOffset.MinValue, rentang.Sebelum ?? DateTimeOffset.MaxValue);
            var terlihat = layanan.Terlihat(Petugas.Dari(http.User)).AsNoTracking();

            var jenis = await terlihat.Where(p => p.Status != StatusPermohonan.Draf && p.DiajukanPada >= mulai && p.DiajukanPada < sebelum)
                .GroupBy(p => p.Jenis).Select(g => new JumlahJenis(g.Key, g.Count())).ToListAsync(token);
            var berakhir = await terlihat.Where(p => p.BerakhirPada >= mulai && p.BerakhirPada < sebelum)
                .GroupBy(p => p.Status).Select(g => new { Status = g.Key, Jumlah = g.Count() }).ToListAsync(token);
            var langkah = db.Riwayat.AsNoTracking().Where(r => r.SelesaiPada >= mulai && r.SelesaiPada < sebelum && r.Status == StatusTugas.Selesai)
                .Where(r => terlihat.Any(p => p.Id == r.PermohonanId));
            var pengembalian = await langkah.Where(r => r.Dikembalikan)
                .GroupBy(r => new { r.Nomor, r.KodeAlasan }).Select(g => new JumlahPengembalian(g.Key.Nomor, g.Key.KodeAlasan, g.Count())).ToListAsync(token);
            var waktu = await langkah
                .GroupBy(r => r.Nomor)
                .Select(g => new WaktuLangkah(
                    g.Key, g.Count(), g.Count(r => r.PenangananMs <= r.WaktuBakuMs), g.Max(r => r.WaktuBakuMs),
                    g.Sum(r => r.PenangananMs) / g.Count(), g.Max(r => r.PenangananMs), g.Sum(r => r.MenungguMs) / g.Count()))
                .ToListAsync(token);
            return TypedResults.Ok(new StatistikPelayanan(
                awal, akhir, jenis.Sum(j => j.Jumlah), Berakhir(StatusPermohonan.Selesai), Berakhir(StatusPermohonan.Batal),
                [.. jenis.OrderBy(j => j.Jenis, StringComparer.Ordinal)],
                [.. pengembalian.OrderBy(p => p.Langkah, StringComparer.Ordinal).ThenBy(p => p.KodeAlasan, StringComparer.Ordinal)],
                [.. waktu.OrderBy(w => w.Nomor, StringComparer.Ordinal)]));

            int Berakhir(StatusPermohonan status) => berakhir.FirstOrDefault(b => b.Status == status)?.Jumlah ?? 0;
        }).RequireAuthorization(Izin.MelihatPermohonan).ProducesProblem(400).WithSummary("Statistik pelayanan suatu masa, menurut kalender kantor");
}
