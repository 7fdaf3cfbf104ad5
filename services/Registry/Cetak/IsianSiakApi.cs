using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Cetak;

/// <summary>One field to key into SIAK.</summary>
/// <param name="Kolom">Column of F-1.01.</param>
/// <param name="Label">Its label.</param>
/// <param name="Field">JSON name, as in differences.</param>
/// <param name="Nilai">Code and label, date as on the form, or text; null when empty.</param>
public sealed record IsianKolom(int Kolom, string Label, string Field, string? Nilai);

/// <summary>The konsep in the order of F-1.01.</summary>
/// <param name="VersiKonsep">Version.</param>
/// <param name="NomorKk">Number on the konsep; null when SIAK is to issue one.</param>
/// <param name="Alamat">Address.</param>
/// <param name="Anggota">Per member its fields.</param>
/// <param name="KartuTerkait">The other cards to change in SIAK with it.</param>
public sealed record LembarIsian(
    int VersiKonsep, string? NomorKk, Alamat? Alamat, IReadOnlyList<IReadOnlyList<IsianKolom>> Anggota, IReadOnlyList<LembarTerkait> KartuTerkait);

/// <summary>Another card in the order of F-1.01.</summary>
/// <param name="Peran">What it is to the printed one.</param>
/// <param name="NomorKk">Its number; null when SIAK is to issue one.</param>
/// <param name="Alamat">Address.</param>
/// <param name="Anggota">Per member its fields; empty: the card is to be closed.</param>
public sealed record LembarTerkait(PeranKartu Peran, string? NomorKk, Alamat? Alamat, IReadOnlyList<IReadOnlyList<IsianKolom>> Anggota);

/// <summary>The approved konsep field by field, to be keyed into SIAK. It shows every number in full, so it is a reveal with a reason.</summary>
internal static class IsianSiakApi
{
    public static RouteHandlerBuilder MapIsianSiak(this RouteGroupBuilder registri) =>
        registri.MapPost("/permohonan/{id:guid}/isian-siak", async Task<Results<Ok<LembarIsian>, ProblemHttpResult>> (
            Guid id, PermintaanUngkap permintaan, RegistryDb db, Pelindung pelindung, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
        {
            if (permintaan.Tolak() is { } masalah) return masalah;
            var petugas = Petugas.Dari(http.User);
            var konsep = await db.Konsep.AsNoTracking().SingleOrDefaultAsync(
                k => k.PermohonanId == id && db.Set<Tugas>().Any(t => t.PermohonanId == id && t.Kantor == petugas.Kantor), token);
            if (konsep is null) return Masalah.TidakDitemukan("Konsep");
            await permintaan.CatatAsync(jurnal, db, pelindung, id, $"isian-siak versi {konsep.Versi}", token);
            var kartu = pelindung.BukaKolom<KartuKeluarga>(konsep.IsiTersegel);
            var terkait = konsep.Terkait(pelindung).Where(t => t.Peran != PeranKartu.Lama);
            return TypedResults.Ok(new LembarIsian(
                konsep.Versi, kartu.NomorKk, kartu.Alamat, Baris(kartu),
                [.. terkait.Select(t => new LembarTerkait(t.Peran, t.KartuKeluarga.NomorKk, t.KartuKeluarga.Alamat, Baris(t.KartuKeluarga)))]));
        }).WithSummary("Konsep menurut urutan F-1.01 untuk diketik ke SIAK, dengan alasan");

    private static IReadOnlyList<IReadOnlyList<IsianKolom>> Baris(KartuKeluarga kartu) =>
        [.. kartu.Anggota.Select(a => (IReadOnlyList<IsianKolom>)[.. KolomF101.Semua.Select(k => new IsianKolom(k.Nomor, k.Label, k.Field, k.Teks(a)))])];
}
