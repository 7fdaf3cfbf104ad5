using Dukcapil.Approval.Berkas;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Langkah;

/// <summary>SOP step 6: the head of the office signs. MANUAL records that the printed card was signed, by whom and when; the parafs must stand.</summary>
internal sealed class TandaTangan(ApprovalDb db, SetelanParaf setelan, Pelindung pelindung) : ILangkah
{
    private const string Manual = "MANUAL";

    public string Aktivitas => "Dukcapil.TandaTangan";

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        if (penyelesaian.TolakData() is { } adaData) return adaData;
        if (penyelesaian.Hasil != "Ditandatangani") return HasilLangkah.Selesai();
        var (tugas, petugas) = (penyelesaian.Tugas, penyelesaian.Petugas);
        var cara = tugas.Cara ?? Manual;
        if (cara != Manual)
        {
            return HasilLangkah.Ditolak(Masalah.Buat(
                StatusCodes.Status422UnprocessableEntity, "cara-tidak-didukung", "Cara tanda tangan tidak didukung",
                $"Kantor ini belum mengatur layanan tanda tangan elektronik, sehingga cara {cara} tidak dapat dipakai."));
        }
        var konsep = await db.KonsepKiniAsync(tugas.PermohonanId, cancellationToken);
        if (konsep is null || konsep.Versi < tugas.Fakta.VersiKonsep) return HasilLangkah.Ditolak(KonsepBelumTiba.Masalah);
        var paraf = await db.ParafBerlaku(konsep).Select(p => p.Peran).Distinct().CountAsync(cancellationToken);
        if (paraf < setelan.ParafMinimal)
        {
            return HasilLangkah.Ditolak(Masalah.Bentrok(
                "paraf-belum-lengkap", $"Konsep versi {konsep.Versi} baru diparaf {paraf} dari {setelan.ParafMinimal} pejabat."));
        }
        db.TandaTangan.Add(new TandaTanganKartu
        {
            TugasId = tugas.Id,
            PermohonanId = tugas.PermohonanId,
            VersiKonsep = konsep.Versi,
            Cara = cara,
            Petugas = petugas.Id,
            NamaPetugas = petugas.Nama,
            Pada = penyelesaian.Pada,
        });
        db.Send(new KartuKeluargaDitandatangani
        {
            PermohonanId = tugas.PermohonanId,
            Cara = cara,
            Petugas = petugas.Id,
            NamaPetugas = pelindung.Segel(petugas.Nama),
            Pada = penyelesaian.Pada,
        });
        return HasilLangkah.Selesai();
    }
}
