using Dukcapil.Registry.Database;
using Dukcapil.Registry.Langkah;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Registry.BerkasSiak;

/// <summary>Answer: the file is stored; complete the task with its id.</summary>
/// <param name="BerkasId">Id.</param>
/// <param name="Ukuran">Bytes.</param>
/// <param name="Sha256">Checksum (hex), to be compared with the file at hand.</param>
public sealed record BerkasDiunggah(Guid BerkasId, long Ukuran, string Sha256);

/// <summary>TTE, before the signature: Loket uploads the PDF that SIAK made. The body is the file itself.</summary>
internal static class UnggahBerkasApi
{
    public static RouteHandlerBuilder MapUnggahBerkas(this RouteGroupBuilder registri) =>
        registri.MapPost("/tugas/{tugasId}/berkas-siak", TerimaAsync)
            .RequireAuthorization(Izin.Tugas).WithRequestLimit(RequestLimits.BerkasSiak)
            .Accepts<Stream>("application/pdf")
            .Produces<BerkasDiunggah>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422)
            .WithSummary("Unggah PDF dari SIAK untuk ditandatangani secara elektronik; tugas tetap terbuka");

    private static async Task<IResult> TerimaAsync(
        string tugasId, RegistryDb db, ArsipBerkasKartu arsip, PelayananTugas pelayanan, JurnalAudit jurnal, Idempotensi idempotensi, TimeProvider time,
        HttpContext http, CancellationToken token)
    {
        var petugas = Petugas.Dari(http.User);
        if (http.Request.ContentType?.Split(';')[0].Trim() is not "application/pdf")
            return Masalah.Buat(StatusCodes.Status415UnsupportedMediaType, "jenis-isi", "Jenis isi tidak didukung", "Kirim berkas itu sendiri dengan Content-Type: application/pdf.");
        var (tugas, masalah) = await pelayanan.CariAsync(tugasId, petugas, token);
        if (masalah is not null || tugas!.Aktivitas != UnggahBerkasSiak.Jenis) return masalah ?? Masalah.TidakDitemukan("Tugas unggah");
        if ((await pelayanan.BolehAsync(tugas, petugas, null, token)).Masalah is { } tolak) return tolak;
        StoredFile? berkas;
        string? sebab;
        try
        {
            (berkas, sebab) = await arsip.SimpanAsync(http.Request.Body, RequestLimits.BerkasSiak, token);
        }
        catch (FileTooLargeException)
        {
            return Masalah.Buat(StatusCodes.Status413PayloadTooLarge, "terlalu-besar", "Berkas terlalu besar", $"Berkas paling besar {RequestLimits.BerkasSiak / 1024 / 1024} MiB.");
        }
        if (berkas is null) return Masalah.TidakSah(sebab!, ("berkas", sebab!));
        return await CatatAsync(tugas, berkas, db, arsip, jurnal, idempotensi, petugas, time, http, token);
    }

    // One upload per task: the one before is replaced, and its content goes when the new one has committed.
    private static async Task<IResult> CatatAsync(
        Tugas tugas, StoredFile berkas, RegistryDb db, ArsipBerkasKartu arsip, JurnalAudit jurnal, Idempotensi idempotensi, Petugas petugas, TimeProvider time,
        HttpContext http, CancellationToken token)
    {
        var dibuat = false;
        List<BerkasKartu> lama = [];
        try
        {
            return await idempotensi.JalankanAsync<BerkasDiunggah>(http, petugas.Id, $"{tugas.Id}/berkas-siak {berkas.Sha256}", async () =>
            {
                lama = await arsip.BelumBerlakuAsync(tugas.Id, token);
                db.BerkasKartu.RemoveRange(lama);
                var baris = arsip.Catat(tugas.PermohonanId, tugas.Id, berkas, petugas, time.GetUtcNow());
                jurnal.Catat("berkas-siak.unggah", tugas.PermohonanId, tugas.Id, $"{baris.Id} sha256 {baris.Sha256}", pelaku: petugas);
                dibuat = true;
                return new Ciptaan<BerkasDiunggah>(StatusCodes.Status201Created, new BerkasDiunggah(baris.Id, baris.Ukuran, baris.Sha256));
            }, token);
        }
        catch
        {
            dibuat = false;
            throw;
        }
        finally
        {
            if (dibuat) await arsip.BuangAsync(lama);
            else await arsip.BuangAsync([new BerkasKartu { TugasId = tugas.Id, Nama = berkas.Name, Sha256 = berkas.Sha256, Petugas = petugas.Id }]);
        }
    }
}
