using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>An officer in a delegation.</summary>
/// <param name="Id">Officer id (claim <c>sub</c>).</param>
/// <param name="Nama">Name as shown beside what is done on that officer's behalf.</param>
public sealed record PejabatDelegasi(string Id, string Nama);

/// <summary>Request: a delegation.</summary>
/// <param name="Jenis"><c>plh</c> (holder away) or <c>plt</c> (post vacant).</param>
/// <param name="Peran">The role.</param>
/// <param name="Penerima">Who acts.</param>
/// <param name="Mulai">From.</param>
/// <param name="Sampai">To, not included.</param>
/// <param name="Pemberi">Whose authority it is; left out for a vacant post (Plt).</param>
/// <param name="Aktivitas">Activity types it is limited to; left out: everything of the role.</param>
/// <param name="Dasar">Number of the letter; mandatory when somebody else than the holder enters it.</param>
public sealed record IsianDelegasi(
    JenisDelegasi Jenis, string Peran, PejabatDelegasi Penerima, DateTimeOffset Mulai, DateTimeOffset Sampai, PejabatDelegasi? Pemberi = null,
    IReadOnlyList<string>? Aktivitas = null, string? Dasar = null);

/// <summary>A delegation.</summary>
public sealed record RincianDelegasi(
    Guid Id, JenisDelegasi Jenis, string Peran, IReadOnlyList<string> Aktivitas, PejabatDelegasi? Pemberi, PejabatDelegasi Penerima, DateTimeOffset Mulai,
    DateTimeOffset Sampai, string? Dasar, DateTimeOffset? DicabutPada, bool Berlaku);

/// <summary>Plh and Plt: who acts for whom, and until when.</summary>
internal static class DelegasiApi
{
    private const string Jalur = "/api/v1/wewenang/delegasi";

    public static void MapDelegasi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Jalur).WithTags("Wewenang").RequireAuthorization(Izin.Mendelegasikan);

        group.MapGet("", async (ApprovalDb db, Pelindung pelindung, TimeProvider time, HttpContext http, CancellationToken token, bool semua = false) =>
        {
            var (petugas, kini) = (Petugas.Dari(http.User), time.GetUtcNow());
            var delegasi = await db.Delegasi.AsNoTracking()
                .Where(d => d.Kantor == petugas.Kantor && (semua || (d.DicabutPada == null && d.Sampai > kini))).OrderByDescending(d => d.Id).Take(BatasHalaman.Terbesar).ToListAsync(token);
            return TypedResults.Ok(delegasi.Select(d => Rincian(d, pelindung, kini)).ToList());
        }).WithSummary("Delegasi di kantor saya; dengan semua=true juga yang sudah berakhir");

        group.MapPost("", async (
            IsianDelegasi isi, ApprovalDb db, AturanDelegasi aturan, PenerbitWewenang penerbit, Pelindung pelindung, JurnalAudit jurnal, Idempotensi idempotensi,
            TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var sidik = ApiJson.Sidik(isi);
            return await idempotensi.JalankanAsync<DelegasiDibuat>(http, petugas.Id, sidik, async () =>
            {
                if (await db.Kantor.SingleOrDefaultAsync(k => k.Kode == petugas.Kantor, token) is not { } kantor) return Masalah.TidakDitemukan("Kantor");
                if (await aturan.TolakAsync(isi, petugas, token) is { } masalah) return masalah;
                var delegasi = Baru(isi, petugas, pelindung, time.GetUtcNow());
                db.Add(delegasi);
                kantor.Versi++;
                await db.SaveChangesAsync(token);
                jurnal.Catat("delegasi.buat", objek: delegasi.Id.ToString(), rincian: $"{delegasi.Jenis} {delegasi.Peran} {delegasi.Pemberi} {delegasi.Penerima}", pelaku: petugas);
                await penerbit.TerbitkanAsync(kantor, token);
                return new(StatusCodes.Status201Created, new(delegasi.Id), $"{Jalur}/{delegasi.Id}");
            }, token);
        }).Produces<DelegasiDibuat>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Delegasikan peran (Plh/Plt) untuk suatu jangka waktu");

        group.MapPost("/{delegasi:guid}/cabut", async Task<Results<Ok<RincianDelegasi>, ProblemHttpResult>> (
            Guid delegasi, ApprovalDb db, AturanDelegasi aturan, PenerbitWewenang penerbit, Pelindung pelindung, JurnalAudit jurnal, TimeProvider time, HttpContext http,
            CancellationToken token) =>
        {
            var (petugas, kini) = (Petugas.Dari(http.User), time.GetUtcNow());
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var kantor = await db.Kantor.SingleOrDefaultAsync(k => k.Kode == petugas.Kantor, token);
            var baris = await db.Delegasi.SingleOrDefaultAsync(d => d.Id == delegasi && d.Kantor == petugas.Kantor, token);
            if (kantor is null || baris is null) return Masalah.TidakDitemukan("Delegasi");
            if (!aturan.BolehMencabut(baris, petugas)) return Masalah.BukanPeran("Delegasi dicabut oleh pemberinya, penyelia peran itu, atau admin.");
            if (baris.DicabutPada is null && baris.Sampai > kini)
            {
                (baris.DicabutPada, baris.DicabutOleh) = (kini, petugas.Id);
                kantor.Versi++;
                await db.SaveChangesAsync(token);
                jurnal.Catat("delegasi.cabut", objek: baris.Id.ToString(), rincian: $"{baris.Jenis} {baris.Peran} {baris.Pemberi} {baris.Penerima}", pelaku: petugas);
                await penerbit.TerbitkanAsync(kantor, token);
                await db.SaveAndCommitAsync(token);
            }
            return TypedResults.Ok(Rincian(baris, pelindung, kini));
        }).WithSummary("Cabut delegasi; mulai saat itu ditolak di semua layanan");
    }

    private static DelegasiPejabat Baru(IsianDelegasi isi, Petugas petugas, Pelindung pelindung, DateTimeOffset kini) => new()
    {
        Id = Guid.CreateVersion7(kini),
        Kantor = petugas.Kantor,
        Jenis = isi.Jenis,
        Peran = isi.Peran,
        Aktivitas = isi.Aktivitas ?? [],
        Pemberi = isi.Pemberi?.Id,
        NamaPemberiTersegel = isi.Pemberi is { } pemberi ? pelindung.SegelKolom(pemberi.Nama.Trim()) : null,
        Penerima = isi.Penerima.Id,
        NamaPenerimaTersegel = pelindung.SegelKolom(isi.Penerima.Nama.Trim()),
        // Nobody had it before it was given: what was done earlier was not done under it.
        Mulai = isi.Mulai > kini ? isi.Mulai.ToUniversalTime() : kini,
        Sampai = isi.Sampai.ToUniversalTime(),
        Dasar = isi.Dasar?.Trim(),
        DibuatOleh = petugas.Id,
        DibuatPada = kini,
    };

    private static RincianDelegasi Rincian(DelegasiPejabat d, Pelindung pelindung, DateTimeOffset kini) => new(
        d.Id, d.Jenis, d.Peran, d.Aktivitas, d.Pemberi is null ? null : new(d.Pemberi, pelindung.BukaKolom<string>(d.NamaPemberiTersegel!)),
        new(d.Penerima, pelindung.BukaKolom<string>(d.NamaPenerimaTersegel)), d.Mulai, d.Sampai, d.Dasar, d.DicabutPada,
        d.DicabutPada is null && d.Mulai <= kini && kini < d.Sampai);
}

/// <summary>Answer: the delegation is known to all services.</summary>
/// <param name="Id">Id.</param>
public sealed record DelegasiDibuat(Guid Id);
