using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.Intake.Riwayat;
using Dukcapil.Intake.Statistik;
using Dukcapil.Intake.Wilayah;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>An application as officers and its filer see it. Numbers are masked.</summary>
public sealed record RincianPermohonan(
    Guid Id, string KodeLacak, string Jenis, StatusPermohonan Status, string? NamaPemohon, string? NikPemohon, Keadaan Keadaan, string? NomorRegister,
    int VersiKonsep, DateTimeOffset DiajukanPada, DateTimeOffset? BerakhirPada, IReadOnlyList<RincianLampiran> Lampiran,
    IReadOnlyList<PosisiPermohonan> Posisi, IReadOnlyList<PermohonanSerupa> Serupa);

/// <summary>An attachment.</summary>
public sealed record RincianLampiran(string Id, string Kode, string JenisIsi, long Ukuran, string Sha256, DateTimeOffset DiunggahPada);

/// <summary>Where an application stands: its open task.</summary>
public sealed record PosisiPermohonan(string TugasId, string Langkah, string Kegiatan, string Peran, string? Pemegang, DateTimeOffset Sejak);

/// <summary>SOP step 1 and everything to see of an application.</summary>
public static class PermohonanApi
{
    /// <summary>Maps <c>/api/v1/permohonan</c>.</summary>
    public static RouteGroupBuilder MapPermohonan(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/permohonan").WithTags("Permohonan");

        group.MapDaftar();
        group.MapPeriksa();
        group.MapMassal();
        group.MapDraf();
        group.MapStatistik();
        group.MapXes();
        group.MapWilayah();
        group.MapLangganan();
        group.MapPanggilan();

        group.MapPost("/", async (HttpContext http, BerkasPengajuan berkas, PelayananPermohonan permohonan, Idempotensi idempotensi, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var id = Guid.CreateVersion7();
            var (terbaca, masalah) = await berkas.BacaAsync<IsiPengajuan>(http.Request, id, token);
            return masalah ?? await TerimaAsync(
                http, petugas, terbaca!, berkas, idempotensi, () => Task.FromResult(permohonan.Ajukan(id, terbaca!.Isi, terbaca.Lampiran, petugas)), token);
        })
            .RequireAuthorization(Izin.Mengajukan).WithRequestLimit(RequestLimits.Pengajuan)
            .Accepts<IsiPengajuan>("application/json", "multipart/form-data")
            .Produces<PengajuanDiterima>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422)
            .WithSummary("Ajukan permohonan beserta lampirannya (langkah 1)");

        group.MapPost("/{id:guid}/ajukan-ulang", async (
            Guid id, HttpContext http, BerkasPengajuan berkas, PelayananPermohonan permohonan, Idempotensi idempotensi, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var (terbaca, masalah) = await berkas.BacaAsync<IsiPengajuanUlang>(http.Request, id, token);
            return masalah ?? await TerimaAsync(
                http, petugas, terbaca!, berkas, idempotensi, () => permohonan.AjukanUlangAsync(id, terbaca!, petugas, token), token);
        })
            .RequireAuthorization(Izin.Mengajukan).WithRequestLimit(RequestLimits.Pengajuan)
            .Accepts<IsiPengajuanUlang>("application/json", "multipart/form-data")
            .Produces<PengajuanDiterima>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Lengkapi permohonan yang dikembalikan kepada pemohon");

        var baca = group.MapGroup("/{id:guid}").RequireAuthorization(Izin.MelihatPermohonan);

        baca.MapGet("/", async Task<Results<Ok<RincianPermohonan>, ProblemHttpResult>> (
            Guid id, IntakeDb db, PelayananPermohonan permohonan, PencariSerupa pencari, Pelindung pelindung, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var p = await permohonan.Terlihat(petugas).AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, token);
            if (p is null) return Masalah.TidakDitemukan("Permohonan");
            if (p.Status == StatusPermohonan.Draf) http.Response.TulisVersi(p.Revisi);
            return TypedResults.Ok(await RincianAsync(p, db, pencari, pelindung, petugas, token));
        }).Dicatat("permohonan.baca").WithSummary("Lihat permohonan");

        baca.MapGet("/riwayat", async Task<Results<Ok<IReadOnlyList<RincianRiwayat>>, ProblemHttpResult>> (
            Guid id, IntakeDb db, PelayananPermohonan permohonan, Pelindung pelindung, HttpContext http, CancellationToken token) =>
        {
            if (!await permohonan.Terlihat(Petugas.Dari(http.User)).AnyAsync(x => x.Id == id, token)) return Masalah.TidakDitemukan("Permohonan");
            var rows = await db.Riwayat.AsNoTracking().Where(r => r.PermohonanId == id).OrderBy(r => r.DiterbitkanPada).ToListAsync(token);
            return TypedResults.Ok<IReadOnlyList<RincianRiwayat>>([.. rows.Select(r => RincianRiwayat.Dari(r, pelindung))]);
        }).Dicatat("riwayat.baca").WithSummary("Lihat jalan yang telah ditempuh permohonan, dengan waktu penanganan dan waktu tunggu");

        baca.MapGet("/lampiran/{lampiran}", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            Guid id, string lampiran, IntakeDb db, PelayananPermohonan permohonan, FileStore files, HttpContext http, CancellationToken token) =>
        {
            var terlihat = permohonan.Terlihat(Petugas.Dari(http.User)).Select(x => x.Id);
            var l = await db.Lampiran.AsNoTracking().SingleOrDefaultAsync(x => x.Id == lampiran && x.PermohonanId == id && terlihat.Contains(x.PermohonanId), token);
            return l is null ? Masalah.TidakDitemukan("Lampiran") : TypedResults.File(await files.ReadAsync(l.Id, l.Sha256, token), l.JenisIsi);
        }).Dicatat("lampiran.baca").WithSummary("Unduh lampiran");

        return group;
    }

    /// <summary>Runs a creating request with attachments once; files that did not become part of it are removed again.</summary>
    internal static async Task<IResult> TerimaAsync<T, TJawaban>(
        HttpContext http, Petugas petugas, PengajuanTerbaca<T> terbaca, BerkasPengajuan berkas, Idempotensi idempotensi,
        Func<Task<Ciptaan<TJawaban>>> create, CancellationToken token)
    {
        var made = false;
        try
        {
            return await idempotensi.JalankanAsync(http, petugas.Id, terbaca.Sidik, async () =>
            {
                var ciptaan = await create();
                made = ciptaan.Penolakan is null;
                return ciptaan;
            }, token);
        }
        finally
        {
            // Refused, or a repeated request that got the first answer: its files belong to nobody.
            if (!made) await berkas.BuangAsync(terbaca.Lampiran);
        }
    }

    // Of an open application: double filings. The latest konsep knows more than the filing.
    private static async Task<IReadOnlyList<PermohonanSerupa>> SerupaAsync(
        Permohonan p, Pemohon pemohon, IntakeDb db, PencariSerupa pencari, Pelindung pelindung, Petugas petugas, CancellationToken token)
    {
        if (p.Status is not (StatusPermohonan.Diproses or StatusPermohonan.Draf)) return [];
        var kartu = p.VersiKonsep == 0
            ? p.KartuTersegel
            : await db.Konsep.AsNoTracking().Where(k => k.PermohonanId == p.Id && k.Versi == p.VersiKonsep).Select(k => k.KartuTersegel).SingleAsync(token);
        var serupa = await pencari.TerbukaAsync(p.Id, pemohon, kartu is null ? null : pelindung.BukaKolom<KartuKeluarga>(kartu), petugas, token);
        if (serupa.Count > 0) await db.SaveChangesAsync(token);
        return serupa;
    }

    private static async Task<RincianPermohonan> RincianAsync(
        Permohonan p, IntakeDb db, PencariSerupa pencari, Pelindung pelindung, Petugas petugas, CancellationToken token)
    {
        var pemohon = pelindung.BukaKolom<Pemohon>(p.PemohonTersegel);
        var serupa = await SerupaAsync(p, pemohon, db, pencari, pelindung, petugas, token);
        var lampiran = await db.Lampiran.AsNoTracking().Where(l => l.PermohonanId == p.Id).OrderBy(l => l.DiunggahPada)
            .Select(l => new RincianLampiran(l.Id, l.Kode, l.JenisIsi, l.Ukuran, l.Sha256, l.DiunggahPada)).ToListAsync(token);
        var terbuka = await db.Riwayat.AsNoTracking().Where(r => r.PermohonanId == p.Id && r.Status == StatusTugas.Terbuka).ToListAsync(token);
        return new RincianPermohonan(
            p.Id, p.KodeLacak, p.Jenis, p.Status, pemohon.Nama, pemohon.Nik is null ? null : Samaran.Dari(pemohon.Nik), p.Keadaan, p.NomorRegister,
            p.VersiKonsep, p.DiajukanPada, p.BerakhirPada, lampiran,
            [.. terbuka.Select(r => new PosisiPermohonan(r.TugasId, r.Langkah.Nomor, r.Langkah.Kegiatan, r.Langkah.Pelaksana, r.Pemegang, r.DiterbitkanPada))], serupa);
    }
}
