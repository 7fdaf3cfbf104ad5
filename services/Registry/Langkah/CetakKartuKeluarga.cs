using Dukcapil.Kependudukan;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Masukan;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Langkah;

/// <summary>Data of the step: what SIAK gave and printed.</summary>
public sealed record DataCetak
{
    /// <summary>Nomor KK from SIAK, 16 digits. Left out when it was taken over with the file that was signed (TTE).</summary>
    public string? NomorKk { get; init; }

    /// <summary>The version that was printed; must be the current one.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>NIK that SIAK has issued to members who had none; never with a file that was signed.</summary>
    public IReadOnlyList<NikBaru>? Anggota { get; init; }

    /// <summary>Nomor KK typed a second time; mandatory with <c>Registry:EntriGanda</c>.</summary>
    public string? NomorKkUlang { get; init; }

    /// <summary>What SIAK's screen shows, keyed in again and compared with the konsep; mandatory with <c>Registry:EntriGanda</c>.</summary>
    public KartuKeluarga? Layar { get; init; }

    /// <summary>Why it is printed again; mandatory when a card of this application was printed before and nobody has returned it since. 3 to 500 characters.</summary>
    public string? AlasanCetakUlang { get; init; }
}

/// <summary>What Loket gets.</summary>
/// <param name="Percobaan">Number of the print attempt.</param>
/// <param name="NomorKk">Masked.</param>
public sealed record KartuDicetak(int Percobaan, string NomorKk);

/// <summary>
/// SOP step 5: Loket prints in SIAK and takes over the numbers that SIAK issued, or (TTE) prints the signed file. "TidakSesuai" (the print differs from the
/// konsep) is a failed attempt on record and sends the file back.
/// </summary>
internal sealed class CetakKartuKeluarga(RegistryDb db, PencatatCetakan pencatat, PengambilalihanNomor nomor, ArsipBerkasKartu arsip, Pelindung pelindung) : ILangkah
{
    public const string Jenis = "Dukcapil.CetakKartuKeluarga";

    public string Aktivitas => Jenis;

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        var (tugas, petugas) = (penyelesaian.Tugas, penyelesaian.Petugas);
        if (penyelesaian.Hasil != "Selesai")
        {
            await pencatat.CatatAsync(tugas.PermohonanId, HasilCetak.Gagal, penyelesaian.Alasan?.Teks, petugas, penyelesaian.Pada, cancellationToken);
            return HasilLangkah.Selesai();
        }
        if (!penyelesaian.TryBaca<DataCetak>(out var data, out var masalah)) return HasilLangkah.Ditolak(masalah);
        if (await TolakUlangAsync(tugas, data.AlasanCetakUlang, cancellationToken) is { } tanpaAlasan) return HasilLangkah.Ditolak(tanpaAlasan);
        var (konsep, bukanKini) = await nomor.KonsepKiniAsync(tugas, data.VersiKonsep, cancellationToken);
        if (bukanKini is not null) return HasilLangkah.Ditolak(bukanKini);
        var berkas = await arsip.BerlakuAsync(tugas.PermohonanId, cancellationToken);
        var elektronik = berkas is not null && berkas.VersiKonsep == konsep!.Versi && berkas.HashKonsep == konsep.Hash;
        var (kk, salah) = elektronik
            ? await BertandaTanganAsync(berkas!, data, cancellationToken)
            : await DariSiakAsync(penyelesaian, konsep!, data, cancellationToken);
        if (salah is not null) return HasilLangkah.Ditolak(salah);

        var kartu = (await db.Kartu.FindAsync([tugas.PermohonanId], cancellationToken))!;
        (kartu.DicetakPada, kartu.BelumDicetak) = (penyelesaian.Pada, false);
        var cetakan = await pencatat.CatatAsync(tugas.PermohonanId, HasilCetak.Berhasil, data.AlasanCetakUlang, petugas, penyelesaian.Pada, cancellationToken);
        return HasilLangkah.Selesai(jawaban: new KartuDicetak(cetakan.Percobaan, Samaran.Dari(kk)));
    }

    // What brought the task back says why; otherwise the officer does.
    private async Task<ProblemHttpResult?> TolakUlangAsync(Tugas tugas, string? alasan, CancellationToken cancellationToken)
    {
        if (alasan is not null && AlasanCetak.Rapi(alasan) is null)
            return Masalah.TidakSah("Alasan cetak ulang tidak sah.", ("data.alasanCetakUlang", AlasanCetak.Batas + "."));
        if (alasan is not null || tugas.Asal?.Dikembalikan == true) return null;
        var terakhir = await db.Cetakan.AsNoTracking().Where(c => c.PermohonanId == tugas.PermohonanId)
            .OrderByDescending(c => c.Percobaan).Select(c => (HasilCetak?)c.Hasil).FirstOrDefaultAsync(cancellationToken);
        return terakhir == HasilCetak.Berhasil
            ? Masalah.TidakSah("Kartu ini pernah dicetak.", ("data.alasanCetakUlang", $"Sebutkan mengapa dicetak ulang, {AlasanCetak.Batas}."))
            : null;
    }

    private async Task<(string Nomor, ProblemHttpResult? Masalah)> DariSiakAsync(
        Penyelesaian penyelesaian, KonsepMasuk konsep, DataCetak data, CancellationToken cancellationToken)
    {
        if (data.NomorKk is null) return ("", Masalah.TidakSah("Nomor KK dari SIAK wajib diisi.", ("data.nomorKk", NomorKk.PesanSalah)));
        var (kk, masalah) = await nomor.AmbilAlihAsync(penyelesaian, konsep, new IsianSiak(data.NomorKk, data.NomorKkUlang, data.Anggota ?? [], data.Layar), cancellationToken);
        return (kk?.Ungkap() ?? "", masalah);
    }

    // The numbers stand in the file that was signed: another one now would be another card.
    private async Task<(string Nomor, ProblemHttpResult? Masalah)> BertandaTanganAsync(BerkasKartu berkas, DataCetak data, CancellationToken cancellationToken)
    {
        if (berkas.NamaBertandaTangan is null)
        {
            return ("", Masalah.Bentrok(
                "tanda-tangan-belum-tiba", "Kartu Keluarga bertanda tangan elektronik belum tiba. Bila sudah ditandatangani, coba lagi beberapa saat lagi."));
        }
        var kartu = (await db.Kartu.FindAsync([berkas.PermohonanId], cancellationToken))!;
        var kk = pelindung.BukaKolom<string>(kartu.NomorKkTersegel);
        if (data.NomorKk is { } lain && lain != kk)
            return ("", Masalah.TidakSah("Nomor KK berbeda dengan berkas yang ditandatangani.", ("data.nomorKk", $"Pada berkas itu {Samaran.Dari(kk)}; boleh dikosongkan.")));
        return data.Anggota is { Count: > 0 }
            ? ("", Masalah.TidakSah("NIK anggota sudah diambil alih bersama berkas yang ditandatangani.", ("data.anggota", "Hapus bagian ini.")))
            : (kk, null);
    }
}
