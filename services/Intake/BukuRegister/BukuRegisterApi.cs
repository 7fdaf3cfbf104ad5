using System.Globalization;
using Dukcapil.Dokumen;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.BukuRegister;

/// <summary>A line of the Buku Register. NIK masked; a void stays.</summary>
public sealed record BarisRegister(
    int Urut, string NomorRegister, Guid PermohonanId, DateTimeOffset DiterimaPada, string NamaPemohon, string? NikPemohon, string Jenis, int JumlahLampiran,
    bool Kuasa, string Petugas, StatusPermohonan Hasil, bool Batal, DateTimeOffset? BatalPada);

/// <summary>A page of the book.</summary>
/// <param name="Entri">By number.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanRegister(IReadOnlyList<BarisRegister> Entri, string? Berikut);

/// <summary>Which lines: a year, or one day of it.</summary>
/// <param name="Tahun">Year of the book; this year when left out.</param>
/// <param name="Tanggal">One day of the office's calendar.</param>
internal sealed record SaringanRegister(int? Tahun, DateOnly? Tanggal);

/// <summary>
/// The Buku Register (SOP step 2): to read, as CSV (RFC 4180), and as pages to print. An officer sees that of the office, a client system the lines of its
/// own applications. Whichever way, every line that is shown is a line of the audit journal.
/// </summary>
internal static class BukuRegisterApi
{
    private const int BarisPdfTerbanyak = 5000;

    public static void MapBukuRegister(this IEndpointRouteBuilder app)
    {
        var buku = app.MapGroup("/api/v1/loket/buku-register").WithTags("Buku Register").RequireAuthorization(Izin.MelihatBuku);

        buku.MapGet("/", async Task<Results<Ok<HalamanRegister>, ProblemHttpResult>> (
            [AsParameters] SaringanRegister saringan, int? batas, string? sesudah, IntakeDb db, Pelindung pelindung, JurnalAudit jurnal, Kantor kantor, TimeProvider time, HttpContext http,
            CancellationToken token) =>
        {
            if (BatasHalaman.Tolak(batas) is { } terlalu) return terlalu;
            var banyak = batas ?? BatasHalaman.Bawaan;
            var urut = 0;
            if (sesudah is not null && !int.TryParse(sesudah, NumberStyles.None, CultureInfo.InvariantCulture, out urut))
                return Masalah.TidakTerbaca("Nilai sesudah bukan penanda halaman dari buku ini.", "sesudah");
            var entri = await BacaAsync(db, pelindung, Saring(db, saringan, kantor, time, http), urut, banyak + 1, token);
            await CatatAsync(db, jurnal, "register.baca", entri.Take(banyak), token);
            return TypedResults.Ok(new HalamanRegister(
                [.. entri.Take(banyak)], entri.Count > banyak ? entri[banyak - 1].Urut.ToString(CultureInfo.InvariantCulture) : null));
        }).ProducesProblem(400).Dicatat("register.baca").WithSummary("Buku Register suatu tahun atau hari; entri yang batal tetap tampak");

        buku.MapGet("/csv", (
            [AsParameters] SaringanRegister saringan, IntakeDb db, Pelindung pelindung, JurnalAudit jurnal, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var entri = Saring(db, saringan, kantor, time, http);
            return TypedResults.Stream(
                body => CsvBuku.TulisAsync(
                    body, KolomCetak.Select(k => k.Judul), async (sesudah, banyak) => await CatatAsync(db, jurnal, "register.cetak", await BacaAsync(db, pelindung, entri, sesudah, banyak, token), token), e => e.Urut, e => Sel(e, kantor)),
                "text/csv; charset=utf-8", $"buku-register-{Masa(saringan, kantor, time)}.csv");
        }).Produces(StatusCodes.Status200OK, contentType: "text/csv").Dicatat("register.cetak").WithSummary("Buku Register sebagai CSV");

        buku.MapGet("/pdf", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            [AsParameters] SaringanRegister saringan, IntakeDb db, Pelindung pelindung, JurnalAudit jurnal, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var entri = await BacaAsync(db, pelindung, Saring(db, saringan, kantor, time, http), 0, BarisPdfTerbanyak + 1, token);
            if (entri.Count > BarisPdfTerbanyak)
                return Masalah.TidakSah("Terlalu banyak entri untuk dicetak sekaligus.", ("tanggal", $"Paling banyak {BarisPdfTerbanyak} entri; pilih satu tanggal, atau ambil CSV."));
            await CatatAsync(db, jurnal, "register.cetak", entri, token);
            return TypedResults.File(HalamanBuku.Buat(new IsiHalamanBuku
            {
                Kop = Kop.Dari(kantor),
                Judul = "BUKU REGISTER PERMOHONAN KARTU KELUARGA",
                Masa = saringan.Tanggal is { } hari ? $"Tanggal {hari:dd-MM-yyyy}" : $"Tahun {saringan.Tahun ?? kantor.TahunBuku(time.GetUtcNow())}",
                Kolom = KolomCetak,
                Baris = [.. entri.Select(e => new BarisBuku(Sel(e, kantor), e.Batal))],
                Petugas = Petugas.Dari(http.User).Nama,
                Dicetak = kantor.WaktuPada(time.GetUtcNow()),
            }), "application/pdf");
        }).Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(422).Dicatat("register.cetak").WithSummary("Halaman Buku Register untuk dicetak (PDF)");
    }

    private static readonly IReadOnlyList<KolomBuku> KolomCetak =
    [
        new("No. urut", 26, Tengah: true), new("Nomor register", 62), new("Tanggal & jam terima", 60, Tengah: true), new("Nama pemohon", 100),
        new("NIK pemohon", 74, Tengah: true), new("Jenis permohonan", 96), new("Lampiran", 34, Tengah: true), new("Kuasa", 30, Tengah: true), new("Petugas", 70),
        new("Hasil", 48, Tengah: true), new("Keterangan", 80),
    ];

    private static string Masa(SaringanRegister s, Kantor kantor, TimeProvider time) =>
        s.Tanggal is { } hari ? hari.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : (s.Tahun ?? kantor.TahunBuku(time.GetUtcNow())).ToString(CultureInfo.InvariantCulture);

    private static IQueryable<EntriRegister> Saring(IntakeDb db, SaringanRegister s, Kantor kantor, TimeProvider time, HttpContext http)
    {
        var petugas = Petugas.Dari(http.User);
        var tahun = s.Tahun ?? s.Tanggal?.Year ?? kantor.TahunBuku(time.GetUtcNow());
        var entri = db.BukuRegister.AsNoTracking().Where(e => e.Tahun == tahun);
        entri = petugas.SistemLain
            ? entri.Where(e => db.Permohonan.Any(p => p.Id == e.PermohonanId && p.DiajukanOleh == petugas.Id))
            : entri.Where(e => e.Kantor == petugas.Kantor);
        if (s.Tanggal is not { } hari) return entri;
        var (dari, sebelum) = (kantor.AwalHari(hari), kantor.AwalHari(hari).AddDays(1));
        return entri.Where(e => e.DicatatPada >= dari && e.DicatatPada < sebelum);
    }

    // On disk before the lines leave.
    private static async Task<List<BarisRegister>> CatatAsync(
        IntakeDb db, JurnalAudit jurnal, string tindakan, IEnumerable<BarisRegister> entri, CancellationToken token)
    {
        var baris = entri.ToList();
        foreach (var e in baris) jurnal.Catat(tindakan, e.PermohonanId, "register " + e.NomorRegister);
        if (baris.Count > 0) await db.SaveChangesAsync(token);
        return baris;
    }

    private static async Task<List<BarisRegister>> BacaAsync(
        IntakeDb db, Pelindung pelindung, IQueryable<EntriRegister> entri, int sesudah, int banyak, CancellationToken token)
    {
        var baris = await entri.Where(e => e.Urut > sesudah).OrderBy(e => e.Urut).Take(banyak)
            .Join(db.Permohonan.AsNoTracking(), e => e.PermohonanId, p => p.Id, (e, p) => new { e, p.Status, p.PemohonTersegel })
            .OrderBy(x => x.e.Urut).ToListAsync(token);
        return [.. baris.Select(x => new BarisRegister(
            x.e.Urut, x.e.Nomor, x.e.PermohonanId, x.e.DicatatPada, pelindung.BukaKolom<string>(x.e.NamaPemohonTersegel),
            pelindung.BukaKolom<Pemohon>(x.PemohonTersegel).Nik is { } nik ? Samaran.Dari(nik) : null, x.e.Jenis, x.e.JumlahLampiran, x.e.Wakil, x.e.Petugas,
            x.Status, x.e.DibatalkanPada is not null, x.e.DibatalkanPada))];
    }

    private static IReadOnlyList<string?> Sel(BarisRegister e, Kantor kantor) =>
    [
        e.Urut.ToString(CultureInfo.InvariantCulture), e.NomorRegister, kantor.WaktuPada(e.DiterimaPada).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture),
        e.NamaPemohon, e.NikPemohon, e.Jenis, e.JumlahLampiran.ToString(CultureInfo.InvariantCulture), e.Kuasa ? "ya" : "tidak", e.Petugas,
#pragma warning disable CA1308 // A word for people, not a key.
        e.Hasil.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
        e.BatalPada is { } batal ? $"BATAL {kantor.WaktuPada(batal):dd-MM-yyyy}" : null,
    ];
}
