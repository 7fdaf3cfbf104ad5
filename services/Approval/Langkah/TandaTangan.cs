using System.Text.Json;
using Dukcapil.Approval.Berkas;
using Dukcapil.Approval.Database;
using Dukcapil.Approval.Tte;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Langkah;

/// <summary>Data of a signature by hand; may be left out.</summary>
public sealed record DataTandaTangan
{
    /// <summary>When the paper was signed, when that was before it is recorded; not before the task came, not in the future.</summary>
    public DateTimeOffset? DitandatanganiPada { get; init; }
}

/// <summary>
/// SOP step 6: the head of the office signs; the parafs must stand. MANUAL records that the printed card was signed, by whom and when. TTE closes with a verified
/// electronic signature (<see cref="PenandatangananTte"/>) and with nothing else.
/// </summary>
internal sealed class TandaTangan(ApprovalDb db, SetelanParaf paraf, SetelanTte tte, TandaTanganSah sah, Pelindung pelindung) : ILangkah
{
    public const string Jenis = "Dukcapil.TandaTangan", Ditandatangani = "Ditandatangani", Manual = "MANUAL", Elektronik = "TTE";

    public string Aktivitas => Jenis;

    // Whoever signs now has not signed yet: the withdrawal hears which it was when the attempt has ended.
    public async Task<bool> TundaPenutupanAsync(Tugas tugas, Guid permintaan, CancellationToken cancellationToken)
    {
        var percobaan = await db.Percobaan.SingleOrDefaultAsync(p => p.TugasId == tugas.Id && p.Keadaan == KeadaanPercobaan.Berjalan, cancellationToken);
        if (percobaan is null) return false;
        percobaan.PenutupanId = permintaan;
        percobaan.Versi++;
        return true;
    }

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        if (penyelesaian.Hasil != Ditandatangani) return penyelesaian.TolakData() ?? HasilLangkah.Selesai();
        var cara = penyelesaian.Tugas.Cara ?? Manual;
        var pada = penyelesaian.Pada;
        if (cara == Elektronik)
        {
            if (sah.Tambahan is null) return HasilLangkah.Ditolak(tte.Alamat is null ? MasalahTte.BelumDiatur : MasalahTte.LewatAlamatLain);
        }
        else if (cara != Manual)
        {
            return HasilLangkah.Ditolak(MasalahTte.BelumDiatur);
        }
        else if (Waktu(penyelesaian, ref pada) is { } masalah)
        {
            return HasilLangkah.Ditolak(masalah);
        }
        var (konsep, belum) = await db.SiapDitandatanganiAsync(penyelesaian.Tugas, paraf, cancellationToken);
        if (belum is not null) return HasilLangkah.Ditolak(belum);
        Catat(penyelesaian, konsep!, cara, pada);
        return HasilLangkah.Selesai();
    }

    private static ProblemHttpResult? Waktu(Penyelesaian penyelesaian, ref DateTimeOffset pada)
    {
        if (penyelesaian.Data is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }) return null;
        if (!penyelesaian.TryBaca<DataTandaTangan>(out var data, out var masalah)) return masalah;
        if (data.DitandatanganiPada is not { } saat) return null;
        pada = saat.ToUniversalTime();
        return pada > penyelesaian.Pada || pada < penyelesaian.Tugas.DiterbitkanPada
            ? Masalah.TidakSah("Waktu tanda tangan tidak mungkin.", ("data.ditandatanganiPada", "Tidak sebelum tugas ini diterbitkan dan tidak di masa depan."))
            : null;
    }

    private void Catat(Penyelesaian penyelesaian, VersiKonsep konsep, string cara, DateTimeOffset pada)
    {
        var (tugas, petugas) = (penyelesaian.Tugas, penyelesaian.Petugas);
        db.TandaTangan.Add(new TandaTanganKartu
        {
            TugasId = tugas.Id,
            PermohonanId = tugas.PermohonanId,
            VersiKonsep = konsep.Versi,
            Hash = konsep.Hash,
            Cara = cara,
            Petugas = petugas.Id,
            NamaPetugas = petugas.Nama,
            Pada = pada,
            DicatatPada = penyelesaian.Pada,
            BerkasId = sah.Tambahan is null ? null : sah.BerkasId,
            Sha256 = sah.Tambahan is null ? null : sah.Sha256,
            Sertifikat = sah.Tambahan is null ? null : sah.Sertifikat,
        });
        db.Send(new KartuKeluargaDitandatangani
        {
            PermohonanId = tugas.PermohonanId,
            Cara = cara,
            VersiKonsep = konsep.Versi,
            Petugas = petugas.Id,
            NamaPetugas = pelindung.Segel(petugas.Nama),
            Pada = pada,
            Berkas = sah.Tambahan is null
                ? null
                : new BerkasDitandatangani { BerkasId = sah.BerkasId, Tambahan = pelindung.Segel(sah.Tambahan), Sha256 = sah.Sha256, Sertifikat = sah.Sertifikat },
        });
    }
}
