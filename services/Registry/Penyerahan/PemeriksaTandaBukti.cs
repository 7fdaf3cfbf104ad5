using System.Security.Cryptography;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Langkah;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Penyerahan;

/// <summary>
/// Compares a receipt code with the hash that Intake gave, in constant time. Ten wrong codes lock the application's receipt for 15 minutes.
/// </summary>
internal sealed class PemeriksaTandaBukti(RegistryDb db, Pelindung pelindung)
{
    private const int SalahTerbanyak = 10;
    private static readonly TimeSpan LamaTerkunci = TimeSpan.FromMinutes(15);

    /// <summary>A refusal, or null when the recipient may be the one: the applicant by name, or somebody with a surat kuasa.</summary>
    public async Task<ProblemHttpResult?> TolakPenerimaAsync(Guid permohonanId, Penerima penerima, CancellationToken cancellationToken)
    {
        var nama = await db.TandaBukti.Where(t => t.PermohonanId == permohonanId).Select(t => t.NamaPemohonTersegel).SingleOrDefaultAsync(cancellationToken);
        if (nama is null) return BelumTiba();
        return penerima.Hubungan == HubunganPenerima.Kuasa || Huruf(penerima.Nama) == Huruf(pelindung.BukaKolom<string>(nama))
            ? null
            : Masalah.TidakSah(
                "Nama penerima bukan nama pemohon pada tanda bukti.",
                ("data.penerima.nama", "Tulis nama pemohon seperti pada tanda bukti; bila orang lain yang mengambil, pilih kuasa dan sebutkan surat kuasanya."));
    }

    /// <summary>A refusal, or null when the code is right.</summary>
    public async Task<ProblemHttpResult?> TolakAsync(Guid permohonanId, string kode, DateTimeOffset pada, CancellationToken cancellationToken)
    {
        // Counted before comparing: whoever guesses in parallel waits here for the row, one after another.
        var baris = db.TandaBukti.Where(t => t.PermohonanId == permohonanId);
        await baris.ExecuteUpdateAsync(set => set.SetProperty(t => t.PercobaanSalah, t => t.PercobaanSalah + 1), cancellationToken);
        var bukti = await baris.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (bukti is null) return BelumTiba();
        if (bukti.TerkunciSampai > pada)
        {
            return Masalah.Buat(
                StatusCodes.Status429TooManyRequests, "tanda-bukti-terkunci", "Terlalu banyak percobaan",
                $"Kode tanda bukti salah {SalahTerbanyak} kali. Coba lagi setelah {LamaTerkunci.TotalMinutes:0} menit.");
        }
        var cocok = CryptographicOperations.FixedTimeEquals(Convert.FromHexString(KodeAcak.Hash(kode)), Convert.FromHexString(bukti.HashKode));
        if (cocok)
        {
            await baris.ExecuteUpdateAsync(set => set.SetProperty(t => t.PercobaanSalah, 0), cancellationToken);
            return null;
        }
        if (bukti.PercobaanSalah >= SalahTerbanyak)
        {
            await baris.ExecuteUpdateAsync(
                set => set.SetProperty(t => t.PercobaanSalah, 0).SetProperty(t => t.TerkunciSampai, pada + LamaTerkunci), cancellationToken);
        }
        // The refusal undoes what the step did; the count alone must stay, and it is all that this transaction has written.
        await db.Database.CommitTransactionAsync(cancellationToken);
        return Masalah.Buat(
            StatusCodes.Status422UnprocessableEntity, "tanda-bukti-tidak-cocok", "Tanda bukti tidak cocok",
            "Kode tanda bukti pengambilan tidak cocok dengan permohonan ini.",
            new Dictionary<string, string[]> { ["data.kodeTandaBukti"] = ["Tidak cocok."] });
    }

    private static ProblemHttpResult BelumTiba() =>
        Masalah.Bentrok("tanda-bukti-belum-tiba", "Catatan tanda bukti sedang dalam perjalanan. Coba lagi beberapa saat lagi.");

    // Case, blanks, apostrophes and stops are written in many ways.
    private static string Huruf(string nama) => string.Concat(nama.Where(char.IsLetter)).ToUpperInvariant();
}
