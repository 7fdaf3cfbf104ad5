using Dukcapil.Intake.Database;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>Another application in which the same person or family appears. Shown only: officers decide what it means.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="Jenis">Its type.</param>
/// <param name="Status">Its state.</param>
/// <param name="NomorRegister">Its number in the Buku Register.</param>
/// <param name="DiajukanPada">When it was filed (UTC).</param>
/// <param name="Kesamaan">Which of the numbers looked for are in it, for example <c>kartuKeluarga.anggota[2].nik</c>.</param>
public sealed record PermohonanSerupa(
    Guid PermohonanId, string Jenis, StatusPermohonan Status, string? NomorRegister, DateTimeOffset DiajukanPada, IReadOnlyList<string> Kesamaan);

/// <summary>Finds double filings by the keyed hashes of NIK and Nomor KK; numbers are compared with no plain text, because there is none.</summary>
public sealed class PencariSerupa(IntakeDb db, PelayananPermohonan permohonan, IndeksNomor indeks, JurnalAudit jurnal)
{
    private const int Terbanyak = 50;

    /// <summary>Open applications besides this one with the applicant, the family or a member of it, among those the caller may see; not yet audited on disk.</summary>
    /// <param name="kecuali">The application itself; null when it is not stored.</param>
    /// <param name="pemohon">Its applicant. A representative does not count: the same one may come for many families.</param>
    /// <param name="kartu">Its family.</param>
    /// <param name="petugas">Caller.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<List<PermohonanSerupa>> TerbukaAsync(
        Guid? kecuali, Pemohon pemohon, KartuKeluarga? kartu, Petugas petugas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pemohon);
        return CariAsync(
            Nomor(pemohon, kartu),
            permohonan.Terlihat(petugas).Where(p => p.Id != kecuali && (p.Status == StatusPermohonan.Diproses || p.Status == StatusPermohonan.Draf)), cancellationToken);
    }

    /// <summary>All applications with this NIK, ended ones too.</summary>
    public Task<List<PermohonanSerupa>> SemuaAsync(Nik nik, Petugas petugas, CancellationToken cancellationToken) =>
        CariAsync([.. indeks.Kemungkinan(nik).Select(k => (k, "nik"))], permohonan.Terlihat(petugas), cancellationToken);

    private async Task<List<PermohonanSerupa>> CariAsync(
        List<(string Indeks, string Letak)> nomor, IQueryable<Permohonan> terlihat, CancellationToken cancellationToken)
    {
        if (nomor.Count == 0) return [];
        var dicari = nomor.Select(n => n.Indeks).ToList();
        var baris = await terlihat.AsNoTracking()
            .Join(db.Set<OrangTercatat>().Where(o => dicari.Contains(o.Indeks)), p => p.Id, o => o.PermohonanId,
                (p, o) => new { p.Id, p.Jenis, p.Status, p.NomorRegister, p.DiajukanPada, o.Indeks })
            .Distinct().OrderByDescending(b => b.DiajukanPada).ThenBy(b => b.Id).Take(Terbanyak * 10).ToListAsync(cancellationToken);
        var hasil = baris.GroupBy(b => b.Id).Take(Terbanyak)
            .Select(g => new PermohonanSerupa(g.Key, g.First().Jenis, g.First().Status, g.First().NomorRegister, g.First().DiajukanPada,
                [.. nomor.Where(n => g.Any(b => b.Indeks == n.Indeks)).Select(n => n.Letak).Distinct()]))
            .ToList();
        foreach (var serupa in hasil) jurnal.Catat("permohonan.ditemukan", serupa.PermohonanId);
        return hasil;
    }

    private List<(string Indeks, string Letak)> Nomor(Pemohon pemohon, KartuKeluarga? kartu)
    {
        var nomor = new List<(string, string)>();
        if (Nik.TryParse(pemohon.Nik, out var nik)) Tambah(indeks.Kemungkinan(nik), "pemohon.nik");
        if (NomorKk.TryParse(kartu?.NomorKk, out var kk)) Tambah(indeks.Kemungkinan(kk), "kartuKeluarga.nomorKk");
        for (var i = 0; i < (kartu?.Anggota.Count ?? 0); i++)
            if (Nik.TryParse(kartu!.Anggota[i].Nik, out var anggota)) Tambah(indeks.Kemungkinan(anggota), $"kartuKeluarga.anggota[{i}].nik");
        return nomor;

        void Tambah(IReadOnlyList<string> kemungkinan, string letak) => nomor.AddRange(kemungkinan.Select(k => (k, letak)));
    }
}
