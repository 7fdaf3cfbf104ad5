using System.Security.Cryptography;
using Dukcapil.Contracts;
using Dukcapil.Dokumen;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Files;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.BerkasSiak;

/// <summary>Keeps the files that SIAK made and what their signatures made of them.</summary>
public sealed class ArsipBerkasKartu(RegistryDb db, FileStore files)
{
    /// <summary>The file in effect, or null.</summary>
    public Task<BerkasKartu?> BerlakuAsync(Guid permohonanId, CancellationToken cancellationToken) =>
        db.BerkasKartu.Berlaku(permohonanId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Streams an upload into the store, and says why it cannot be used if so; then nothing is kept.</summary>
    /// <exception cref="FileTooLargeException">Larger than the limit.</exception>
    public async Task<(StoredFile? Berkas, string? Tolak)> SimpanAsync(Stream isi, long terbesar, CancellationToken cancellationToken)
    {
        var berkas = await files.WriteAsync(isi, terbesar, cancellationToken);
        var tolak = "";
        try
        {
            tolak = BerkasPdf.Tolak(await files.ReadAsync(berkas.Name, cancellationToken));
        }
        finally
        {
            if (tolak is not null) await files.DeleteAsync(berkas.Name, CancellationToken.None);
        }
        return tolak is null ? (berkas, null) : (null, tolak);
    }

    /// <summary>Adds an upload to the unit of work; it is in effect when the step is completed with it.</summary>
    public BerkasKartu Catat(Guid permohonanId, string tugasId, StoredFile berkas, Petugas petugas, DateTimeOffset pada)
    {
        ArgumentNullException.ThrowIfNull(berkas);
        ArgumentNullException.ThrowIfNull(petugas);
        var baris = new BerkasKartu
        {
            Id = Guid.CreateVersion7(pada),
            PermohonanId = permohonanId,
            TugasId = tugasId,
            Nama = berkas.Name,
            Ukuran = berkas.Length,
            Sha256 = berkas.Sha256,
            Petugas = petugas.Id,
            DiunggahPada = pada,
        };
        db.BerkasKartu.Add(baris);
        return baris;
    }

    /// <summary>Uploads of a task that no step was completed with.</summary>
    public Task<List<BerkasKartu>> BelumBerlakuAsync(string tugasId, CancellationToken cancellationToken) =>
        db.BerkasKartu.Where(b => b.TugasId == tugasId && b.BerlakuPada == null).ToListAsync(cancellationToken);

    /// <summary>Puts an upload into effect for a version of the konsep; the one before stays in the archive.</summary>
    public async Task BerlakukanAsync(BerkasKartu berkas, int versi, string hash, DateTimeOffset pada, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(berkas);
        await db.BerkasKartu.Berlaku(berkas.PermohonanId).ExecuteUpdateAsync(set => set.SetProperty(b => b.DigantiPada, pada), cancellationToken);
        (berkas.VersiKonsep, berkas.HashKonsep, berkas.BerlakuPada) = (versi, hash, pada);
    }

    /// <summary>
    /// Joins a signature to its file. A result that is not what the sender verified is refused here, where operators see it, and not at the printer.
    /// </summary>
    public async Task TandaiAsync(BerkasKartu berkas, BerkasDitandatangani tanda, byte[] tambahan, DateTimeOffset pada, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(berkas);
        ArgumentNullException.ThrowIfNull(tanda);
        byte[] isi = [.. await files.ReadAsync(berkas.Nama, berkas.Sha256, cancellationToken), .. tambahan];
        if (Convert.ToHexStringLower(SHA256.HashData(isi)) != tanda.Sha256)
            throw new InvalidOperationException($"The signed file of upload {berkas.Id} is not the one that was verified.");
        using var aliran = new MemoryStream(isi);
        // A file of a unit of work that does not commit is nobody's; the message comes again and makes another.
        var tersimpan = await files.WriteAsync(aliran, isi.Length, cancellationToken);
        (berkas.NamaBertandaTangan, berkas.Sha256BertandaTangan, berkas.Sertifikat, berkas.DitandatanganiPada) = (tersimpan.Name, tersimpan.Sha256, tanda.Sertifikat, pada);
    }

    /// <summary>Content of a file, checked.</summary>
    /// <exception cref="FileDamagedException">It is gone or was changed on disk.</exception>
    public Task<byte[]> BacaAsync(string nama, string sha256, CancellationToken cancellationToken) => files.ReadAsync(nama, sha256, cancellationToken);

    /// <summary>Removes the content of files that are no longer needed.</summary>
    public async Task BuangAsync(IEnumerable<BerkasKartu> berkas)
    {
        foreach (var b in berkas)
        {
            await files.DeleteAsync(b.Nama, CancellationToken.None);
            if (b.NamaBertandaTangan is { } nama) await files.DeleteAsync(nama, CancellationToken.None);
        }
    }
}
