using System.Globalization;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Masukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Agenda;

/// <summary>A line of the Buku Agenda; the number of the card is masked.</summary>
public sealed record BarisAgenda(
    string NomorAgenda, Guid PermohonanId, DateOnly Tanggal, string NomorKk, string KepalaKeluarga, string Jenis, DateOnly TanggalTerbit,
    string PenandaTangan, string Cara, string Cap, DateTimeOffset? CapPada, string? LokasiArsip, string Petugas, bool Batal, string? SebabBatal);

/// <summary>A page of the book.</summary>
/// <param name="Entri">By number.</param>
/// <param name="Berikut">Value of <c>sesudah</c> for the next page; null at the end.</param>
public sealed record HalamanAgenda(IReadOnlyList<BarisAgenda> Entri, string? Berikut);

/// <summary>The Buku Agenda of an office, voided lines included; a client system sees the lines of its own applications.</summary>
internal static class BukuAgendaApi
{
    /// <summary>What the book says in the column of the cap where the law wants none.</summary>
    public const string TanpaCap = "tidak diperlukan";

    public static RouteHandlerBuilder MapBukuAgenda(this RouteGroupBuilder buku) =>
        buku.MapGet("/buku-agenda", async Task<Results<Ok<HalamanAgenda>, ProblemHttpResult>> (
            [AsParameters] SaringanAgenda saringan, RegistryDb db, Pelindung pelindung, JurnalAudit jurnal, Kantor kantor, TimeProvider time, HttpContext http,
            CancellationToken token, string? sesudah, int? batas) =>
        {
            if (BatasHalaman.Tolak(batas) is { } terlalu) return terlalu;
            var banyak = batas ?? BatasHalaman.Bawaan;
            var urut = 0;
            if (sesudah is not null && !int.TryParse(sesudah, NumberStyles.None, CultureInfo.InvariantCulture, out urut))
                return Masalah.TidakTerbaca("Nilai sesudah bukan penanda halaman dari buku ini.", "sesudah");
            var entri = await BacaAsync(db, pelindung, saringan.Saring(db, kantor, time, http), urut, banyak + 1, token);
            var halaman = entri.Take(banyak).ToList();
            await CatatAsync(db, jurnal, "agenda.baca", halaman, token);
            return TypedResults.Ok(new HalamanAgenda(
                [.. halaman.Select(e => e.Baris)], entri.Count > banyak ? halaman[^1].Urut.ToString(CultureInfo.InvariantCulture) : null));
        }).WithSummary("Buku Agenda suatu tahun, tanggal, atau jenis; entri yang batal tetap tampak");

    /// <summary>Every line that is shown is a line of the audit journal, on disk before it leaves.</summary>
    internal static async Task<List<(int Urut, BarisAgenda Baris)>> CatatAsync(
        RegistryDb db, JurnalAudit jurnal, string tindakan, List<(int Urut, BarisAgenda Baris)> entri, CancellationToken token)
    {
        foreach (var (_, baris) in entri) jurnal.Catat(tindakan, baris.PermohonanId, "agenda " + baris.NomorAgenda);
        if (entri.Count > 0) await db.SaveChangesAsync(token);
        return entri;
    }

    /// <summary>Lines after a number, with the place of their archive.</summary>
    internal static async Task<List<(int Urut, BarisAgenda Baris)>> BacaAsync(
        RegistryDb db, Pelindung pelindung, IQueryable<EntriAgenda> entri, int sesudah, int banyak, CancellationToken token)
    {
        var baris = await entri.Where(e => e.Urut > sesudah).OrderBy(e => e.Urut).Take(banyak)
            .Select(e => new { Entri = e, Lokasi = db.Arsip.Where(a => a.PermohonanId == e.PermohonanId).Select(a => a.Lokasi).FirstOrDefault() }).ToListAsync(token);
        return [.. baris.Select(b => (b.Entri.Urut, Baris(b.Entri, pelindung, b.Lokasi)))];
    }

    public static BarisAgenda Baris(EntriAgenda e, Pelindung pelindung, string? lokasi) => new(
        e.Nomor, e.PermohonanId, e.Tanggal, Samaran.Dari(pelindung.BukaKolom<string>(e.NomorKkTersegel)),
        pelindung.BukaKolom<string>(e.KepalaKeluargaTersegel), e.Jenis, e.TanggalTerbit, e.PenandaTangan, e.Cara,
        e.CapOleh ?? TanpaCap, e.CapPada, lokasi, e.NamaPetugas, e.BatalPada is not null, e.SebabBatal);
}
