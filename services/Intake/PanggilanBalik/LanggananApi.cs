using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>Request: a subscription.</summary>
/// <param name="Alamat">Where to call; https.</param>
/// <param name="Peristiwa">For which events; all when left out.</param>
/// <param name="Aktif">Whether calls are made.</param>
public sealed record IsiLangganan(string Alamat, IReadOnlyList<string>? Peristiwa = null, bool Aktif = true);

/// <summary>A subscription.</summary>
public sealed record RincianLangganan(
    Guid Id, string Alamat, IReadOnlyList<string> Peristiwa, bool Aktif, DateTimeOffset DibuatPada, DateTimeOffset? RahasiaLamaSampai);

/// <summary>A subscription with its key, which is shown now and never again.</summary>
public sealed record RahasiaLangganan(RincianLangganan Langganan, string Rahasia);

/// <summary>Subscriptions of a client system to what happens with its applications.</summary>
internal static class LanggananApi
{
    private const int PalingBanyak = 10;
    private static readonly TimeSpan MasaRahasiaLama = TimeSpan.FromHours(24);

    public static void MapLangganan(this RouteGroupBuilder permohonan)
    {
        var group = permohonan.MapGroup("/langganan").RequireAuthorization(Izin.SistemPengaju).PerubahanDicatat("langganan.kelola");

        group.MapGet("/", async (IntakeDb db, HttpContext http, CancellationToken token) =>
        {
            var milik = await Milik(db, http).AsNoTracking().OrderBy(l => l.Id).ToListAsync(token);
            return TypedResults.Ok<IReadOnlyList<RincianLangganan>>([.. milik.Select(Rincian)]);
        }).WithSummary("Langganan panggilan balik saya");

        group.MapPost("/", async (
            IsiLangganan isi, IntakeDb db, TujuanPanggilan tujuan, Pelanggan pelanggan, Pelindung pelindung, Idempotensi idempotensi, TimeProvider time, HttpContext http,
            CancellationToken token) =>
        {
            if (Tolak(isi, tujuan) is { } masalah) return masalah;
            var klien = Petugas.Dari(http.User).Id;
            var sidik = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("langganan\n" + JsonSerializer.Serialize(isi, ApiJson.Options))));
            var jawaban = await idempotensi.JalankanAsync<RincianLangganan>(http, klien, sidik, async () =>
            {
                if (await Milik(db, http).CountAsync(token) >= PalingBanyak)
                    return Masalah.Bentrok("langganan-terlalu-banyak", $"Paling banyak {PalingBanyak} langganan untuk satu sistem.");
                var langganan = new Langganan
                {
                    Id = Guid.CreateVersion7(),
                    Klien = klien,
                    Alamat = isi.Alamat,
                    Peristiwa = isi.Peristiwa ?? PeristiwaPermohonan.Semua,
                    RahasiaTersegel = pelindung.SegelKolom(RahasiaPanggilan.Buat()),
                    Aktif = isi.Aktif,
                    DibuatPada = time.GetUtcNow(),
                };
                db.Add(langganan);
                return new Ciptaan<RincianLangganan>(StatusCodes.Status201Created, Rincian(langganan), $"/api/v1/permohonan/langganan/{langganan.Id}");
            }, token);
            pelanggan.Lupakan();
            return jawaban;
        })
            .WithRequestLimit(RequestLimits.Json)
            .Produces<RincianLangganan>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Langgani peristiwa permohonan saya; sesudah itu ambil rahasianya");

        var satu = group.MapGroup("/{langganan:guid}");

        satu.MapGet("/", async Task<Results<Ok<RincianLangganan>, ProblemHttpResult>> (Guid langganan, IntakeDb db, HttpContext http, CancellationToken token) =>
        {
            var l = await Milik(db, http).AsNoTracking().SingleOrDefaultAsync(x => x.Id == langganan, token);
            if (l is null) return Masalah.TidakDitemukan("Langganan");
            http.Response.TulisVersi(l.Revisi);
            return TypedResults.Ok(Rincian(l));
        }).ProducesProblem(404).WithSummary("Lihat langganan");

        satu.MapPut("/", async Task<Results<Ok<RincianLangganan>, ProblemHttpResult>> (
            Guid langganan, IsiLangganan isi, IntakeDb db, TujuanPanggilan tujuan, Pelanggan pelanggan, HttpContext http, CancellationToken token) =>
        {
            var (l, penolakan) = await UntukDiubahAsync(langganan, db, http, token);
            if (penolakan is not null) return penolakan;
            if (Tolak(isi, tujuan) is { } masalah) return masalah;
            (l!.Alamat, l.Peristiwa, l.Aktif) = (isi.Alamat, isi.Peristiwa ?? PeristiwaPermohonan.Semua, isi.Aktif);
            l.Revisi++;
            await db.SaveChangesAsync(token);
            pelanggan.Lupakan();
            http.Response.TulisVersi(l.Revisi);
            return TypedResults.Ok(Rincian(l));
        }).WithRequestLimit(RequestLimits.Json).ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428)
            .WithSummary("Ubah langganan (If-Match)");

        satu.MapDelete("/", async Task<Results<NoContent, ProblemHttpResult>> (Guid langganan, IntakeDb db, HttpContext http, CancellationToken token) =>
        {
            var (l, penolakan) = await UntukDiubahAsync(langganan, db, http, token);
            if (penolakan is not null) return penolakan;
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            await db.Panggilan.Where(p => p.LanggananId == langganan).ExecuteDeleteAsync(token);
            db.Remove(l!);
            await db.SaveAndCommitAsync(token);
            return TypedResults.NoContent();
        }).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).WithSummary("Hentikan langganan beserta panggilannya (If-Match)");

        satu.MapPost("/rahasia", async Task<Results<Ok<RahasiaLangganan>, ProblemHttpResult>> (
            Guid langganan, IntakeDb db, Pelindung pelindung, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var (l, penolakan) = await UntukDiubahAsync(langganan, db, http, token);
            if (penolakan is not null) return penolakan;
            var rahasia = RahasiaPanggilan.Buat();
            (l!.RahasiaLamaTersegel, l.RahasiaLamaSampai) = (l.RahasiaTersegel, time.GetUtcNow() + MasaRahasiaLama);
            l.RahasiaTersegel = pelindung.SegelKolom(rahasia);
            l.Revisi++;
            await db.SaveChangesAsync(token);
            http.Response.TulisVersi(l.Revisi);
            return TypedResults.Ok(new RahasiaLangganan(Rincian(l), rahasia));
        }).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
            .WithSummary("Buat rahasia baru, yang hanya ditampilkan sekali (If-Match); yang lama masih ikut menandatangani selama 24 jam");
    }

    // On the version that the caller has read.
    private static async Task<(Langganan? Langganan, ProblemHttpResult? Penolakan)> UntukDiubahAsync(Guid id, IntakeDb db, HttpContext http, CancellationToken token)
    {
        var l = await Milik(db, http).SingleOrDefaultAsync(x => x.Id == id, token);
        return l is null ? (null, Masalah.TidakDitemukan("Langganan")) : (l, http.Request.TolakVersiLain(l.Revisi));
    }

    internal static IQueryable<Langganan> Milik(IntakeDb db, HttpContext http)
    {
        var klien = Petugas.Dari(http.User).Id;
        return db.Langganan.Where(l => l.Klien == klien);
    }

    private static ProblemHttpResult? Tolak(IsiLangganan isi, TujuanPanggilan tujuan)
    {
        var errors = new List<(string, string)>();
        if (tujuan.Tolak(isi.Alamat) is { } sebab) errors.Add(("alamat", sebab));
        if (isi.Peristiwa is { } peristiwa && (peristiwa.Count == 0 || peristiwa.Any(p => !PeristiwaPermohonan.Semua.Contains(p)) || peristiwa.Distinct().Count() < peristiwa.Count))
            errors.Add(("peristiwa", $"Pilih satu atau lebih tanpa mengulang: {string.Join(", ", PeristiwaPermohonan.Semua)}."));
        return errors.Count == 0 ? null : Masalah.TidakSah("Langganan tidak dapat diterima.", [.. errors]);
    }

    private static RincianLangganan Rincian(Langganan l) => new(l.Id, l.Alamat, l.Peristiwa, l.Aktif, l.DibuatPada, l.RahasiaLamaSampai);
}
