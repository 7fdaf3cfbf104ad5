using System.Text.RegularExpressions;
using Dukcapil.Identity.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Kantor;

/// <summary>An office.</summary>
/// <param name="Kode">2 to 20 capital letters, digits or hyphens.</param>
/// <param name="Nama">Name, up to 150 characters.</param>
/// <param name="Wilayah">Region code, <c>99.01</c> or <c>99.01.01</c>.</param>
/// <param name="Zona">IANA time zone.</param>
public sealed record IsianKantor(string Kode, string Nama, string Wilayah, string Zona);

/// <summary>Request: change of an office.</summary>
public sealed record UbahKantor(string Nama, string Wilayah, string Zona);

/// <summary>Offices over REST, role ADMIN_IDENTITAS.</summary>
public static partial class KantorApi
{
    private const int NamaTerpanjang = 150;

    /// <summary>Maps <c>/api/v1/identitas/kantor</c>.</summary>
    public static void MapKantor(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/identitas/kantor").WithTags("Kantor").RequireAuthorization(Izin.AdminIdentitas).PerubahanDicatat("kantor.kelola");

        group.MapGet("", async (IdentityDb db, CancellationToken token) => TypedResults.Ok(
            await db.Kantor.AsNoTracking().OrderBy(k => k.Kode).Select(k => new IsianKantor(k.Kode, k.Nama, k.Wilayah, k.Zona)).ToListAsync(token)))
            .WithSummary("Daftar kantor");

        group.MapPost("", async (IsianKantor isi, IdentityDb db, Idempotensi idempotensi, HttpContext http, CancellationToken token) =>
        {
            var sidik = ApiJson.Sidik(isi);
            return await idempotensi.JalankanAsync<IsianKantor>(http, Petugas.Dari(http.User).Id, sidik, async () =>
            {
                if (await BuatAsync(isi, db, token) is { } masalah) return masalah;
                return new(StatusCodes.Status201Created, isi, $"/api/v1/identitas/kantor/{isi.Kode}");
            }, token);
        }).Produces<IsianKantor>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422).WithSummary("Buat kantor");

        group.MapGet("/{kode}", async Task<Results<Ok<IsianKantor>, ProblemHttpResult>> (string kode, IdentityDb db, HttpContext http, CancellationToken token) =>
        {
            if (await db.Kantor.AsNoTracking().SingleOrDefaultAsync(k => k.Kode == kode, token) is not { } kantor) return Masalah.TidakDitemukan("Kantor");
            http.Response.TulisVersi(kantor.Versi);
            return TypedResults.Ok(new IsianKantor(kantor.Kode, kantor.Nama, kantor.Wilayah, kantor.Zona));
        }).WithSummary("Lihat kantor");

        group.MapPut("/{kode}", async Task<Results<Ok<IsianKantor>, ProblemHttpResult>> (
            string kode, UbahKantor isi, IdentityDb db, HttpContext http, CancellationToken token) =>
        {
            if (await db.Kantor.SingleOrDefaultAsync(k => k.Kode == kode, token) is not { } kantor) return Masalah.TidakDitemukan("Kantor");
            if (http.Request.TolakVersiLain(kantor.Versi) is { } lain) return lain;
            if (Tolak(isi.Nama, isi.Wilayah, isi.Zona) is { } masalah) return masalah;
            (kantor.Nama, kantor.Wilayah, kantor.Zona) = (isi.Nama.Trim(), isi.Wilayah, isi.Zona);
            kantor.Versi++;
            await db.SaveChangesAsync(token);
            http.Response.TulisVersi(kantor.Versi);
            return TypedResults.Ok(new IsianKantor(kantor.Kode, kantor.Nama, kantor.Wilayah, kantor.Zona));
        }).WithSummary("Ubah kantor");
    }

    /// <summary>A new office, not yet saved; or a refusal.</summary>
    internal static async Task<ProblemHttpResult?> BuatAsync(IsianKantor isi, IdentityDb db, CancellationToken token)
    {
        if (!Kode().IsMatch(isi.Kode)) return Masalah.TidakSah("Kode kantor tidak sah.", ("kode", "2 sampai 20 huruf besar, angka, atau tanda hubung."));
        if (Tolak(isi.Nama, isi.Wilayah, isi.Zona) is { } masalah) return masalah;
        if (await db.Kantor.AnyAsync(k => k.Kode == isi.Kode, token)) return Masalah.TidakSah("Kode kantor sudah dipakai.", ("kode", "Sudah dipakai."));
        db.Add(new DataKantor { Kode = isi.Kode, Nama = isi.Nama.Trim(), Wilayah = isi.Wilayah, Zona = isi.Zona });
        return null;
    }

    private static ProblemHttpResult? Tolak(string nama, string wilayah, string zona)
    {
        if (string.IsNullOrWhiteSpace(nama) || nama.Trim().Length > NamaTerpanjang || nama.Any(char.IsControl))
            return Masalah.TidakSah("Nama tidak sah.", ("nama", $"Wajib, paling panjang {NamaTerpanjang} karakter."));
        if (!Wilayah().IsMatch(wilayah)) return Masalah.TidakSah("Kode wilayah tidak sah.", ("wilayah", "Misalnya 99.01 atau 99.01.01."));
        return TimeZoneInfo.TryFindSystemTimeZoneById(zona, out _) ? null : Masalah.TidakSah("Zona waktu tidak dikenal.", ("zona", "Nama IANA, misalnya Asia/Jakarta."));
    }

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{1,19}$")]
    private static partial Regex Kode();

    [GeneratedRegex(@"^\d{2}\.\d{2}(\.\d{2})?$")]
    private static partial Regex Wilayah();
}
