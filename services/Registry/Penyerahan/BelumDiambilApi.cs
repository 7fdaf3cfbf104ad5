using System.Globalization;
using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Langkah;
using Dukcapil.Registry.Masukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Penyerahan;

/// <summary>A card that waits for its applicant.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="NomorAgenda">Number in the Buku Agenda.</param>
/// <param name="NomorRegister">Number in the Buku Register, on the receipt.</param>
/// <param name="NamaPemohon">Applicant.</param>
/// <param name="SiapSejak">Ready since (UTC).</param>
/// <param name="LamaHari">Whole days since then.</param>
/// <param name="JumlahPengingat">Reminders so far.</param>
/// <param name="PengingatTerakhir">The last one (UTC).</param>
public sealed record KartuBelumDiambil(
    Guid PermohonanId, string? NomorAgenda, string? NomorRegister, string? NamaPemohon, DateTimeOffset SiapSejak, int LamaHari, int JumlahPengingat,
    DateTimeOffset? PengingatTerakhir);

/// <summary>A page of them.</summary>
/// <param name="Kartu">The longest waiting first.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanBelumDiambil(IReadOnlyList<KartuBelumDiambil> Kartu, string? Berikut);

/// <summary>Request: the applicant was reminded.</summary>
/// <param name="Cara">How.</param>
/// <param name="Catatan">What came of it; at most 500 characters.</param>
public sealed record CatatPengingat(CaraPengingat Cara, string? Catatan = null);

/// <summary>Answer.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="Urut">How many reminders there are now.</param>
/// <param name="Pada">When (UTC).</param>
public sealed record PengingatDicatat(Guid PermohonanId, int Urut, DateTimeOffset Pada);

/// <summary>Cards that nobody has collected, and the reminders to do so.</summary>
internal static class BelumDiambilApi
{
    private const int HariBawaan = 7, HariTerbanyak = 3650, CatatanTerpanjang = 500;

    public static void MapBelumDiambil(this RouteGroupBuilder registri)
    {
        registri.MapGet("/belum-diambil", DaftarAsync).WithSummary("Kartu yang sudah siap dan belum diambil sekurangnya sekian hari, dengan pengingatnya");
        registri.MapPost("/permohonan/{id:guid}/pengingat", CatatAsync)
            .RequireAuthorization(Izin.Tugas).WithRequestLimit(RequestLimits.Json)
            .Produces<PengingatDicatat>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Catat bahwa pemohon diingatkan untuk mengambil kartunya");
    }

    private static async Task<Results<Ok<HalamanBelumDiambil>, ProblemHttpResult>> DaftarAsync(
        RegistryDb db, Pelindung pelindung, JurnalAudit jurnal, TimeProvider time, HttpContext http, CancellationToken token, int hari = HariBawaan,
        string? sesudah = null, int? batas = null)
    {
        if (BatasHalaman.Tolak(batas) is { } masalah) return masalah;
        if (hari is < 0 or > HariTerbanyak) return Masalah.TidakTerbaca($"Nilai hari harus 0 sampai {HariTerbanyak}.", "hari");
        if (!TryPenanda(sesudah, out var sejak, out var id)) return Masalah.TidakTerbaca("Nilai sesudah bukan penanda halaman dari daftar ini.", "sesudah");
        var (kantor, kini, banyak) = (Petugas.Dari(http.User).Kantor, time.GetUtcNow(), batas ?? BatasHalaman.Bawaan);
        var paling = kini.AddDays(-hari);
        var tugas = await db.Set<Tugas>().AsNoTracking()
            .Where(t => t.Kantor == kantor && t.Aktivitas == SerahTerima.Jenis && t.Status == StatusTugas.Terbuka && t.DiterbitkanPada <= paling)
            .Where(t => t.DiterbitkanPada > sejak || (t.DiterbitkanPada == sejak && string.Compare(t.Id, id) > 0))
            .OrderBy(t => t.DiterbitkanPada).ThenBy(t => t.Id).Take(banyak + 1)
            .Select(t => new { t.Id, t.PermohonanId, t.DiterbitkanPada }).ToListAsync(token);
        var halaman = tugas.Take(banyak).ToList();
        var berkas = halaman.Select(t => t.PermohonanId).ToList();
        var agenda = await db.BukuAgenda.Where(e => berkas.Contains(e.PermohonanId) && e.BatalPada == null)
            .ToDictionaryAsync(e => e.PermohonanId, e => e.Nomor, token);
        var bukti = await db.TandaBukti.AsNoTracking().Where(b => berkas.Contains(b.PermohonanId)).ToDictionaryAsync(b => b.PermohonanId, token);
        var pengingat = await db.Pengingat.Where(p => berkas.Contains(p.PermohonanId)).GroupBy(p => p.PermohonanId)
            .Select(g => new { g.Key, Banyak = g.Max(p => p.Urut), Terakhir = g.Max(p => p.Pada) }).ToDictionaryAsync(g => g.Key, token);
        foreach (var permohonan in berkas) jurnal.Catat("belum-diambil.baca", permohonan);
        if (berkas.Count > 0) await db.SaveChangesAsync(token);
        var kartu = halaman.Select(t => new KartuBelumDiambil(
            t.PermohonanId, agenda.GetValueOrDefault(t.PermohonanId), bukti.GetValueOrDefault(t.PermohonanId)?.NomorRegister,
            pelindung.BukaBila(bukti.GetValueOrDefault(t.PermohonanId)?.NamaPemohonTersegel), t.DiterbitkanPada, (int)(kini - t.DiterbitkanPada).TotalDays,
            pengingat.GetValueOrDefault(t.PermohonanId)?.Banyak ?? 0, pengingat.GetValueOrDefault(t.PermohonanId)?.Terakhir));
        return TypedResults.Ok(new HalamanBelumDiambil([.. kartu], tugas.Count > banyak ? $"{halaman[^1].DiterbitkanPada.UtcTicks}.{halaman[^1].Id}" : null));
    }

    private static bool TryPenanda(string? sesudah, out DateTimeOffset sejak, out string id)
    {
        (sejak, id) = (DateTimeOffset.MinValue, "");
        if (sesudah is null) return true;
        var titik = sesudah.IndexOf('.', StringComparison.Ordinal);
        if (titik < 1 || !long.TryParse(sesudah.AsSpan(0, titik), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks) return false;
        (sejak, id) = (new DateTimeOffset(ticks, TimeSpan.Zero), sesudah[(titik + 1)..]);
        return true;
    }

    private static async Task<IResult> CatatAsync(
        Guid id, CatatPengingat permintaan, RegistryDb db, PelayananTugas pelayanan, Pelindung pelindung, JurnalAudit jurnal, Idempotensi idempotensi,
        TimeProvider time, HttpContext http, CancellationToken token)
    {
        var petugas = Petugas.Dari(http.User);
        if (permintaan.Catatan?.Length > CatatanTerpanjang)
            return Masalah.TidakSah("Catatan terlalu panjang.", ("catatan", $"Paling banyak {CatatanTerpanjang} karakter."));
        return await idempotensi.JalankanAsync<PengingatDicatat>(http, petugas.Id, $"{id}/pengingat {ApiJson.Sidik(permintaan)}", async () =>
        {
            var tugas = await db.Set<Tugas>().Where(t => t.PermohonanId == id && t.Kantor == petugas.Kantor && t.Aktivitas == SerahTerima.Jenis)
                .OrderByDescending(t => t.DiterbitkanPada).FirstOrDefaultAsync(token);
            if (tugas is null) return Masalah.TidakDitemukan("Kartu yang siap diambil");
            if ((await pelayanan.BolehAsync(tugas, petugas, null, token)).Masalah is { } masalah) return masalah;
            var terakhir = await db.Pengingat.Where(p => p.PermohonanId == id).MaxAsync(p => (int?)p.Urut, token) ?? 0;
            var pengingat = new PengingatPengambilan
            {
                PermohonanId = id,
                Urut = terakhir + 1,
                Cara = permintaan.Cara,
                CatatanTersegel = pelindung.SegelBila(permintaan.Catatan),
                Petugas = petugas.Id,
                NamaPetugas = petugas.Nama,
                Pada = time.GetUtcNow(),
            };
            db.Pengingat.Add(pengingat);
            jurnal.Catat("pengambilan.ingatkan", id, $"pengingat {pengingat.Urut}", permintaan.Cara.ToString());
            return new Ciptaan<PengingatDicatat>(
                StatusCodes.Status201Created, new PengingatDicatat(id, pengingat.Urut, pengingat.Pada), $"/api/v1/registri/permohonan/{id}");
        }, token);
    }
}
