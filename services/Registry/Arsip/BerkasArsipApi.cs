using Dukcapil.Registry.Database;
using Dukcapil.Registry.Langkah;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Arsip;

/// <summary>Answer: the file is stored; complete the task with its id.</summary>
/// <param name="BerkasId">Id.</param>
/// <param name="Jenis">What it shows.</param>
/// <param name="TipeMedia">Media type.</param>
/// <param name="Ukuran">Bytes.</param>
/// <param name="Sha256">Checksum (hex).</param>
public sealed record BerkasArsipDiunggah(Guid BerkasId, JenisBerkasArsip Jenis, string TipeMedia, long Ukuran, string Sha256);

/// <summary>Upload of a picture or scan in a task, and its download with a reason. The body is the file itself.</summary>
internal static class BerkasArsipApi
{
    public static void MapBerkasArsip(this RouteGroupBuilder registri)
    {
        registri.MapPost("/tugas/{tugasId}/berkas-arsip", TerimaAsync)
            .RequireAuthorization(Izin.Tugas).WithRequestLimit(RequestLimits.BerkasSiak)
            .Accepts<Stream>("image/png", "image/jpeg", "application/pdf")
            .Produces<BerkasArsipDiunggah>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422)
            .WithSummary("Unggah gambar tanda tangan atau cap jempol penerima, atau pindaian kartu; tugas tetap terbuka");

        registri.MapPost("/permohonan/{id:guid}/berkas-arsip/{berkasId:guid}/unduh", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            Guid id, Guid berkasId, PermintaanUngkap permintaan, RegistryDb db, GudangArsip gudang, Pelindung pelindung, JurnalAudit jurnal, HttpContext http,
            CancellationToken token) =>
        {
            if (permintaan.Tolak() is { } masalah) return masalah;
            var petugas = Petugas.Dari(http.User);
            var berkas = await db.BerkasArsip.AsNoTracking().SingleOrDefaultAsync(
                b => b.Id == berkasId && b.PermohonanId == id && b.DimusnahkanPada == null
                    && db.Set<Tugas>().Any(t => t.PermohonanId == id && t.Kantor == petugas.Kantor), token);
            if (berkas is null) return Masalah.TidakDitemukan("Berkas arsip");
            var isi = await gudang.BacaAsync(berkas, token);
            await permintaan.CatatAsync(jurnal, db, pelindung, id, $"berkas-arsip {berkas.Id}", token);
            return TypedResults.File(isi, berkas.TipeMedia);
        })
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(404)
            .WithSummary("Isi berkas arsip, dengan alasan");
    }

    private static async Task<IResult> TerimaAsync(
        string tugasId, [FromQuery(Name = "jenis")] string jenisBerkas, RegistryDb db, GudangArsip gudang, PelayananTugas pelayanan, JurnalAudit jurnal,
        Idempotensi idempotensi, TimeProvider time, HttpContext http, CancellationToken token)
    {
        if (!Enum.TryParse<JenisBerkasArsip>(jenisBerkas, ignoreCase: true, out var jenis) || int.TryParse(jenisBerkas, out _) || !Enum.IsDefined(jenis))
            return Masalah.TidakTerbaca("Nilai jenis harus tandaTanganPenerima, capJempolPenerima, atau pindaianKartu.", "jenis");
        var petugas = Petugas.Dari(http.User);
        var (tugas, masalah) = await pelayanan.CariAsync(tugasId, petugas, token);
        var untuk = jenis == JenisBerkasArsip.PindaianKartu ? RegistrasiDanCap.Jenis : SerahTerima.Jenis;
        if (masalah is not null || tugas!.Aktivitas != untuk) return masalah ?? Masalah.TidakDitemukan("Tugas untuk berkas itu");
        if ((await pelayanan.BolehAsync(tugas, petugas, null, token)).Masalah is { } tolak) return tolak;
        using var aliran = new MemoryStream();
        // Kestrel ends it beyond the limit of this endpoint.
        await http.Request.Body.CopyToAsync(aliran, token);
        var isi = aliran.ToArray();
        if (JenisBerkas.Dari(isi) is not { } tipe)
            return Masalah.TidakSah("Berkas bukan gambar PNG, JPEG, atau PDF.", ("berkas", "Kirim PNG, JPEG, atau PDF."));
        var sidik = $"{tugas.Id}/berkas-arsip {jenis} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(isi))}";
        return await idempotensi.JalankanAsync<BerkasArsipDiunggah>(http, petugas.Id, sidik, async () =>
        {
            var baris = await gudang.SimpanAsync(tugas, jenis, isi, tipe, petugas, time.GetUtcNow(), token);
            jurnal.Catat("berkas-arsip.unggah", tugas.PermohonanId, tugas.Id, $"{baris.Id} {jenis} sha256 {baris.Sha256}", pelaku: petugas);
            return new Ciptaan<BerkasArsipDiunggah>(
                StatusCodes.Status201Created, new BerkasArsipDiunggah(baris.Id, baris.Jenis, baris.TipeMedia, baris.Ukuran, baris.Sha256));
        }, token);
    }
}
