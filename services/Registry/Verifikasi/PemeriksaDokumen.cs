using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Books;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Verifikasi;

/// <summary>Which of our papers.</summary>
public enum JenisDokumen
{
    /// <summary>Tanda bukti pengambilan, handed out at step 2.</summary>
    TandaBuktiPengambilan,

    /// <summary>Bukti penyerahan, signed at step 8.</summary>
    BuktiPenyerahan,
}

/// <summary>What a paper of ours is worth now.</summary>
public enum KeadaanDokumen
{
    /// <summary>The application is being processed.</summary>
    Diproses,

    /// <summary>The card is ready to be collected.</summary>
    SiapDiambil,

    /// <summary>The card was handed over against it: used.</summary>
    SudahDiambil,

    /// <summary>The application was withdrawn.</summary>
    Dicabut,
}

/// <summary>Answer of a verification; nothing in it is personal.</summary>
/// <param name="Jenis">Which paper.</param>
/// <param name="Nomor">Its number in our books, to be compared with the paper.</param>
/// <param name="Kantor">Office that issued it.</param>
/// <param name="Keadaan">What it is worth now.</param>
/// <param name="Tanggal">Day of the handover by the office's calendar; null before.</param>
public sealed record HasilPeriksa(JenisDokumen Jenis, string Nomor, string Kantor, KeadaanDokumen Keadaan, DateOnly? Tanggal);

/// <summary>Looks a code up. Codes have 60 random bits; the code of a receipt is known here by its hash only.</summary>
internal sealed class PemeriksaDokumen(RegistryDb db, Kantor kantor)
{
    private const int PanjangKode = 14, KetikanTerpanjang = 40;

    /// <summary>The answer, or null when the code is on none of our papers.</summary>
    public async Task<HasilPeriksa?> PeriksaAsync(string? kode, CancellationToken cancellationToken)
    {
        if (kode is not { Length: <= KetikanTerpanjang } || KodeAcak.Baku(kode) is not { Length: PanjangKode } baku) return null;
        var hash = KodeAcak.Hash(baku);
        if (await db.TandaBukti.AsNoTracking().FirstOrDefaultAsync(t => t.HashKode == hash, cancellationToken) is { } bukti)
        {
            var diserahkan = await db.Penyerahan.Where(p => p.PermohonanId == bukti.PermohonanId).Select(p => (DateTimeOffset?)p.Pada)
                .SingleOrDefaultAsync(cancellationToken);
            var keadaan = diserahkan is not null ? KeadaanDokumen.SudahDiambil
                : bukti.DicabutPada is not null ? KeadaanDokumen.Dicabut
                : await db.BukuAgenda.AnyAsync(e => e.PermohonanId == bukti.PermohonanId && e.BatalPada == null, cancellationToken) ? KeadaanDokumen.SiapDiambil
                : KeadaanDokumen.Diproses;
            return new HasilPeriksa(JenisDokumen.TandaBuktiPengambilan, bukti.NomorRegister, kantor.Nama, keadaan, Hari(diserahkan));
        }
        var penyerahan = await db.Penyerahan.AsNoTracking().SingleOrDefaultAsync(p => p.KodePeriksa == baku, cancellationToken);
        return penyerahan is null
            ? null
            : new HasilPeriksa(JenisDokumen.BuktiPenyerahan, penyerahan.NomorBukti, kantor.Nama, KeadaanDokumen.SudahDiambil, Hari(penyerahan.Pada));
    }

    private DateOnly? Hari(DateTimeOffset? pada) => pada is { } p ? kantor.TanggalPada(p) : null;
}
