using Dukcapil.Intake.Database;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>Answer: a draft as it now is.</summary>
/// <param name="Id">Its id, which stays when it is filed; shown at <c>/api/v1/permohonan/{id}</c>.</param>
/// <param name="Jenis">Application type.</param>
/// <param name="Lampiran">Requirement codes of what is attached.</param>
/// <param name="Kekurangan">What is still missing, in words for the applicant.</param>
public sealed record DrafTersimpan(Guid Id, string Jenis, IReadOnlyList<string> Lampiran, IReadOnlyList<BerkasKurang> Kekurangan);

/// <summary>An application put together bit by bit before it is filed. Nobody but its filer's side sees it, no number is given, no time counts.</summary>
internal static class DrafApi
{
    public static void MapDraf(this RouteGroupBuilder permohonan)
    {
        var draf = permohonan.MapGroup("/draf").RequireAuthorization(Izin.Mengajukan);

        draf.MapPost("/", async (HttpContext http, BerkasPengajuan berkas, PelayananPermohonan layanan, Idempotensi idempotensi, IntakeDb db, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var id = Guid.CreateVersion7();
            var (terbaca, masalah) = await berkas.BacaAsync<IsiPengajuan>(http.Request, id, token);
            return masalah ?? await PermohonanApi.TerimaAsync<IsiPengajuan, DrafTersimpan>(http, petugas, terbaca!, berkas, idempotensi, () =>
            {
                if (layanan.Tolak(terbaca!.Isi, petugas) is { } penolakan) return Task.FromResult<Ciptaan<DrafTersimpan>>(penolakan);
                var baru = layanan.Baru(id, terbaca.Isi, petugas);
                db.Add(baru);
                db.AddRange(terbaca.Lampiran);
                layanan.CatatDraf(baru, terbaca.Isi, petugas);
                var jawaban = Tersimpan(baru, terbaca.Lampiran.Select(l => l.Kode), terbaca.Isi.KartuKeluarga, layanan);
                return Task.FromResult(new Ciptaan<DrafTersimpan>(StatusCodes.Status201Created, jawaban, $"/api/v1/permohonan/{id}"));
            }, token);
        })
            .WithRequestLimit(RequestLimits.Pengajuan).Accepts<IsiPengajuan>("application/json", "multipart/form-data")
            .Produces<DrafTersimpan>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422)
            .WithSummary("Simpan draf permohonan");

        draf.MapPut("/{id:guid}", async Task<Results<Ok<DrafTersimpan>, ProblemHttpResult>> (
            Guid id, IsiPengajuan isi, HttpContext http, PelayananPermohonan layanan, IntakeDb db, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var (p, masalah) = await CariAsync(id, petugas, layanan, token);
            if (masalah is not null) return masalah;
            if (http.Request.TolakVersiLain(p!.Revisi) is { } lain) return lain;
            if (layanan.Tolak(isi, petugas) is { } penolakan) return penolakan;
            layanan.Isi(p, isi);
            p.Revisi++;
            layanan.CatatDraf(p, isi, petugas);
            try
            {
                await db.SaveChangesAsync(token);
            }
            catch (DbUpdateConcurrencyException)
            {
                return VersiData.VersiLain();
            }
            http.Response.TulisVersi(p.Revisi);
            return TypedResults.Ok(Tersimpan(p, await KodeAsync(db, id, token), isi.KartuKeluarga, layanan));
        })
            .WithRequestLimit(RequestLimits.Json).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428)
            .WithSummary("Ganti isi draf (If-Match)");

        draf.MapPost("/{id:guid}/lampiran", async (
            Guid id, HttpContext http, BerkasPengajuan berkas, PelayananPermohonan layanan, Idempotensi idempotensi, IsiPermohonan fakta, IntakeDb db, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            var (terbaca, salah) = await berkas.BacaLampiranAsync(http.Request, id, token);
            return salah ?? await PermohonanApi.TerimaAsync<object, DrafTersimpan>(http, petugas, terbaca!, berkas, idempotensi, async () =>
            {
                var (p, masalah) = await CariAsync(id, petugas, layanan, token);
                if (masalah is not null) return masalah;
                var kode = await KodeAsync(db, id, token);
                if (kode.Count + terbaca!.Lampiran.Count > BerkasPengajuan.PalingBanyak)
                    return Masalah.TidakSah("Lampiran terlalu banyak.", ("lampiran", $"Paling banyak {BerkasPengajuan.PalingBanyak} berkas."));
                db.AddRange(terbaca.Lampiran);
                // Whoever files it at this moment files what he saw: one of the two is refused.
                p!.Revisi++;
                return new Ciptaan<DrafTersimpan>(
                    StatusCodes.Status201Created, Tersimpan(p, [.. kode, .. terbaca.Lampiran.Select(l => l.Kode)], fakta.Kartu(p), layanan));
            }, token);
        })
            .WithRequestLimit(RequestLimits.Pengajuan).Accepts<IFormFileCollection>("multipart/form-data")
            .Produces<DrafTersimpan>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422)
            .Dicatat("permohonan.draf-lampiran").WithSummary("Tambahkan lampiran pada draf");

        draf.MapDelete("/{id:guid}/lampiran/{lampiran}", async Task<Results<NoContent, ProblemHttpResult>> (
            Guid id, string lampiran, HttpContext http, BerkasPengajuan berkas, PelayananPermohonan layanan, IntakeDb db, CancellationToken token) =>
        {
            var (p, masalah) = await CariAsync(id, Petugas.Dari(http.User), layanan, token);
            if (masalah is not null) return masalah;
            var l = await db.Lampiran.SingleOrDefaultAsync(x => x.Id == lampiran && x.PermohonanId == id, token);
            if (l is null) return Masalah.TidakDitemukan("Lampiran");
            db.Remove(l);
            p!.Revisi++;
            await db.SaveChangesAsync(token);
            await berkas.BuangAsync([l]);
            return TypedResults.NoContent();
        }).ProducesProblem(404).ProducesProblem(409).Dicatat("permohonan.draf-lampiran").WithSummary("Hapus lampiran dari draf");

        draf.MapDelete("/{id:guid}", async Task<Results<NoContent, ProblemHttpResult>> (
            Guid id, HttpContext http, BerkasPengajuan berkas, PelayananPermohonan layanan, IntakeDb db, CancellationToken token) =>
        {
            var (p, masalah) = await CariAsync(id, Petugas.Dari(http.User), layanan, token);
            if (masalah is not null) return masalah;
            if (http.Request.TolakVersiLain(p!.Revisi) is { } lain) return lain;
            var lampiran = await db.Lampiran.Where(l => l.PermohonanId == id).ToListAsync(token);
            db.RemoveRange(lampiran);
            db.Remove(p);
            await db.SaveChangesAsync(token);
            await berkas.BuangAsync(lampiran);
            return TypedResults.NoContent();
        }).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428).Dicatat("permohonan.draf-hapus").WithSummary("Hapus draf (If-Match)");

        draf.MapPost("/{id:guid}/ajukan", async (
            Guid id, HttpContext http, PelayananPermohonan layanan, Idempotensi idempotensi, IsiPermohonan fakta, Pelindung pelindung, IntakeDb db, CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            return await idempotensi.JalankanAsync<PengajuanDiterima>(http, petugas.Id, $"{id}/ajukan", async () =>
            {
                var (p, masalah) = await CariAsync(id, petugas, layanan, token);
                if (masalah is not null) return masalah;
                var lampiran = await db.Lampiran.AsNoTracking().Where(l => l.PermohonanId == id).ToListAsync(token);
                p!.Revisi++;
                return new Ciptaan<PengajuanDiterima>(StatusCodes.Status200OK, layanan.Kirim(p, lampiran, pelindung.BukaKolom<Pemohon>(p.PemohonTersegel), fakta.Kartu(p), petugas), $"/api/v1/permohonan/{id}");
            }, token);
        })
            .Produces<PengajuanDiterima>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Ajukan draf (langkah 1)");
    }

    private static async Task<(Permohonan? Draf, ProblemHttpResult? Masalah)> CariAsync(
        Guid id, Petugas petugas, PelayananPermohonan layanan, CancellationToken token)
    {
        var p = await layanan.Terlihat(petugas).SingleOrDefaultAsync(x => x.Id == id, token);
        if (p is null) return (null, Masalah.TidakDitemukan("Draf"));
        return p.Status == StatusPermohonan.Draf ? (p, null) : (null, Masalah.Bentrok("sudah-diajukan", "Permohonan ini sudah diajukan dan bukan draf lagi."));
    }

    private static Task<List<string>> KodeAsync(IntakeDb db, Guid id, CancellationToken token) =>
        db.Lampiran.Where(l => l.PermohonanId == id).OrderBy(l => l.DiunggahPada).Select(l => l.Kode).ToListAsync(token);

    private static DrafTersimpan Tersimpan(Permohonan p, IEnumerable<string> lampiran, KartuKeluarga? kartu, PelayananPermohonan layanan)
    {
        var kode = lampiran.ToList();
        return new(p.Id, p.Jenis, kode, layanan.Kekurangan(p.Jenis, p.Keadaan, kode, kartu));
    }
}
