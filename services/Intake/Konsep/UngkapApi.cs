using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Konsep;

/// <summary>Numbers of a konsep in full.</summary>
/// <param name="NomorKk">Nomor KK.</param>
/// <param name="Nik">NIK of the members, in their order; null where there is none yet.</param>
/// <param name="KartuTerkait">The same of the other cards, in their order.</param>
public sealed record NomorKonsep(string? NomorKk, IReadOnlyList<string?> Nik, IReadOnlyList<NomorKartu> KartuTerkait);

/// <summary>Numbers of another card of the konsep in full.</summary>
/// <param name="NomorKk">Nomor KK.</param>
/// <param name="Nik">NIK of the members, in their order; null where there is none yet.</param>
public sealed record NomorKartu(string? NomorKk, IReadOnlyList<string?> Nik)
{
    internal static NomorKartu Dari(KartuKeluarga kartu) => new(kartu.NomorKk, [.. kartu.Anggota.Select(a => a.Nik)]);
}

/// <summary>Numbers of the applicant in full.</summary>
/// <param name="Nik">The applicant's.</param>
/// <param name="NikWakil">The representative's.</param>
public sealed record NomorPemohon(string? Nik, string? NikWakil);

/// <summary>Shows what is masked, with a reason (design: revealing is an audited act). POST, so that the reason is in no URL and no answer in a cache.</summary>
public static class UngkapApi
{
    /// <summary>Maps <c>/api/v1/permohonan/{id}/ungkap</c> and those of the konsep.</summary>
    public static RouteGroupBuilder MapUngkap(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/permohonan/{id:guid}").WithTags("Konsep").RequireAuthorization(Izin.Petugas);

        group.MapPost("/ungkap", async Task<Results<Ok<NomorPemohon>, ProblemHttpResult>> (
            Guid id, PermintaanUngkap permintaan, IntakeDb db, PelayananPermohonan permohonan, Pelindung pelindung, JurnalAudit jurnal, HttpContext http, CancellationToken token) =>
        {
            if (permintaan.Tolak() is { } masalah) return masalah;
            if (await permohonan.Terlihat(Petugas.Dari(http.User)).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, token) is not { } p)
                return Masalah.TidakDitemukan("Permohonan");
            await permintaan.CatatAsync(jurnal, db, pelindung, id, "pemohon", token);
            var pemohon = pelindung.BukaKolom<Pemohon>(p.PemohonTersegel);
            return TypedResults.Ok(new NomorPemohon(pemohon.Nik, pemohon.Wakil?.Nik));
        }).WithSummary("Ungkap NIK pemohon, dengan alasan");

        group.MapPost("/konsep/{versi:int}/ungkap", async Task<Results<Ok<NomorKonsep>, ProblemHttpResult>> (
            Guid id, int versi, PermintaanUngkap permintaan, IntakeDb db, PelayananPermohonan permohonan, Pelindung pelindung, JurnalAudit jurnal, HttpContext http,
            CancellationToken token) =>
        {
            if (permintaan.Tolak() is { } masalah) return masalah;
            if (await KonsepApi.CariAsync(id, versi, db, permohonan, http, token) is not { } konsep) return Masalah.TidakDitemukan("Konsep");
            await permintaan.CatatAsync(jurnal, db, pelindung, id, $"konsep versi {versi}", token);
            var isi = IsiVersiKonsep.Dari(konsep, pelindung);
            var nomor = NomorKartu.Dari(isi.Kartu);
            return TypedResults.Ok(new NomorKonsep(nomor.NomorKk, nomor.Nik, [.. isi.Terkait.Select(t => NomorKartu.Dari(t.KartuKeluarga))]));
        }).WithSummary("Ungkap Nomor KK dan NIK suatu konsep, dengan alasan");

        group.MapPost("/konsep/{versi:int}/pdf", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            Guid id, int versi, PermintaanUngkap permintaan, IntakeDb db, PelayananPermohonan permohonan, Pelindung pelindung, JurnalAudit jurnal, Kantor kantor,
            HttpContext http, CancellationToken token) =>
        {
            if (permintaan.Tolak() is { } masalah) return masalah;
            if (await KonsepApi.CariAsync(id, versi, db, permohonan, http, token) is not { } konsep) return Masalah.TidakDitemukan("Konsep");
            await permintaan.CatatAsync(jurnal, db, pelindung, id, $"konsep versi {versi} (PDF)", token);
            return await KonsepApi.PdfAsync(konsep, tersamar: false, db, pelindung, kantor, token);
        }).WithSummary("Cetak konsep KK dengan nomor lengkap (PDF), dengan alasan");

        return group;
    }
}
