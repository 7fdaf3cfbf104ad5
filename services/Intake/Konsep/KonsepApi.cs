using Dukcapil.Contracts;
using Dukcapil.Dokumen;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Konsep;

/// <summary>A konsep as data. Numbers are masked, here and on the PDF; who needs them to correct against the file reveals them (<see cref="UngkapApi"/>).</summary>
public sealed record RincianKonsep(
    int Versi, string Hash, KartuKeluarga KartuKeluarga, IReadOnlyList<KartuTerkait> KartuTerkait, IReadOnlyList<Temuan> Temuan, string? CatatanPeringatan, string Pengentri,
    DateTimeOffset DibuatPada, IReadOnlyList<PerbedaanKonsep> Perbedaan, IReadOnlyList<RincianParaf> Paraf, IReadOnlyList<RincianKoreksi> Koreksi,
    int? TerakhirDilihat, IReadOnlyList<PerbedaanKonsep>? PerbedaanSejakDilihat);

/// <summary>A remark of Kasi or Kabid on a field of this version; it is shown beside the field when the data are entered anew.</summary>
public sealed record RincianKoreksi(int? Anggota, string Field, string Catatan, string Peran, DateTimeOffset Pada, int? Terkait = null);

/// <summary>What changed since the version before.</summary>
public sealed record PerbedaanKonsep(int? Anggota, string Field, string? Dari, string? Ke, int? Terkait = null);

/// <summary>A paraf on this version.</summary>
public sealed record RincianParaf(string Peran, string Nama, DateTimeOffset Pada);

/// <summary>The konsep of SOP step 2, corrected in steps 3 and 4; for officers of the office only.</summary>
public static class KonsepApi
{
    /// <summary>Maps <c>/api/v1/permohonan/{id}/konsep</c> and the receipt.</summary>
    public static RouteGroupBuilder MapKonsep(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/permohonan/{id:guid}").WithTags("Konsep").RequireAuthorization(Izin.Petugas);

        group.MapGet("/konsep/{versi:int}", async Task<Results<Ok<RincianKonsep>, ProblemHttpResult>> (
            Guid id, int versi, IntakeDb db, PelayananPermohonan permohonan, Pelindung pelindung, HttpContext http, CancellationToken token) =>
        {
            var konsep = await CariAsync(id, versi, db, permohonan, http, token);
            if (konsep is null) return Masalah.TidakDitemukan("Konsep");
            var dilihat = await LihatAsync(konsep, Petugas.Dari(http.User), db, token);
            var lama = await db.Konsep.AsNoTracking().Where(k => k.PermohonanId == id && (k.Versi == versi - 1 || k.Versi == dilihat)).ToListAsync(token);
            var paraf = await db.Paraf.AsNoTracking().Where(p => p.PermohonanId == id && p.Versi == versi).OrderBy(p => p.Pada).ToListAsync(token);
            var koreksi = await db.Koreksi.AsNoTracking().Where(k => k.PermohonanId == id && k.Versi == versi).OrderBy(k => k.Pada).ToListAsync(token);
            return TypedResults.Ok(Rincian(konsep, lama, dilihat, paraf, koreksi, pelindung));
        }).Dicatat("konsep.baca").WithSummary("Lihat konsep: data tersamar, temuan, perbedaan dengan versi sebelumnya dan dengan yang terakhir Anda lihat, catatan koreksi, paraf");

        group.MapGet("/konsep/{versi:int}/pdf", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            Guid id, int versi, IntakeDb db, PelayananPermohonan permohonan, Pelindung pelindung, Kantor kantor, HttpContext http, CancellationToken token) =>
        {
            var konsep = await CariAsync(id, versi, db, permohonan, http, token);
            if (konsep is null) return Masalah.TidakDitemukan("Konsep");
            return await PdfAsync(konsep, tersamar: true, db, pelindung, kantor, token);
        }).Dicatat("konsep.cetak").WithSummary("Cetak konsep KK (PDF)");

        group.MapGet("/tanda-bukti", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            Guid id, PelayananPermohonan permohonan, Pelindung pelindung, Kantor kantor, IConfiguration configuration, HttpContext http, CancellationToken token) =>
        {
            var p = await permohonan.Terlihat(Petugas.Dari(http.User)).AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, token);
            if (p?.TandaBuktiTersegel is not { } kode) return Masalah.TidakDitemukan("Tanda bukti pengambilan");
            return TypedResults.File(TandaBuktiPengambilan.Buat(new IsiTandaBukti
            {
                Kop = Kop.Dari(kantor),
                NomorRegister = p.NomorRegister!,
                KodeResi = pelindung.BukaKolom<string>(kode),
                IsiQr = TautanPeriksa.Dari(configuration, pelindung.BukaKolom<string>(kode)),
                Diterima = kantor.WaktuPada(p.TandaBuktiPada!.Value),
                NamaPemohon = pelindung.BukaKolom<Pemohon>(p.PemohonTersegel).Nama,
                Jenis = JenisPermohonan.Semua.Single(j => j.Kode == p.Jenis).Nama,
                Layanan = "Loket pelayanan, pada hari dan jam kerja",
                Petugas = pelindung.BukaKolom<string>(p.TandaBuktiOleh!),
            }), "application/pdf");
        }).Dicatat("tanda-bukti.cetak").WithSummary("Cetak tanda bukti pengambilan (PDF)");

        return group;
    }

    /// <summary>The sheet of a version, with numbers or without.</summary>
    internal static async Task<FileContentHttpResult> PdfAsync(
        VersiKonsep konsep, bool tersamar, IntakeDb db, Pelindung pelindung, Kantor kantor, CancellationToken token)
    {
        var nomorRegister = await db.Permohonan.Where(p => p.Id == konsep.PermohonanId).Select(p => p.NomorRegister).SingleAsync(token);
        var paraf = await db.Paraf.AsNoTracking().Where(p => p.PermohonanId == konsep.PermohonanId && p.Versi == konsep.Versi).ToListAsync(token);
        var isi = IsiVersiKonsep.Dari(konsep, pelindung);
        if (tersamar) isi = isi.Tersamar();
        return TypedResults.File(KonsepKk.Buat(new IsiKonsepKk
        {
            Kartu = isi.Kartu,
            Terkait = isi.Terkait,
            Versi = konsep.Versi,
            Hash = konsep.Hash,
            NomorRegister = nomorRegister,
            Kasi = Kotak("KASI", "Kasi Identitas Penduduk"),
            Kabid = Kotak("KABID", "Kabid Pelayanan Pendaftaran Penduduk"),
        }), "application/pdf");

        KotakParaf Kotak(string peran, string jabatan) =>
            paraf.SingleOrDefault(p => p.Peran == peran) is { } p
                ? new KotakParaf(jabatan, pelindung.BukaKolom<string>(p.NamaTersegel), kantor.WaktuPada(p.Pada))
                : new KotakParaf(jabatan);
    }

    internal static Task<VersiKonsep?> CariAsync(
        Guid id, int versi, IntakeDb db, PelayananPermohonan permohonan, HttpContext http, CancellationToken token)
    {
        var terlihat = permohonan.Terlihat(Petugas.Dari(http.User)).Select(p => p.Id);
        return db.Konsep.AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == id && k.Versi == versi && terlihat.Contains(k.PermohonanId), token);
    }

    // Remembers that this officer sees the version; answers the one that was seen before it.
    private static async Task<int?> LihatAsync(VersiKonsep konsep, Petugas petugas, IntakeDb db, CancellationToken token)
    {
        var dilihat = await db.KonsepDilihat.AsNoTracking().Where(k => k.PermohonanId == konsep.PermohonanId && k.Petugas == petugas.Id).Select(k => k.Versi).ToListAsync(token);
        if (!dilihat.Contains(konsep.Versi))
        {
            // Two windows of one officer at once: the second finds it there.
            await db.Database.ExecuteSqlRawAsync(
                db.Sql("INSERT INTO {schema}konsep_dilihat (permohonan_id, petugas, versi) VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING"),
                [konsep.PermohonanId, petugas.Id, konsep.Versi], token);
        }
        return dilihat.Where(v => v < konsep.Versi).Select(v => (int?)v).Max();
    }

    private static RincianKonsep Rincian(
        VersiKonsep konsep, IReadOnlyList<VersiKonsep> lama, int? dilihat, IEnumerable<ParafKonsep> paraf, IEnumerable<CatatanKoreksi> koreksi, Pelindung pelindung)
    {
        var isi = IsiVersiKonsep.Dari(konsep, pelindung);
        var tersamar = isi.Tersamar();
        return new RincianKonsep(
            konsep.Versi, konsep.Hash, tersamar.Kartu, tersamar.Terkait, pelindung.BukaKolom<IReadOnlyList<Temuan>>(konsep.TemuanTersegel),
            konsep.CatatanTersegel is { } catatan ? pelindung.BukaKolom<string>(catatan) : null, konsep.Pengentri, konsep.DibuatPada,
            Sejak(konsep.Versi - 1) ?? [],
            [.. paraf.Select(p => new RincianParaf(p.Peran, pelindung.BukaKolom<string>(p.NamaTersegel), p.Pada))],
            [.. koreksi.SelectMany(k => pelindung.BukaKolom<IReadOnlyList<CatatanIsian>>(k.CatatanTersegel)
                .Select(c => new RincianKoreksi(c.Anggota, c.Field, c.Catatan, k.Peran, k.Pada, c.Terkait)))],
            dilihat, dilihat is { } d ? Sejak(d) : null);

        IReadOnlyList<PerbedaanKonsep>? Sejak(int versi) => lama.SingleOrDefault(k => k.Versi == versi) is { } dulu
            ? [.. isi.SejakDari(IsiVersiKonsep.Dari(dulu, pelindung)).Select(p => p.Kanonik ? new PerbedaanKonsep(p.Anggota, p.Field, p.Dari, p.Ke, p.Terkait) : Tersamar(p))]
            : null;
    }

    // The fields outside the canonical data are the numbers.
    private static PerbedaanKonsep Tersamar(Perbedaan p) =>
        new(p.Anggota, p.Field, p.Dari is null ? null : Samaran.Dari(p.Dari), p.Ke is null ? null : Samaran.Dari(p.Ke), p.Terkait);
}
