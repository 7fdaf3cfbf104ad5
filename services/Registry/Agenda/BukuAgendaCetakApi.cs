using System.Globalization;
using System.Text;
using Dukcapil.Dokumen;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Agenda;

/// <summary>Which lines: a year, or one day of it, or one type.</summary>
/// <param name="Tahun">Year of the book; this year when left out.</param>
/// <param name="Tanggal">One day of the office's calendar.</param>
/// <param name="Jenis">One application type.</param>
internal sealed record SaringanAgenda(int? Tahun, DateOnly? Tanggal, string? Jenis)
{
    public IQueryable<EntriAgenda> Saring(RegistryDb db, Kantor kantor, TimeProvider time, HttpContext http)
    {
        var (milik, tahun) = (Petugas.Dari(http.User).Kantor, Tahun ?? Tanggal?.Year ?? kantor.TahunBuku(time.GetUtcNow()));
        var entri = db.BukuAgenda.AsNoTracking().Where(e => e.Kantor == milik && e.Tahun == tahun);
        if (Tanggal is { } hari) entri = entri.Where(e => e.Tanggal == hari);
        return Jenis is { } jenis ? entri.Where(e => e.Jenis == jenis) : entri;
    }
}

/// <summary>The Buku Agenda as pages to print and as CSV (RFC 4180); numbers of cards are masked, voided lines stay.</summary>
internal static class BukuAgendaCetakApi
{
    private const int Kelompok = 500, BarisPdfTerbanyak = 5000;

    private static readonly string[] JudulCsv =
    [
        "nomorAgenda", "permohonanId", "tanggal", "nomorKk", "kepalaKeluarga", "jenis", "tanggalTerbit", "penandaTangan", "cara", "cap", "lokasiArsip", "petugas", "batal", "sebabBatal",
    ];

    public static void MapBukuAgendaCetak(this RouteGroupBuilder registri)
    {
        registri.MapGet("/buku-agenda/pdf", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            [AsParameters] SaringanAgenda saringan, RegistryDb db, Pelindung pelindung, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var entri = await BacaAsync(db, pelindung, saringan.Saring(db, kantor, time, http), 0, BarisPdfTerbanyak + 1, token);
            if (entri.Count > BarisPdfTerbanyak)
                return Masalah.TidakSah("Terlalu banyak entri untuk dicetak sekaligus.", ("tanggal", $"Paling banyak {BarisPdfTerbanyak} entri; pilih satu tanggal, atau ambil CSV."));
            return TypedResults.File(HalamanBuku.Buat(new IsiHalamanBuku
            {
                Kop = Kop.Dari(kantor),
                Judul = "BUKU AGENDA KARTU KELUARGA",
                Masa = saringan.Tanggal is { } hari ? $"Tanggal {hari:dd-MM-yyyy}" : $"Tahun {saringan.Tahun ?? kantor.TahunBuku(time.GetUtcNow())}",
                Kolom = KolomBuku.Agenda,
                Baris = [.. entri.Select(e => new BarisBuku(Sel(e.Baris, kantor), e.Baris.Batal))],
                Petugas = Petugas.Dari(http.User).Nama,
                Dicetak = kantor.WaktuPada(time.GetUtcNow()),
            }), "application/pdf");
        }).Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(422).Dicatat("agenda.cetak").WithSummary("Halaman Buku Agenda untuk dicetak (PDF)");

        registri.MapGet("/buku-agenda/csv", (
            [AsParameters] SaringanAgenda saringan, RegistryDb db, Pelindung pelindung, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var entri = saringan.Saring(db, kantor, time, http);
            // Page by page: a year of a large office is never held whole.
            return TypedResults.Stream(body => TulisCsvAsync(body, db, pelindung, entri, token), "text/csv; charset=utf-8", "buku-agenda.csv");
        }).Produces(StatusCodes.Status200OK, contentType: "text/csv").Dicatat("agenda.cetak").WithSummary("Buku Agenda sebagai CSV");
    }

    /// <summary>Lines after a number, with the place of their archive.</summary>
    internal static async Task<List<(int Urut, BarisAgenda Baris)>> BacaAsync(
        RegistryDb db, Pelindung pelindung, IQueryable<EntriAgenda> entri, int sesudah, int banyak, CancellationToken token)
    {
        var baris = await entri.Where(e => e.Urut > sesudah).OrderBy(e => e.Urut).Take(banyak)
            .Select(e => new { Entri = e, Lokasi = db.Arsip.Where(a => a.PermohonanId == e.PermohonanId).Select(a => a.Lokasi).FirstOrDefault() }).ToListAsync(token);
        return [.. baris.Select(b => (b.Entri.Urut, BukuAgendaApi.Baris(b.Entri, pelindung, b.Lokasi)))];
    }

    private static IReadOnlyList<string?> Sel(BarisAgenda b, Kantor kantor) =>
    [
        b.NomorAgenda, Hari(b.Tanggal), b.NomorKk, b.KepalaKeluarga, b.Jenis, Hari(b.TanggalTerbit), b.PenandaTangan, b.Cara,
        b.CapPada is { } cap ? $"{kantor.WaktuPada(cap):dd-MM-yyyy}, {b.Cap}" : b.Cap, b.LokasiArsip, b.Petugas, b.Batal ? $"BATAL: {b.SebabBatal}" : null,
    ];

    private static string Hari(DateOnly hari) => hari.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static async Task TulisCsvAsync(Stream body, RegistryDb db, Pelindung pelindung, IQueryable<EntriAgenda> entri, CancellationToken token)
    {
        await using var tulis = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await tulis.WriteLineAsync(Csv.Baris(JudulCsv));
        for (var sesudah = 0; ;)
        {
            var kelompok = await BacaAsync(db, pelindung, entri, sesudah, Kelompok, token);
            foreach (var (_, b) in kelompok)
            {
                await tulis.WriteLineAsync(Csv.Baris(
                [
                    b.NomorAgenda, b.PermohonanId.ToString(), b.Tanggal.ToString("O", CultureInfo.InvariantCulture), b.NomorKk, b.KepalaKeluarga, b.Jenis,
                    b.TanggalTerbit.ToString("O", CultureInfo.InvariantCulture), b.PenandaTangan, b.Cara, b.Cap, b.LokasiArsip, b.Petugas, b.Batal ? "ya" : "tidak", b.SebabBatal,
                ]));
            }
            if (kelompok.Count < Kelompok) return;
            sesudah = kelompok[^1].Urut;
        }
    }
}
