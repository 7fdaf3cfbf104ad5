using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Arsip;

/// <summary>
/// Pictures and scans, content-addressed and encrypted. A file whose unit of work did not commit is nobody's and does no harm: the same content again is the
/// same file.
/// </summary>
internal sealed class GudangArsip(RegistryDb db, FileStore files)
{
    /// <summary>Stores a content and adds its row to the unit of work.</summary>
    public async Task<BerkasArsip> SimpanAsync(
        Tugas tugas, JenisBerkasArsip jenis, byte[] isi, string tipeMedia, Petugas petugas, DateTimeOffset pada, CancellationToken cancellationToken)
    {
        var tersimpan = await files.WriteOnceAsync(isi, cancellationToken);
        var baris = new BerkasArsip
        {
            Id = Guid.CreateVersion7(pada),
            PermohonanId = tugas.PermohonanId,
            TugasId = tugas.Id,
            Jenis = jenis,
            TipeMedia = tipeMedia,
            Sha256 = tersimpan.Sha256,
            Ukuran = tersimpan.Length,
            Petugas = petugas.Id,
            DiunggahPada = pada,
        };
        db.BerkasArsip.Add(baris);
        return baris;
    }

    /// <summary>Marks an upload of a task as used by its step; false when there is none of these kinds.</summary>
    public async Task<bool> PakaiAsync(
        Guid berkasId, string tugasId, DateTimeOffset pada, CancellationToken cancellationToken, params JenisBerkasArsip[] jenis)
    {
        var berkas = await db.BerkasArsip.SingleOrDefaultAsync(
            b => b.Id == berkasId && b.TugasId == tugasId && b.DimusnahkanPada == null, cancellationToken);
        if (berkas is null || !jenis.Contains(berkas.Jenis)) return false;
        berkas.DipakaiPada ??= pada;
        return true;
    }

    /// <summary>The content, checked.</summary>
    /// <exception cref="FileDamagedException">It is gone or was changed on disk.</exception>
    public Task<byte[]> BacaAsync(BerkasArsip berkas, CancellationToken cancellationToken) => files.ReadAsync(berkas.Sha256, berkas.Sha256, cancellationToken);
}
