using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Files;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Arsip;

/// <summary>
/// Reads every file of the archive and compares its checksum, and removes what the office keeps no longer. A file that is damaged stays where it is: it is
/// for people to bring it back from the backup, under the same name.
/// </summary>
internal sealed class PemeriksaArsip(RegistryDb db, FileStore files, SetelanRegistri setelan, TimeProvider time, ILogger<PemeriksaArsip> log)
{
    private const int Kelompok = 200, TemuanTerbanyak = 1000;
    private static readonly TimeSpan TakDipakai = TimeSpan.FromDays(30);

    /// <summary>Runs once and stores the report. <paramref name="giliran"/>: a turn that only one replica may take; null: out of turn.</summary>
    public async Task<PemeriksaanArsip> JalankanAsync(long? giliran, CancellationToken cancellationToken)
    {
        var mulai = time.GetUtcNow();
        var laporan = new PemeriksaanArsip { Id = Guid.CreateVersion7(mulai), Giliran = giliran, MulaiPada = mulai, Temuan = [] };
        db.PemeriksaanArsip.Add(laporan);
        // Whoever inserts the turn has it.
        await db.SaveChangesAsync(cancellationToken);

        try
        {
            await PeriksaAsync(laporan, cancellationToken);
        }
        catch (StorageAwayException)
        {
            // Nothing is known of any file: the turn is given back.
            await db.PemeriksaanArsip.Where(p => p.Id == laporan.Id).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }
        if (laporan.Rusak > 0) log.LogCritical("Archive: {Damaged} of {Files} files are damaged or gone, report {Report}", laporan.Rusak, laporan.Diperiksa, laporan.Id);
        return laporan;
    }

    private async Task PeriksaAsync(PemeriksaanArsip laporan, CancellationToken cancellationToken)
    {
        laporan.Dimusnahkan = await MusnahkanAsync(laporan.MulaiPada, cancellationToken);
        var temuan = new List<TemuanArsip>();
        await foreach (var berkas in SemuaAsync(cancellationToken))
        {
            laporan.Diperiksa++;
            if (await PeriksaAsync(berkas, cancellationToken) is not { } keadaan) continue;
            laporan.Rusak++;
            if (temuan.Count < TemuanTerbanyak) temuan.Add(new TemuanArsip(berkas.Id, berkas.PermohonanId, berkas.Nama, keadaan));
        }
        (laporan.Temuan, laporan.SelesaiPada) = (temuan, time.GetUtcNow());
        db.Update(laporan);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<KeadaanBerkas?> PeriksaAsync(Tersimpan berkas, CancellationToken cancellationToken)
    {
        try
        {
            await files.ReadAsync(berkas.Nama, berkas.Sha256, cancellationToken);
            return null;
        }
        catch (FileDamagedException e)
        {
            return e.InnerException is FileNotFoundException ? KeadaanBerkas.Hilang : KeadaanBerkas.Berubah;
        }
    }

    private async IAsyncEnumerable<Tersimpan> SemuaAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var sesudah = Guid.Empty; ;)
        {
            var gambar = await db.BerkasArsip.AsNoTracking().Where(b => b.DimusnahkanPada == null && b.Id > sesudah).OrderBy(b => b.Id).Take(Kelompok).ToListAsync(cancellationToken);
            foreach (var b in gambar) yield return new Tersimpan(b.Id, b.PermohonanId, b.Sha256, b.Sha256);
            if (gambar.Count < Kelompok) break;
            sesudah = gambar[^1].Id;
        }
        for (var sesudah = Guid.Empty; ;)
        {
            var kartu = await db.BerkasKartu.AsNoTracking().Where(b => b.DimusnahkanPada == null && b.Id > sesudah).OrderBy(b => b.Id).Take(Kelompok).ToListAsync(cancellationToken);
            foreach (var b in kartu)
            {
                yield return new Tersimpan(b.Id, b.PermohonanId, b.Nama, b.Sha256);
                if (b.NamaBertandaTangan is { } nama) yield return new Tersimpan(b.Id, b.PermohonanId, nama, b.Sha256BertandaTangan!);
            }
            if (kartu.Count < Kelompok) break;
            sesudah = kartu[^1].Id;
        }
    }

    // Uploads that no step was completed with are no archive. The rows stay: they say what there was, and until when.
    private async Task<int> MusnahkanAsync(DateTimeOffset kini, CancellationToken cancellationToken)
    {
        var (takDipakai, lama) = (kini - TakDipakai, setelan.RetensiTahun is { } tahun ? kini.AddYears(-tahun) : DateTimeOffset.MinValue);
        var gambar = await db.BerkasArsip
            .Where(b => b.DimusnahkanPada == null && (b.DiunggahPada < lama || (b.DipakaiPada == null && b.DiunggahPada < takDipakai))).ToListAsync(cancellationToken);
        var kartu = await db.BerkasKartu
            .Where(b => b.DimusnahkanPada == null && (b.DiunggahPada < lama || (b.BerlakuPada == null && b.DiunggahPada < takDipakai))).ToListAsync(cancellationToken);
        // Contents before rows: whoever dies in between finds the rows again, and a file that is gone is no loss any more.
        var id = gambar.Select(b => b.Id).ToList();
        foreach (var b in gambar)
        {
            // The same content may belong to another application.
            if (!await db.BerkasArsip.AnyAsync(x => x.Sha256 == b.Sha256 && x.DimusnahkanPada == null && !id.Contains(x.Id), cancellationToken))
                await files.DeleteAsync(b.Sha256, cancellationToken);
            b.DimusnahkanPada = kini;
        }
        foreach (var b in kartu)
        {
            await files.DeleteAsync(b.Nama, cancellationToken);
            if (b.NamaBertandaTangan is { } nama) await files.DeleteAsync(nama, cancellationToken);
            b.DimusnahkanPada = kini;
        }
        await db.SaveChangesAsync(cancellationToken);
        return gambar.Count + kartu.Count;
    }

    private sealed record Tersimpan(Guid Id, Guid PermohonanId, string Nama, string Sha256);
}
