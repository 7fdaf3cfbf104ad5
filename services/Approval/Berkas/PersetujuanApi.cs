using Dukcapil.Approval.Database;
using Dukcapil.Approval.Tte;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Berkas;

/// <summary>A version of the konsep, without content.</summary>
public sealed record RincianKonsep(int Versi, string Hash, int JumlahPeringatan, DateTimeOffset Pada, bool Berlaku);

/// <summary>A paraf.</summary>
public sealed record RincianParaf(
    int VersiKonsep, string Peran, string Petugas, string NamaPetugas, DateTimeOffset Pada, bool PeringatanDiketahui, string? Catatan, string? Tanggapan,
    bool Gugur, DateTimeOffset? GugurPada, SebabGugur? SebabGugur, AtasNama? AtasNama);

/// <summary>A signature.</summary>
public sealed record RincianTandaTangan(
    int VersiKonsep, string? Hash, string Cara, string Petugas, string NamaPetugas, DateTimeOffset Pada, DateTimeOffset DicatatPada, Guid? BerkasId, string? Sha256,
    string? Sertifikat);

/// <summary>An attempt to sign electronically.</summary>
public sealed record RincianPercobaan(
    Guid Id, string TugasId, string Petugas, int VersiKonsep, Guid BerkasId, DateTimeOffset MulaiPada, DateTimeOffset? SelesaiPada, KeadaanPercobaan Keadaan,
    string? Sebab);

/// <summary>How far the officers have approved a file.</summary>
public sealed record RincianPersetujuan(
    Guid PermohonanId, IReadOnlyList<RincianKonsep> Konsep, IReadOnlyList<RincianParaf> Paraf, IReadOnlyList<RincianTandaTangan> TandaTangan,
    IReadOnlyList<RincianPercobaan> Percobaan);

/// <summary>Versions, parafs and signature of an application, for officers of its office.</summary>
internal static class PersetujuanApi
{
    public static RouteGroupBuilder MapPersetujuan(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/persetujuan").WithTags("Persetujuan").RequireAuthorization(Izin.Petugas);

        group.MapGet("/permohonan/{id:guid}", async Task<Results<Ok<RincianPersetujuan>, ProblemHttpResult>> (
            Guid id, ApprovalDb db, Pelindung pelindung, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            // Office and application meet in the list; a file of which no task is known here is unknown.
            if (!await db.Daftar.AnyAsync(t => t.PermohonanId == id && t.Kantor == petugas.Kantor, token)) return Masalah.TidakDitemukan("Permohonan");
            var konsep = await db.Konsep.AsNoTracking().Where(k => k.PermohonanId == id).OrderBy(k => k.Versi).ToListAsync(token);
            var paraf = await db.Paraf.AsNoTracking().Where(p => p.PermohonanId == id).OrderBy(p => p.Pada).ToListAsync(token);
            var tandaTangan = await db.TandaTangan.AsNoTracking().Where(t => t.PermohonanId == id).OrderBy(t => t.Pada).ToListAsync(token);
            var percobaan = await db.Percobaan.AsNoTracking().Where(p => p.PermohonanId == id).OrderBy(p => p.MulaiPada).ToListAsync(token);
            var kini = konsep.Count == 0 ? 0 : konsep[^1].Versi;
            return TypedResults.Ok(new RincianPersetujuan(
                id,
                [.. konsep.Select(k => new RincianKonsep(k.Versi, k.Hash, k.JumlahPeringatan, k.Pada, k.Versi == kini))],
                [.. paraf.Select(p => new RincianParaf(
                    p.VersiKonsep, p.Peran, p.Petugas, p.NamaPetugas, p.Pada, p.PeringatanDiketahui,
                    Buka(pelindung, p.CatatanTersegel), Buka(pelindung, p.TanggapanTersegel), p.GugurPada is not null || p.VersiKonsep != kini, p.GugurPada, p.SebabGugur,
                    p.AtasNama))],
                [.. tandaTangan.Select(t => new RincianTandaTangan(
                    t.VersiKonsep, t.Hash, t.Cara, t.Petugas, t.NamaPetugas, t.Pada, t.DicatatPada, t.BerkasId, t.Sha256, t.Sertifikat))],
                [.. percobaan.Select(p => new RincianPercobaan(
                    p.Id, p.TugasId, p.Petugas, p.VersiKonsep, p.BerkasId, p.MulaiPada, p.SelesaiPada, p.Keadaan, p.Sebab))]));
        }).Dicatat("persetujuan.baca").WithSummary("Versi konsep, paraf, dan tanda tangan suatu permohonan");

        return group;
    }

    private static string? Buka(Pelindung pelindung, string? kolom) => kolom is null ? null : pelindung.BukaKolom<string>(kolom);
}
