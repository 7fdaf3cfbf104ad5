using Dukcapil.Kependudukan;
using Dukcapil.Registry.Agenda;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Masukan;
using Dukcapil.Registry.Penyerahan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry;

/// <summary>A print attempt.</summary>
public sealed record RincianCetakan(int Percobaan, HasilCetak Hasil, int LembarRusak, string? Sebab, string NamaPetugas, DateTimeOffset Pada);

/// <summary>The printed card; its number is masked.</summary>
public sealed record RincianKartu(string NomorKk, int VersiKonsep, string KepalaKeluarga, DateTimeOffset? DicetakPada, DateTimeOffset? DibatalkanPada);

/// <summary>The file that is signed electronically, without its content.</summary>
/// <param name="BerkasId">Id.</param>
/// <param name="VersiKonsep">Version of the konsep it shows.</param>
/// <param name="Sha256">Checksum of the uploaded file (hex).</param>
/// <param name="BerlakuPada">In effect since (UTC).</param>
/// <param name="DitandatanganiPada">Signed (UTC).</param>
/// <param name="Sha256BertandaTangan">Checksum of the signed file (hex).</param>
/// <param name="Sertifikat">Who signed by the certificate.</param>
public sealed record RincianBerkasKartu(
    Guid BerkasId, int VersiKonsep, string Sha256, DateTimeOffset BerlakuPada, DateTimeOffset? DitandatanganiPada, string? Sha256BertandaTangan,
    string? Sertifikat);

/// <summary>The archived file.</summary>
/// <param name="Lokasi">Shelf, box, folder.</param>
/// <param name="Pilahan">What became of each paper.</param>
/// <param name="Pada">When (UTC).</param>
/// <param name="Sha256">Checksum (hex) of the signed file, of the scan, or of the family data.</param>
/// <param name="PindaianKartu">Id of the scan.</param>
public sealed record RincianArsip(string Lokasi, IReadOnlyList<Pilahan> Pilahan, DateTimeOffset Pada, string? Sha256, Guid? PindaianKartu);

/// <summary>The handover.</summary>
public sealed record RincianPenyerahan(
    string NomorBukti, string NamaPenerima, HubunganPenerima Hubungan, string JenisIdentitas, string NomorIdentitas, string? SuratKuasa,
    string? PernyataanHilang, string TandaTerima, string NamaPetugas, DateTimeOffset Pada, string BuktiPenyerahan, Guid? CitraTandaTerima);

/// <summary>What the Registry knows of an application.</summary>
public sealed record RincianRegistri(
    Guid PermohonanId, string? NomorRegister, IReadOnlyList<RincianCetakan> Cetakan, RincianKartu? Kartu, IReadOnlyList<BarisAgenda> Agenda,
    RincianArsip? Arsip, RincianPenyerahan? Penyerahan, RincianBerkasKartu? BerkasKartu);

/// <summary>Print, agenda, cap, archive and handover of an application, for officers of its office.</summary>
internal static class RegistriApi
{
    /// <summary>Maps the group <c>/api/v1/registri</c>; the other features of the service join it.</summary>
    public static RouteGroupBuilder MapRegistri(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/registri").WithTags("Registri").RequireAuthorization(Izin.Petugas);

        group.MapGet("/permohonan/{id:guid}", async Task<Results<Ok<RincianRegistri>, ProblemHttpResult>> (
            Guid id, RegistryDb db, Pelindung pelindung, HttpContext http, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            // Office and application meet in the tasks; a file that never came here is unknown.
            return await db.Set<Tugas>().AnyAsync(t => t.PermohonanId == id && t.Kantor == petugas.Kantor, token)
                ? TypedResults.Ok(await RincianAsync(id, db, pelindung, token))
                : Masalah.TidakDitemukan("Permohonan");
        }).Dicatat("registri.baca").WithSummary("Cetakan, Buku Agenda, cap, arsip, dan penyerahan suatu permohonan");

        return group;
    }

    private static async Task<RincianRegistri> RincianAsync(Guid id, RegistryDb db, Pelindung pelindung, CancellationToken token)
    {
        var nomorRegister = await db.TandaBukti.Where(t => t.PermohonanId == id).Select(t => t.NomorRegister).SingleOrDefaultAsync(token);
        var cetakan = await db.Cetakan.AsNoTracking().Where(c => c.PermohonanId == id).OrderBy(c => c.Percobaan).ToListAsync(token);
        var kartu = await db.Kartu.AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == id, token);
        var agenda = await db.BukuAgenda.AsNoTracking().Where(e => e.PermohonanId == id).OrderBy(e => e.Pada).ToListAsync(token);
        var arsip = await db.Arsip.AsNoTracking().SingleOrDefaultAsync(a => a.PermohonanId == id, token);
        var penyerahan = await db.Penyerahan.AsNoTracking().SingleOrDefaultAsync(p => p.PermohonanId == id, token);
        var berkas = await db.BerkasKartu.AsNoTracking().Berlaku(id).SingleOrDefaultAsync(token);
        return new RincianRegistri(
            id,
            nomorRegister,
            [.. cetakan.Select(c => new RincianCetakan(c.Percobaan, c.Hasil, c.LembarRusak, pelindung.BukaBila(c.SebabTersegel), c.NamaPetugas, c.Pada))],
            kartu is null ? null : Kartu(kartu, pelindung),
            [.. agenda.Select(e => BukuAgendaApi.Baris(e, pelindung, arsip?.Lokasi))],
            arsip is null ? null : new RincianArsip(arsip.Lokasi, arsip.Pilahan, arsip.Pada, arsip.Sha256, arsip.PindaianKartu),
            penyerahan is null ? null : Penyerahan(penyerahan, pelindung),
            berkas is null ? null : new RincianBerkasKartu(
                berkas.Id, berkas.VersiKonsep!.Value, berkas.Sha256, berkas.BerlakuPada!.Value, berkas.DitandatanganiPada, berkas.Sha256BertandaTangan,
                berkas.Sertifikat));
    }

    private static RincianKartu Kartu(KartuTercetak k, Pelindung pelindung) => new(
        Samaran.Dari(pelindung.BukaKolom<string>(k.NomorKkTersegel)), k.VersiKonsep, pelindung.BukaKolom<string>(k.KepalaKeluargaTersegel),
        k.BelumDicetak ? null : k.DicetakPada, k.DibatalkanPada);

    private static RincianPenyerahan Penyerahan(PenyerahanKartu p, Pelindung pelindung)
    {
        var isi = pelindung.BukaKolom<IsiPenyerahan>(p.IsiTersegel);
        return new RincianPenyerahan(
            p.NomorBukti, isi.NamaPenerima, isi.Hubungan, isi.JenisIdentitas, isi.NomorIdentitas, isi.SuratKuasa, isi.PernyataanHilang,
            isi.TandaTerima, p.NamaPetugas, p.Pada, BuktiPenyerahanApi.AlamatBukti(p.PermohonanId), isi.CitraTandaTerima);
    }
}
