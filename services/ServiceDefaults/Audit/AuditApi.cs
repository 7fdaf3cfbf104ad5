using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>Request: in which applications a person or family appears. The number comes in the body and goes nowhere else.</summary>
/// <param name="Tujuan">What for, 3 to 500 characters; becomes part of the journal.</param>
/// <param name="Nik">16 digits; or else <paramref name="NomorKk"/>.</param>
/// <param name="NomorKk">16 digits.</param>
public sealed record CariOrang(string Tujuan, string? Nik = null, string? NomorKk = null);

/// <summary>An application in which the number appears.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="Sejak">Since when (UTC).</param>
public sealed record PermohonanOrang(Guid PermohonanId, DateTimeOffset Sejak);

/// <summary>Request: lines of the journal.</summary>
/// <param name="Tujuan">What for, 3 to 500 characters.</param>
/// <param name="Permohonan">Of these applications, each since its moment; at most 500.</param>
/// <param name="Pelaku">Of this officer or system.</param>
/// <param name="Dari">From this moment on.</param>
/// <param name="Sampai">Before this moment.</param>
/// <param name="HanyaBaca">Only lines by which somebody saw personal data.</param>
/// <param name="Sesudah">Number behind which the page begins.</param>
/// <param name="Batas">Lines, at most 1000.</param>
public sealed record CariCatatan(
    string Tujuan, IReadOnlyList<PermohonanOrang>? Permohonan = null, string? Pelaku = null, DateTimeOffset? Dari = null, DateTimeOffset? Sampai = null,
    bool HanyaBaca = false, long? Sesudah = null, int? Batas = null);

/// <summary>A line as the auditor sees it.</summary>
public sealed record RincianCatatan(
    long Nomor, DateTimeOffset Pada, string Pelaku, string Wewenang, string? AtasNama, string Tindakan, string? Data, string? Objek, Guid? PermohonanId,
    string? Tujuan, string? Dari, string? Jejak, string? Rincian);

/// <summary>A page of lines, in the order of writing.</summary>
/// <param name="Catatan">Lines.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanCatatan(IReadOnlyList<RincianCatatan> Catatan, long? Berikut);

/// <summary>The head of the journal.</summary>
public sealed record KepalaJurnal(long Segel, long Sampai, string? Hash, DateTimeOffset? Pada);

/// <summary>The audit journal of a service, for the auditor. Reading it is recorded in it.</summary>
internal static class AuditApi
{
    private const int BatasBawaan = 200, BatasTerbesar = 1000, PermohonanTerbanyak = 500;

    public static void MapAudit(this IEndpointRouteBuilder app, string service)
    {
        var group = app.MapGroup(PublicPaths.AuditOf(service)).WithTags("Audit").RequireAuthorization(Izin.Audit);

        group.MapPost("/orang", async Task<Results<Ok<List<PermohonanOrang>>, ProblemHttpResult>> (
            CariOrang isi, ServiceDb db, JurnalAudit jurnal, IndeksNomor indeks, Pelindung pelindung, CancellationToken token) =>
        {
            if (TolakTujuan(isi.Tujuan) is { } masalah) return masalah;
            IReadOnlyList<string> kemungkinan;
            if (Nik.TryParse(isi.Nik, out var nik)) kemungkinan = indeks.Kemungkinan(nik);
            else if (NomorKk.TryParse(isi.NomorKk, out var nomor)) kemungkinan = indeks.Kemungkinan(nomor);
            else return Masalah.TidakSah("Sebutkan NIK atau Nomor KK.", ("nik", Nik.PesanSalah));
            var orang = await db.Set<OrangTercatat>().AsNoTracking().Where(o => kemungkinan.Contains(o.Indeks))
                .Select(o => new { o.PermohonanId, o.Sejak }).ToListAsync(token);
            jurnal.Catat("audit.cari-orang", objek: kemungkinan[^1], tujuan: pelindung.SegelKolom(isi.Tujuan.Trim()));
            await db.SaveChangesAsync(token);
            return TypedResults.Ok(orang.GroupBy(o => o.PermohonanId).Select(g => new PermohonanOrang(g.Key, g.Min(o => o.Sejak))).OrderBy(o => o.Sejak).ToList());
        }).WithSummary("Permohonan yang memuat NIK atau Nomor KK ini, menurut indeks berkunci");

        group.MapPost("/catatan", async Task<Results<Ok<HalamanCatatan>, ProblemHttpResult>> (
            CariCatatan isi, ServiceDb db, JurnalAudit jurnal, Pelindung pelindung, CancellationToken token) =>
        {
            if (TolakTujuan(isi.Tujuan) is { } masalah) return masalah;
            if (BatasHalaman.Tolak(isi.Batas, BatasTerbesar) is { } terlalu) return terlalu;
            var batas = isi.Batas ?? BatasBawaan;
            if (isi.Permohonan?.Count > PermohonanTerbanyak) return Masalah.TidakSah("Permohonan terlalu banyak.", ("permohonan", $"Paling banyak {PermohonanTerbanyak}."));
            var catatan = await Saring(db, isi).OrderBy(c => c.Nomor).Take(batas).ToListAsync(token);
            jurnal.Catat("audit.baca", objek: isi.Pelaku, rincian: $"{catatan.Count} catatan", tujuan: pelindung.SegelKolom(isi.Tujuan.Trim()));
            await db.SaveChangesAsync(token);
            // Before its data came in, nobody could see the person in this application.
            var sejak = isi.Permohonan?.GroupBy(p => p.PermohonanId).ToDictionary(g => g.Key, g => g.Min(p => p.Sejak));
            return TypedResults.Ok(new HalamanCatatan(
                [.. catatan.Where(c => sejak is null || c.Pada >= sejak[c.PermohonanId!.Value]).Select(c => Rincian(c, pelindung))],
                catatan.Count == batas ? catatan[^1].Nomor : null));
        }).WithSummary("Catatan audit menurut permohonan, pelaku, dan waktu");

        group.MapGet("/kepala", async (ServiceDb db, CancellationToken token) =>
        {
            var segel = await db.Set<SegelAudit>().AsNoTracking().OrderByDescending(s => s.Nomor).FirstOrDefaultAsync(token);
            return TypedResults.Ok(new KepalaJurnal(segel?.Nomor ?? 0, segel?.Sampai ?? 0, segel is null ? null : Convert.ToHexStringLower(segel.Hash), segel?.Pada));
        }).WithSummary("Kepala rantai jurnal sekarang");
    }

    private static IQueryable<CatatanAudit> Saring(ServiceDb db, CariCatatan isi)
    {
        var catatan = db.Set<CatatanAudit>().AsNoTracking().Where(c => c.Nomor > (isi.Sesudah ?? 0));
        if (isi.Permohonan is { } permohonan)
        {
            var id = permohonan.Select(p => (Guid?)p.PermohonanId).Distinct().ToList();
            catatan = catatan.Where(c => id.Contains(c.PermohonanId));
        }
        if (isi.Pelaku is { } pelaku) catatan = catatan.Where(c => c.Pelaku == pelaku);
        if (isi.Dari is { } dari) catatan = catatan.Where(c => c.Pada >= dari.ToUniversalTime());
        if (isi.Sampai is { } sampai) catatan = catatan.Where(c => c.Pada < sampai.ToUniversalTime());
        if (isi.HanyaBaca) catatan = catatan.Where(c => DataTerlihat.Tindakan.Contains(c.Tindakan));
        return catatan;
    }

    private static ProblemHttpResult? TolakTujuan(string? tujuan) => tujuan?.Trim() is { Length: >= 3 and <= 500 }
        ? null
        : Masalah.TidakSah("Tujuan wajib diisi.", ("tujuan", "3 sampai 500 karakter; dicatat dalam jurnal audit."));

    private static RincianCatatan Rincian(CatatanAudit c, Pelindung pelindung) => new(
        c.Nomor, c.Pada, c.Pelaku, c.Wewenang, c.AtasNama, c.Tindakan, DataTerlihat.Dari(c.Tindakan), c.Objek, c.PermohonanId,
        c.Tujuan.Contains(':', StringComparison.Ordinal) ? pelindung.BukaKolom<string>(c.Tujuan) : c.Tujuan, c.Dari, c.Jejak, c.Rincian);
}
