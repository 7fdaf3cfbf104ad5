using System.Globalization;
using Dukcapil.Dokumen;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Registry.Agenda;

/// <summary>The Buku Agenda as pages to print and as CSV (RFC 4180); numbers of cards are masked, voided lines stay.</summary>
internal static class BukuAgendaCetakApi
{
    private const int BarisPdfTerbanyak = 5000;

    private static readonly string[] JudulCsv =
    [
        "nomorAgenda", "permohonanId", "tanggal", "nomorKk", "kepalaKeluarga", "jenis", "tanggalTerbit", "penandaTangan", "cara", "cap", "lokasiArsip", "petugas", "batal", "sebabBatal",
    ];

    public static void MapBukuAgendaCetak(this RouteGroupBuilder buku)
    {
        buku.MapGet("/buku-agenda/pdf", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            [AsParameters] SaringanAgenda saringan, RegistryDb db, Pelindung pelindung, JurnalAudit jurnal, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var entri = await BukuAgendaApi.BacaAsync(db, pelindung, saringan.Saring(db, kantor, time, http), 0, BarisPdfTerbanyak + 1, token);
            if (entri.Count > BarisPdfTerbanyak)
                return Masalah.TidakSah("Terlalu banyak entri untuk dicetak sekaligus.", ("tanggal", $"Paling banyak {BarisPdfTerbanyak} entri; pilih satu tanggal, atau ambil CSV."));
            await BukuAgendaApi.CatatAsync(db, jurnal, "agenda.cetak", entri, token);
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

        buku.MapGet("/buku-agenda/csv", (
            [AsParameters] SaringanAgenda saringan, RegistryDb db, Pelindung pelindung, JurnalAudit jurnal, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var entri = saringan.Saring(db, kantor, time, http);
            return TypedResults.Stream(
                body => CsvBuku.TulisAsync(
                    body, JudulCsv,
                    async (sesudah, banyak) => await BukuAgendaApi.CatatAsync(
                        db, jurnal, "agenda.cetak", await BukuAgendaApi.BacaAsync(db, pelindung, entri, sesudah, banyak, token), token),
                    e => e.Urut, e => SelCsv(e.Baris)),
                "text/csv; charset=utf-8", "buku-agenda.csv");
        }).Produces(StatusCodes.Status200OK, contentType: "text/csv").Dicatat("agenda.cetak").WithSummary("Buku Agenda sebagai CSV");
    }

    private static IReadOnlyList<string?> Sel(BarisAgenda b, Kantor kantor) =>
    [
        b.NomorAgenda, Hari(b.Tanggal), b.NomorKk, b.KepalaKeluarga, b.Jenis, Hari(b.TanggalTerbit), b.PenandaTangan, b.Cara,
        b.CapPada is { } cap ? $"{kantor.WaktuPada(cap):dd-MM-yyyy}, {b.Cap}" : b.Cap, b.LokasiArsip, b.Petugas, b.Batal ? $"BATAL: {b.SebabBatal}" : null,
    ];

    private static string Hari(DateOnly hari) => hari.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string?> SelCsv(BarisAgenda b) =>
    [
        b.NomorAgenda, b.PermohonanId.ToString(), b.Tanggal.ToString("O", CultureInfo.InvariantCulture), b.NomorKk, b.KepalaKeluarga, b.Jenis,
        b.TanggalTerbit.ToString("O", CultureInfo.InvariantCulture), b.PenandaTangan, b.Cara, b.Cap, b.LokasiArsip, b.Petugas, b.Batal ? "ya" : "tidak", b.SebabBatal,
    ];
}
