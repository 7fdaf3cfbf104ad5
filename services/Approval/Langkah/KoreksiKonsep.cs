using Dukcapil.Approval.Berkas;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Langkah;

/// <summary>Data of a paraf.</summary>
public sealed record DataKoreksi
{
    /// <summary>The version that the officer has seen; must be the current one.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>Its hash, when the client wants to be sure of the content too.</summary>
    public string? Hash { get; init; }

    /// <summary>Note, at most 2000 characters.</summary>
    public string? Catatan { get; init; }

    /// <summary>Answer to the objection with which the file came back; mandatory then. At most 2000 characters.</summary>
    public string? Tanggapan { get; init; }

    /// <summary>The officer knows the warnings of the konsep; mandatory when it has any.</summary>
    public bool PeringatanDiketahui { get; init; }
}

/// <summary>
/// SOP steps 3 and 4: an officer compares the konsep with the file. "Sesuai" is a paraf, bound to the version that the officer has seen;
/// "TidakSesuai" sends it back with a reason. Same step for every role that the definition names.
/// </summary>
internal sealed class KoreksiKonsep(ApprovalDb db, Pelindung pelindung, SetelanParaf setelan) : ILangkah
{
    private const int TeksTerpanjang = 2000;

    public string Aktivitas => "Dukcapil.KoreksiKonsep";

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        if (penyelesaian.Hasil != "Sesuai") return await TidakSesuaiAsync(penyelesaian, cancellationToken);
        if (!penyelesaian.TryBaca<DataKoreksi>(out var data, out var masalah)) return HasilLangkah.Ditolak(masalah);
        var konsep = await db.KonsepKiniAsync(penyelesaian.Tugas.PermohonanId, cancellationToken);
        if (konsep is null || konsep.Versi < penyelesaian.Tugas.Fakta.VersiKonsep) return HasilLangkah.Ditolak(KonsepBelumTiba.Masalah);
        masalah = TolakIsian(penyelesaian.Tugas, data, konsep) ?? await TolakOrangAsync(penyelesaian, konsep, cancellationToken);
        if (masalah is not null) return HasilLangkah.Ditolak(masalah);
        await ParafAsync(penyelesaian, data, konsep, cancellationToken);
        return HasilLangkah.Selesai(jawaban: new { versiKonsep = konsep.Versi, hash = konsep.Hash });
    }

    // Whoever objects stands no longer by an own earlier paraf on this version.
    private async Task<HasilLangkah> TidakSesuaiAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        if (await CatatKeberatanAsync(penyelesaian, cancellationToken) is { } masalah) return HasilLangkah.Ditolak(masalah);
        var tugas = penyelesaian.Tugas;
        await db.Paraf.Where(p => p.PermohonanId == tugas.PermohonanId && p.Peran == tugas.Peran)
            .GugurkanAsync(SebabGugur.Keberatan, penyelesaian.Pada, cancellationToken);
        return HasilLangkah.Selesai();
    }

    private async Task<ProblemHttpResult?> CatatKeberatanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        if (penyelesaian.TolakData() is null) return null;
        if (!penyelesaian.TryBaca<DataKeberatan>(out var data, out var masalah)) return masalah;
        var tugas = penyelesaian.Tugas;
        var konsep = await db.KonsepKiniAsync(tugas.PermohonanId, cancellationToken);
        if (konsep is null || konsep.Versi < tugas.Fakta.VersiKonsep) return KonsepBelumTiba.Masalah;
        if (data.VersiKonsep != konsep.Versi) return KonsepBerubah(konsep, "menulis keberatan");
        if (data.Tolak(tugas.Fakta.JumlahAnggota) is { } salah) return salah;
        db.Send(new KoreksiDicatat
        {
            PermohonanId = tugas.PermohonanId,
            TugasId = tugas.Id,
            VersiKonsep = konsep.Versi,
            Peran = tugas.Peran,
            Catatan = pelindung.Segel(data.CatatanIsian),
            Pada = penyelesaian.Pada,
        });
        return null;
    }

    private static ProblemHttpResult KonsepBerubah(VersiKonsep konsep, string sebelum) => Masalah.Bentrok(
        "konsep-berubah", $"Konsep yang berlaku sekarang adalah versi {konsep.Versi}. Periksa versi itu sebelum {sebelum}.");

    private static ProblemHttpResult? TolakIsian(Tugas tugas, DataKoreksi data, VersiKonsep konsep)
    {
        if (data.VersiKonsep != konsep.Versi || (data.Hash is { } hash && hash != konsep.Hash))
            return KonsepBerubah(konsep, "memberi paraf");
        if (data.Catatan?.Length > TeksTerpanjang)
            return Masalah.TidakSah("Catatan terlalu panjang.", ("data.catatan", $"Paling panjang {TeksTerpanjang} karakter."));
        if (data.Tanggapan?.Length > TeksTerpanjang)
            return Masalah.TidakSah("Tanggapan terlalu panjang.", ("data.tanggapan", $"Paling panjang {TeksTerpanjang} karakter."));
        // Returns lead backwards, so a correction that came as one came from a later step: its objection wants an answer.
        if (tugas.Asal is { Dikembalikan: true } asal && string.IsNullOrWhiteSpace(data.Tanggapan))
        {
            return Masalah.TidakSah(
                $"Berkas dikembalikan oleh langkah {asal.Langkah}; untuk meneruskannya lagi jelaskan tanggapan Anda.", ("data.tanggapan", "Wajib diisi."));
        }
        return konsep.JumlahPeringatan > 0 && !data.PeringatanDiketahui
            ? Masalah.TidakSah(
                $"Konsep ini memuat {konsep.JumlahPeringatan} peringatan.", ("data.peringatanDiketahui", "Wajib true setelah peringatan diperiksa."))
            : null;
    }

    private async Task<ProblemHttpResult?> TolakOrangAsync(Penyelesaian penyelesaian, VersiKonsep konsep, CancellationToken cancellationToken)
    {
        var (tugas, petugas) = (penyelesaian.Tugas, penyelesaian.Petugas);
        if (konsep.Pengentri == petugas.Id && !setelan.PengentriBolehParaf)
        {
            return Masalah.Buat(
                StatusCodes.Status403Forbidden, "pengentri-tidak-memaraf", "Bukan wewenang Anda", "Petugas yang mengentri data tidak memaraf berkas yang sama.");
        }
        return await db.ParafBerlaku(konsep).AnyAsync(p => p.Petugas == petugas.Id && p.Peran != tugas.Peran, cancellationToken)
            ? Masalah.Buat(
                StatusCodes.Status403Forbidden, "paraf-dua-orang", "Bukan wewenang Anda",
                "Anda sudah memaraf versi ini dalam peran lain; paraf berikutnya harus diberikan orang lain.")
            : null;
    }

    private async Task ParafAsync(Penyelesaian penyelesaian, DataKoreksi data, VersiKonsep konsep, CancellationToken cancellationToken)
    {
        var (tugas, petugas) = (penyelesaian.Tugas, penyelesaian.Petugas);
        await db.ParafBerlaku(konsep).Where(p => p.Peran == tugas.Peran).GugurkanAsync(SebabGugur.Diganti, penyelesaian.Pada, cancellationToken);
        db.Paraf.Add(new ParafPejabat
        {
            TugasId = tugas.Id,
            PermohonanId = tugas.PermohonanId,
            VersiKonsep = konsep.Versi,
            Hash = konsep.Hash,
            Peran = tugas.Peran,
            Petugas = petugas.Id,
            NamaPetugas = petugas.Nama,
            AtasNama = penyelesaian.AtasNama,
            PeringatanDiketahui = data.PeringatanDiketahui,
            CatatanTersegel = Segel(data.Catatan),
            TanggapanTersegel = Segel(data.Tanggapan),
            Pada = penyelesaian.Pada,
        });
        db.Send(new ParafDiberikan
        {
            PermohonanId = tugas.PermohonanId,
            VersiKonsep = konsep.Versi,
            Hash = konsep.Hash,
            Peran = tugas.Peran,
            Petugas = petugas.Id,
            NamaPetugas = pelindung.Segel(petugas.Nama),
            Pada = penyelesaian.Pada,
        });
    }

    private string? Segel(string? teks) => string.IsNullOrWhiteSpace(teks) ? null : pelindung.SegelKolom(teks.Trim());
}
