using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.BerkasSiak;

/// <summary>
/// The file to sign and the signed file. Both show every number in full, so each download is a reveal with a reason; whoever signs, and the Approval service in
/// their name, take the same way.
/// </summary>
internal static class UnduhBerkasApi
{
    public static void MapUnduhBerkas(this RouteGroupBuilder registri)
    {
        registri.MapPost("/permohonan/{id:guid}/berkas-siak/unduh", (
            Guid id, PermintaanUngkap permintaan, RegistryDb db, ArsipBerkasKartu arsip, Pelindung pelindung, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
            UnduhAsync(id, permintaan, "berkas-siak", b => (b.Nama, b.Sha256), db, arsip, pelindung, jurnal, http, token))
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(404)
            .WithSummary("PDF dari SIAK yang akan ditandatangani, dengan alasan");

        registri.MapPost("/permohonan/{id:guid}/kartu-bertanda-tangan/unduh", (
            Guid id, PermintaanUngkap permintaan, RegistryDb db, ArsipBerkasKartu arsip, Pelindung pelindung, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
            UnduhAsync(id, permintaan, "kartu-bertanda-tangan", b => (b.NamaBertandaTangan, b.Sha256BertandaTangan), db, arsip, pelindung, jurnal, http, token))
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(404)
            .WithSummary("Kartu Keluarga bertanda tangan elektronik (PDF), dengan alasan");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> UnduhAsync(
        Guid id, PermintaanUngkap permintaan, string objek, Func<BerkasKartu, (string? Nama, string? Sha256)> isi, RegistryDb db, ArsipBerkasKartu arsip, Pelindung pelindung,
        JurnalAudit jurnal, HttpContext http, CancellationToken token)
    {
        if (permintaan.Tolak() is { } masalah) return masalah;
        var petugas = Petugas.Dari(http.User);
        var terlihat = await db.Set<Tugas>().AnyAsync(t => t.PermohonanId == id && t.Kantor == petugas.Kantor, token);
        if (!terlihat || await arsip.BerlakuAsync(id, token) is not { } berkas || isi(berkas) is not ({ } nama, { } sha256)) return Masalah.TidakDitemukan("Berkas");
        var bita = await arsip.BacaAsync(nama, sha256, token);
        await permintaan.CatatAsync(jurnal, db, pelindung, id, $"{objek} {berkas.Id}", token);
        return TypedResults.File(bita, "application/pdf");
    }
}
