using System.Text.RegularExpressions;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Kewenangan;

/// <summary>Who may delegate what to whom. Authority that was itself delegated is not passed on (no chains).</summary>
internal sealed partial class AturanDelegasi(ApprovalDb db, SetelanWewenang setelan, TimeProvider time)
{
    private const int HariTerlama = 366, NamaTerpanjang = 150, IdTerpanjang = 100, DasarTerpanjang = 200;

    /// <summary>A refusal, or null. Read under the version of the office, so two that would only be wrong together do not both pass.</summary>
    public async Task<ProblemHttpResult?> TolakAsync(IsianDelegasi isi, Petugas petugas, CancellationToken cancellationToken) =>
        TolakIsian(isi) ?? await TolakBertumpukAsync(isi, petugas, cancellationToken) ?? TolakPembuat(isi, petugas);

    /// <summary>Whether this officer may end it.</summary>
    public bool BolehMencabut(DelegasiPejabat delegasi, Petugas petugas) => delegasi.Pemberi == petugas.Id || Berwenang(delegasi.Peran, petugas);

    private bool Berwenang(string peran, Petugas petugas) =>
        petugas.Peran.Contains(Peran.AdminIdentitas) || setelan.Penyelia(peran).Any(petugas.Peran.Contains);

    private ProblemHttpResult? TolakIsian(IsianDelegasi isi)
    {
        if (!KodePeran().IsMatch(isi.Peran) || Peran.Sistem.Contains(isi.Peran) || isi.Peran == Peran.Pemohon)
            return Masalah.TidakSah("Peran ini tidak dapat didelegasikan.", ("peran", "Peran yang melayani permohonan, misalnya KABID."));
        if (isi.Jenis == JenisDelegasi.Plh && isi.Pemberi is null)
            return Masalah.TidakSah("Plh bertindak atas nama seorang pejabat.", ("pemberi", "Wajib untuk Plh; hanya Plt boleh untuk jabatan kosong."));
        foreach (var (nama, orang) in ((string, PejabatDelegasi?)[])[("pemberi", isi.Pemberi), ("penerima", isi.Penerima)])
        {
            if (orang is null) continue;
            if (orang.Id.Length is 0 or > IdTerpanjang || orang.Id.Any(char.IsWhiteSpace)) return Masalah.TidakSah("Petugas tidak sah.", (nama + ".id", "Id petugas."));
            if (string.IsNullOrWhiteSpace(orang.Nama) || orang.Nama.Length > NamaTerpanjang || orang.Nama.Any(char.IsControl))
                return Masalah.TidakSah("Petugas tidak sah.", (nama + ".nama", $"Wajib, paling panjang {NamaTerpanjang} karakter."));
        }
        if (isi.Pemberi?.Id == isi.Penerima.Id) return Masalah.TidakSah("Delegasi kepada diri sendiri.", ("penerima.id", "Harus orang lain."));
        if (isi.Sampai <= isi.Mulai) return Masalah.TidakSah("Jangka waktu tidak sah.", ("sampai", "Harus sesudah mulai."));
        if (isi.Sampai <= time.GetUtcNow()) return Masalah.TidakSah("Jangka waktu tidak sah.", ("sampai", "Sudah lewat."));
        if (isi.Sampai - isi.Mulai > TimeSpan.FromDays(HariTerlama)) return Masalah.TidakSah("Jangka waktu tidak sah.", ("sampai", $"Paling lama {HariTerlama} hari."));
        if (isi.Dasar?.Length > DasarTerpanjang) return Masalah.TidakSah("Dasar terlalu panjang.", ("dasar", $"Paling panjang {DasarTerpanjang} karakter."));
        return null;
    }

    private async Task<ProblemHttpResult?> TolakBertumpukAsync(IsianDelegasi isi, Petugas petugas, CancellationToken cancellationToken)
    {
        var (mulai, sampai) = (isi.Mulai.ToUniversalTime(), isi.Sampai.ToUniversalTime());
        var sewaktu = await db.Delegasi.AsNoTracking()
            .Where(d => d.Kantor == petugas.Kantor && d.Peran == isi.Peran && d.DicabutPada == null && d.Mulai < sampai && mulai < d.Sampai).ToListAsync(cancellationToken);
        // The pass-on shows where the giver acts by a delegation himself, and where the receiver is away and has given his own authority on.
        if (sewaktu.Exists(d => d.Penerima == isi.Pemberi?.Id || (d.Pemberi is not null && d.Pemberi == isi.Penerima.Id) || (isi.Pemberi is null && d.Penerima == petugas.Id)))
        {
            return Masalah.Bentrok(
                "delegasi-berantai", $"Wewenang {isi.Peran} yang diterima melalui delegasi tidak dapat didelegasikan lagi, dan penerima tidak boleh sedang mendelegasikannya.");
        }
        return sewaktu.Exists(d => d.Pemberi == isi.Pemberi?.Id && (d.Aktivitas.Count == 0 || isi.Aktivitas is null or [] || d.Aktivitas.Intersect(isi.Aktivitas).Any()))
            ? Masalah.Bentrok("delegasi-bertumpuk", $"Wewenang {isi.Peran} ini sudah didelegasikan pada sebagian waktu itu. Cabut yang lama lebih dahulu.")
            : null;
    }

    private ProblemHttpResult? TolakPembuat(IsianDelegasi isi, Petugas petugas)
    {
        if (isi.Pemberi?.Id == petugas.Id && petugas.Peran.Contains(isi.Peran)) return null;
        if (!Berwenang(isi.Peran, petugas))
            return Masalah.BukanPeran($"Peran {isi.Peran} didelegasikan oleh pemegangnya, oleh {string.Join(", ", setelan.Penyelia(isi.Peran))}, atau oleh admin.");
        return string.IsNullOrWhiteSpace(isi.Dasar)
            ? Masalah.TidakSah("Delegasi atas nama orang lain memerlukan dasar.", ("dasar", "Nomor surat perintah."))
            : null;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]{1,39}$")]
    private static partial Regex KodePeran();
}
