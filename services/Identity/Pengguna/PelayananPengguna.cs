using System.Text.RegularExpressions;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Sandi;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Pengguna;

/// <summary>Request: a new user. The password comes apart, see <see cref="PelayananPengguna.SandiSekaliAsync"/>.</summary>
/// <param name="NamaPengguna">Login name: 3 to 40 of a–z, 0–9, dot and hyphen; never a NIK.</param>
/// <param name="Nama">Name as printed in books, up to 100 characters.</param>
/// <param name="Kantor">Office code.</param>
/// <param name="Peran">Role codes.</param>
public sealed record PenggunaBaru(string NamaPengguna, string Nama, string Kantor, IReadOnlyList<string> Peran);

/// <summary>Request: what of a user can be changed; all of it.</summary>
/// <param name="Nama">Name.</param>
/// <param name="Kantor">Office code.</param>
/// <param name="Peran">Role codes.</param>
/// <param name="Aktif">False: may not log in.</param>
public sealed record UbahPengguna(string Nama, string Kantor, IReadOnlyList<string> Peran, bool Aktif);

/// <summary>Changes of users, the same behind REST and admin page. Nobody changes the own roles, and somebody stays who can manage.</summary>
internal sealed partial class PelayananPengguna(IdentityDb db, Penyandi penyandi, PelayananSesi sesi, JurnalAudit jurnal, TimeProvider time)
{
    private const string Tujuan = "PENGELOLAAN";
    private const int NamaTerpanjang = 100, PeranTerbanyak = 20;

    /// <summary>A new user, not yet saved, or a refusal.</summary>
    public async Task<(Akun? Akun, ProblemHttpResult? Masalah)> BuatAsync(PenggunaBaru isi, CancellationToken cancellationToken)
    {
        if (!NamaPengguna().IsMatch(isi.NamaPengguna) || isi.NamaPengguna.Count(char.IsAsciiDigit) >= 16)
            return (null, Masalah.TidakSah("Nama pengguna tidak sah.", ("namaPengguna", "3 sampai 40 huruf kecil, angka, titik, atau tanda hubung; bukan NIK.")));
        if (await TolakIsianAsync(isi.Nama, isi.Kantor, isi.Peran, cancellationToken) is { } masalah) return (null, masalah);
        if (await db.Akun.AnyAsync(a => a.NamaPengguna == isi.NamaPengguna, cancellationToken))
            return (null, Masalah.TidakSah("Nama pengguna sudah dipakai.", ("namaPengguna", "Sudah dipakai.")));
        var id = Guid.CreateVersion7();
        var akun = new Akun
        {
            Id = id,
            NamaPengguna = isi.NamaPengguna,
            Nama = isi.Nama.Trim(),
            Kantor = isi.Kantor,
            DibuatPada = time.GetUtcNow(),
            Peran = [.. isi.Peran.Distinct().Select(p => new PeranAkun { AkunId = id, Kode = p })],
        };
        db.Add(akun);
        jurnal.Catat("pengguna.buat", objek: id.ToString(), rincian: Rincian(akun), tujuan: Tujuan);
        return (akun, null);
    }

    /// <summary>Changes a user; a refusal, or null when it is saved.</summary>
    public async Task<ProblemHttpResult?> UbahAsync(Akun akun, UbahPengguna isi, Guid oleh, CancellationToken cancellationToken)
    {
        if (await TolakIsianAsync(isi.Nama, isi.Kantor, isi.Peran, cancellationToken) is { } masalah) return masalah;
        var baru = isi.Peran.ToHashSet(StringComparer.Ordinal);
        var lama = akun.Peran.Select(p => p.Kode).ToHashSet(StringComparer.Ordinal);
        // Two persons stand between anybody and a role that he has not; and nobody locks himself out.
        if (akun.Id == oleh && (!baru.SetEquals(lama) || !isi.Aktif || isi.Kantor != akun.Kantor))
            return Masalah.BukanPeran("Peran, kantor, dan keaktifan sendiri hanya dapat diubah oleh admin lain.");
        akun.Nama = isi.Nama.Trim();
        akun.Kantor = isi.Kantor;
        akun.Aktif = isi.Aktif;
        akun.Peran.RemoveAll(p => !baru.Contains(p.Kode));
        akun.Peran.AddRange(baru.Except(lama).Select(p => new PeranAkun { AkunId = akun.Id, Kode = p }));
        akun.Versi++;
        jurnal.Catat("pengguna.ubah", objek: akun.Id.ToString(), rincian: Rincian(akun), tujuan: Tujuan);
        await db.SaveChangesAsync(cancellationToken);
        // Sessions are looked up with the roles of now; only access tokens, at most fifteen minutes old, still say what was.
        if (!isi.Aktif) await sesi.CabutAsync(akun.Id, null, null, cancellationToken);
        return null;
    }

    /// <summary>A password to be used once, in place of the old one; every session ends. It is shown here and never again.</summary>
    public async Task<string> SandiSekaliAsync(Akun akun, CancellationToken cancellationToken)
    {
        var sandi = Penyandi.SandiSekali();
        akun.SandiHash = penyandi.Hash(sandi);
        akun.HarusGantiSandi = true;
        akun.Versi++;
        jurnal.Catat("pengguna.sandi-sekali", objek: akun.Id.ToString(), tujuan: Tujuan);
        await db.SaveChangesAsync(cancellationToken);
        await sesi.CabutAsync(akun.Id, null, null, cancellationToken);
        return sandi;
    }

    /// <summary>Takes the second factor away, when telephone and recovery codes are lost; the next login sets up another. Every session ends.</summary>
    public async Task HapusFaktorKeduaAsync(Akun akun, CancellationToken cancellationToken)
    {
        (akun.TotpAktif, akun.TotpTersegel, akun.TotpTerakhir) = (false, null, 0);
        akun.Versi++;
        jurnal.Catat("pengguna.hapus-faktor-kedua", objek: akun.Id.ToString(), tujuan: Tujuan);
        db.RemoveRange(await db.KodePemulihan.Where(k => k.AkunId == akun.Id).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await sesi.CabutAsync(akun.Id, null, null, cancellationToken);
    }

    /// <summary>A user with the roles, or null.</summary>
    public Task<Akun?> CariAsync(Guid id, CancellationToken cancellationToken) => db.Akun.Include(a => a.Peran).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);

    private static string Rincian(Akun akun) =>
        $"{(akun.Aktif ? "AKTIF" : "NONAKTIF")} {string.Join(',', akun.Peran.Select(p => p.Kode).Order(StringComparer.Ordinal))}@{akun.Kantor}";

    private async Task<ProblemHttpResult?> TolakIsianAsync(string nama, string kantor, IReadOnlyList<string> peran, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(nama) || nama.Trim().Length > NamaTerpanjang || nama.Any(char.IsControl))
            return Masalah.TidakSah("Nama tidak sah.", ("nama", $"Wajib, paling panjang {NamaTerpanjang} karakter."));
        if (peran.Count > PeranTerbanyak || peran.Any(p => p is null || !KodePeran().IsMatch(p) || p == Peran.Pemohon))
            return Masalah.TidakSah("Peran tidak sah.", ("peran", $"Paling banyak {PeranTerbanyak}; huruf besar, angka, atau garis bawah; bukan PEMOHON."));
        return await db.Kantor.AnyAsync(k => k.Kode == kantor, cancellationToken) ? null : Masalah.TidakSah("Kantor tidak dikenal.", ("kantor", "Tidak dikenal."));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{2,39}$")]
    private static partial Regex NamaPengguna();

    [GeneratedRegex("^[A-Z][A-Z0-9_]{1,39}$")]
    private static partial Regex KodePeran();
}
