using Dukcapil.Dokumen;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Penyerahan;

/// <summary>The proof of handover as PDF, rendered from the record each time.</summary>
internal static class BuktiPenyerahanApi
{
    public static string AlamatBukti(Guid permohonanId) => $"/api/v1/registri/permohonan/{permohonanId}/bukti-penyerahan";

    public static RouteHandlerBuilder MapBuktiPenyerahan(this RouteGroupBuilder dokumen) =>
        dokumen.MapGet("/bukti-penyerahan", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            Guid id, RegistryDb db, Pelindung pelindung, Kantor kantor, IConfiguration configuration, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var penyerahan = await db.Penyerahan.AsNoTracking().SingleOrDefaultAsync(
                p => p.PermohonanId == id && db.Terlihat(petugas).Contains(id), token);
            if (penyerahan is null) return Masalah.TidakDitemukan("Bukti penyerahan");
            http.Response.Headers.CacheControl = "no-store";
            var isi = pelindung.BukaKolom<IsiPenyerahan>(penyerahan.IsiTersegel);
            return TypedResults.File(BuktiPenyerahan.Buat(Isi(penyerahan, isi, kantor, configuration)), "application/pdf");
        })
            .Dicatat("bukti-penyerahan.cetak")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(404)
            .WithSummary("Bukti penyerahan (PDF)");

    private static IsiBuktiPenyerahan Isi(PenyerahanKartu penyerahan, IsiPenyerahan isi, Kantor kantor, IConfiguration configuration) => new()
    {
        Kop = Kop.Dari(kantor),
        NomorAgenda = penyerahan.NomorAgenda,
        NomorKk = isi.NomorKk,
        NamaKepalaKeluarga = isi.KepalaKeluarga,
        NamaPenerima = isi.NamaPenerima,
        Hubungan = isi.Hubungan == HubunganPenerima.Kuasa ? $"Kuasa, surat kuasa {isi.SuratKuasa}" : "Pemohon",
        JenisIdentitas = isi.JenisIdentitas,
        NomorIdentitas = isi.NomorIdentitas,
        KodeResi = isi.KodeTandaBukti,
        IsiQr = penyerahan.KodePeriksa is { } kode ? TautanPeriksa.Dari(configuration, kode) : null,
        Diserahkan = kantor.WaktuPada(penyerahan.Pada),
        Petugas = penyerahan.NamaPetugas,
    };
}
