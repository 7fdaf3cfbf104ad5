using Dukcapil.Dokumen;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Agenda;

/// <summary>The salinan of a card that is in the Buku Agenda: its data as approved, numbers masked, with the facts of issue.</summary>
internal static class SalinanApi
{
    public static RouteHandlerBuilder MapSalinan(this RouteGroupBuilder dokumen) =>
        dokumen.MapGet("/salinan", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            Guid id, RegistryDb db, Pelindung pelindung, Kantor kantor, TimeProvider time, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var terbit = await (
                from kartu in db.Kartu.AsNoTracking()
                join entri in db.BukuAgenda.AsNoTracking() on kartu.PermohonanId equals entri.PermohonanId
                where kartu.PermohonanId == id && kartu.IsiTersegel != null && entri.BatalPada == null && db.Terlihat(petugas).Contains(id)
                select new { Kartu = kartu, Entri = entri }).SingleOrDefaultAsync(token);
            if (terbit is null) return Masalah.TidakDitemukan("Salinan");
            return TypedResults.File(SalinanKk.Buat(new IsiSalinanKk
            {
                Kartu = Tersamar(terbit.Kartu, pelindung),
                TanggalTerbit = terbit.Entri.TanggalTerbit,
                NomorAgenda = terbit.Entri.Nomor,
                NamaPenandaTangan = terbit.Entri.PenandaTangan,
                Petugas = petugas.Nama,
                Dibuat = kantor.WaktuPada(time.GetUtcNow()),
            }), "application/pdf");
        })
            .Dicatat("salinan.cetak")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(404)
            .WithSummary("Salinan data Kartu Keluarga yang sudah diregistrasi (PDF), nomor tersamar");

    // The numbers are those that SIAK issued; of the rest the konsep tells.
    private static KartuKeluarga Tersamar(KartuTercetak kartu, Pelindung pelindung) => PengambilalihanNik.Terapkan(
        pelindung.BukaKolom<KartuKeluarga>(kartu.IsiTersegel!),
        pelindung.BukaKolom<string>(kartu.NomorKkTersegel),
        kartu.NikBaruTersegel is { } nik ? pelindung.BukaKolom<IReadOnlyList<NikBaru>>(nik) : []).Tersamar();
}
