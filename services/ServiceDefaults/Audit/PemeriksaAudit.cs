using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Catatan">Lines read.</param>
/// <param name="Segel">Seals read.</param>
/// <param name="Jangkar">Anchored heads compared.</param>
/// <param name="Temuan">What does not hold; empty when the journal is whole.</param>
public sealed record HasilPemeriksaan(long Catatan, long Segel, long Jangkar, IReadOnlyList<string> Temuan);

/// <summary>
/// Verifies a journal against its keys and its anchored heads: finds every line that was changed, removed, inserted or moved, a seal made anew, and a tail
/// that was cut off. Reads the whole journal once, in order.
/// </summary>
/// <param name="db">The journal.</param>
/// <param name="kunci">Its keys.</param>
/// <param name="kepala">Heads anchored outside.</param>
/// <param name="kini">Now; a line older than a minute must be sealed.</param>
public sealed class PemeriksaAudit(DbContext db, KunciAudit kunci, IReadOnlyList<KepalaTertanda> kepala, DateTimeOffset kini)
{
    private const int Halaman = 5000, TemuanTerbanyak = 100;
    private static readonly TimeSpan PalingLamaTerbuka = TimeSpan.FromMinutes(1);
    private readonly List<string> temuan = [];
    private long catatanDibaca;

    /// <summary>Reads and compares everything.</summary>
    public async Task<HasilPemeriksaan> PeriksaAsync(CancellationToken cancellationToken)
    {
        var segel = await db.Set<SegelAudit>().AsNoTracking().OrderBy(s => s.Nomor).ToListAsync(cancellationToken);
        SegelAudit? sebelum = null;
        foreach (var s in segel)
        {
            await SegelAsync(sebelum, s, cancellationToken);
            sebelum = s;
        }
        await SisaAsync(sebelum?.Sampai ?? 0, cancellationToken);
        await OrangAsync(cancellationToken);
        Jangkar(segel);
        return new HasilPemeriksaan(catatanDibaca, segel.Count, kepala.Count, temuan);
    }

    private async Task SegelAsync(SegelAudit? sebelum, SegelAudit s, CancellationToken cancellationToken)
    {
        var (nomor, dari) = ((sebelum?.Nomor ?? 0) + 1, sebelum?.Sampai ?? 0);
        if (s.Nomor != nomor) Temukan($"Segel {nomor} tidak ada; yang berikutnya bernomor {s.Nomor}.");
        var catatan = await BacaAsync(dari, s.Sampai, cancellationToken);
        foreach (var c in catatan) Keaslian(c);
        if (catatan.Count != s.Jumlah) Temukan($"Segel {s.Nomor} mencakup {s.Jumlah} catatan (nomor {dari + 1} sampai {s.Sampai}); sekarang ada {catatan.Count}.");
        else if (!SegelAudit.Hitung(sebelum?.Hash, s.Nomor, catatan).AsSpan().SequenceEqual(s.Hash))
            Temukan($"Segel {s.Nomor} tidak cocok dengan catatan nomor {dari + 1} sampai {s.Sampai}, atau dengan segel sebelumnya.");
    }

    private async Task SisaAsync(long dari, CancellationToken cancellationToken)
    {
        foreach (var c in await BacaAsync(dari, long.MaxValue, cancellationToken))
        {
            Keaslian(c);
            if (kini - c.Pada > PalingLamaTerbuka) Temukan($"Catatan {c.Nomor} berumur lebih dari satu menit dan belum tersegel.");
        }
    }

    private void Keaslian(CatatanAudit c)
    {
        if (!kunci.Asli(c)) Temukan($"Catatan {c.Nomor} ({c.Id}) tidak seperti saat ditulis.");
    }

    private async Task<List<CatatanAudit>> BacaAsync(long dari, long sampai, CancellationToken cancellationToken)
    {
        var semua = new List<CatatanAudit>();
        while (true)
        {
            var mulai = semua.Count == 0 ? dari : semua[^1].Nomor;
            var halaman = await db.Set<CatatanAudit>().AsNoTracking()
                .Where(c => c.Nomor > mulai && c.Nomor <= sampai).OrderBy(c => c.Nomor).Take(Halaman).ToListAsync(cancellationToken);
            semua.AddRange(halaman);
            if (halaman.Count < Halaman) break;
        }
        catatanDibaca += semua.Count;
        return semua;
    }

    // The rows that find lines by person are no more than a copy of what the lines say.
    private async Task OrangAsync(CancellationToken cancellationToken)
    {
        var berorang = db.Set<CatatanAudit>().AsNoTracking().Where(c => c.Orang != null);
        for (var dari = 0L; ;)
        {
            var halaman = await berorang.Where(c => c.Nomor > dari).OrderBy(c => c.Nomor).Take(Halaman).ToListAsync(cancellationToken);
            if (halaman.Count == 0) break;
            dari = halaman[^1].Nomor;
            var id = halaman.Select(c => c.Id).ToList();
            var ada = await db.Set<OrangTercatat>().AsNoTracking().Where(o => id.Contains(o.CatatanId)).ToListAsync(cancellationToken);
            var tercatat = ada.Select(o => (o.CatatanId, o.Indeks, o.PermohonanId)).ToHashSet();
            foreach (var o in AuditWriter.Orang(halaman).Where(o => !tercatat.Contains((o.CatatanId, o.Indeks, o.PermohonanId))))
                Temukan($"Indeks orang dari catatan {o.CatatanId} hilang atau diubah.");
        }
    }

    private void Jangkar(List<SegelAudit> segel)
    {
        var hash = segel.ToDictionary(s => s.Nomor, s => (s.Sampai, Hash: Convert.ToHexStringLower(s.Hash)));
        foreach (var k in kepala)
        {
            if (!kunci.Sah(k.Kunci, k.Isi(), k.Tanda)) Temukan($"Jangkar segel {k.Nomor} tidak ditandai oleh kunci yang dikenal.");
            else if (!hash.TryGetValue(k.Nomor, out var s)) Temukan($"Segel {k.Nomor} telah dijangkarkan pada {k.Pada:u}, tetapi tidak ada lagi: ekor jurnal terpotong.");
            else if (s != (k.Sampai, k.Hash)) Temukan($"Segel {k.Nomor} lain daripada yang dijangkarkan pada {k.Pada:u}: jurnal dibuat ulang.");
        }
        if (kepala.Count == 0 && segel.Count > 0) Temukan("Tidak ada jangkar: jurnal yang dibuat ulang seluruhnya tidak dapat dikenali.");
    }

    private void Temukan(string pesan)
    {
        if (temuan.Count < TemuanTerbanyak) temuan.Add(pesan);
    }
}
