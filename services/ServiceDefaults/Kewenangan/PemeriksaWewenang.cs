using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Kewenangan;

/// <summary>
/// Says whether an officer may act in a role: by the own token, else by a delegation in this service's copy. The copy is read each time, so that nothing
/// that was revoked is remembered; who acts in the own right costs no reading.
/// </summary>
public sealed class PemeriksaWewenang(ServiceDb db, Pelindung pelindung, SetelanWewenang setelan, TimeProvider time)
{
    /// <summary>The authority in one of these roles, or a refusal.</summary>
    /// <param name="petugas">Who acts.</param>
    /// <param name="peran">Roles, any of which is enough.</param>
    /// <param name="aktivitas">Activity type; null: the whole role is needed.</param>
    /// <param name="penolakan">Said to who has none of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(Hak? Hak, ProblemHttpResult? Masalah)> HakAsync(
        Petugas petugas, IReadOnlyList<string> peran, string? aktivitas, string penolakan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(petugas);
        ArgumentNullException.ThrowIfNull(peran);
        if (peran.Any(petugas.Peran.Contains)) return (Hak.Sendiri(petugas), null);
        if (await SalinanAsync(petugas.Kantor, cancellationToken) is not { } salinan) return (null, Masalah.BukanPeran(penolakan));
        var kini = time.GetUtcNow();
        var miliknya = salinan.Isi.Delegasi.Where(d => d.Penerima == petugas.Id && peran.Any(p => d.Mencakup(p, aktivitas))).ToList();
        if (miliknya.FirstOrDefault(d => d.Berlaku(kini)) is not { } berlaku) return (null, TanpaDelegasi(miliknya, kini, penolakan));
        return Segar(salinan, kini) ? (Hak.Dari(petugas, berlaku), null) : (null, TidakSegar());
    }

    /// <summary>What holds for an officer now; nothing when the copy has gone stale.</summary>
    public async Task<IReadOnlyList<Delegasi>> BerlakuAsync(Petugas petugas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(petugas);
        return [.. (await BerlakuDiAsync(petugas.Kantor, cancellationToken)).Where(d => d.Penerima == petugas.Id)];
    }

    /// <summary>All that holds in an office now; nothing when the copy has gone stale.</summary>
    public async Task<IReadOnlyList<Delegasi>> BerlakuDiAsync(string kantor, CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        return await SalinanAsync(kantor, cancellationToken) is { } salinan && Segar(salinan, kini) ? [.. salinan.Isi.Delegasi.Where(d => d.Berlaku(kini))] : [];
    }

    /// <summary>The delegation under which an officer would hold a task of that role; null when there is none.</summary>
    internal async Task<AtasNama?> UntukAsync(string kantor, string petugas, string peran, string aktivitas, CancellationToken cancellationToken) =>
        await SalinanAsync(kantor, cancellationToken) is { } salinan
            ? AtasNama.Dari(salinan.Isi.Delegasi.FirstOrDefault(d => d.Penerima == petugas && d.Mencakup(peran, aktivitas) && d.Berlaku(time.GetUtcNow())))
            : null;

    private async Task<(WewenangKantor Isi, DateTimeOffset DikuatkanPada)?> SalinanAsync(string kantor, CancellationToken cancellationToken) =>
        await db.Set<SalinanWewenang>().AsNoTracking().SingleOrDefaultAsync(s => s.Kantor == kantor, cancellationToken) is { } baris
            ? (pelindung.BukaKolom<WewenangKantor>(baris.IsiTersegel), baris.DikuatkanPada)
            : null;

    private bool Segar((WewenangKantor Isi, DateTimeOffset DikuatkanPada) salinan, DateTimeOffset kini) => kini - salinan.DikuatkanPada <= setelan.UmurSalinan;

    // Whoever had the authority a moment ago is told what became of it.
    private static ProblemHttpResult TanpaDelegasi(List<Delegasi> miliknya, DateTimeOffset kini, string penolakan) =>
        miliknya.Where(d => d.BerakhirPada <= kini).MaxBy(d => d.BerakhirPada) is { } lalu
            ? Masalah.Buat(
                StatusCodes.Status403Forbidden, "delegasi-berakhir", "Bukan wewenang Anda",
                lalu.DicabutPada is null
                    ? $"Delegasi {lalu.Jenis} {lalu.Peran} kepada Anda sudah berakhir."
                    : $"Delegasi {lalu.Jenis} {lalu.Peran} kepada Anda sudah dicabut.")
        : miliknya.Count > 0
            ? Masalah.Buat(
                StatusCodes.Status403Forbidden, "delegasi-belum-mulai", "Bukan wewenang Anda", "Delegasi kepada Anda belum mulai berlaku.")
        : Masalah.BukanPeran(penolakan);

    private static ProblemHttpResult TidakSegar() => Masalah.Buat(
        StatusCodes.Status503ServiceUnavailable, "delegasi-belum-dapat-dipastikan", "Delegasi belum dapat dipastikan",
        "Layanan ini sementara tidak menerima kabar tentang delegasi, sehingga tindakan atas nama orang lain ditolak. Ulangi beberapa saat lagi.");
}
