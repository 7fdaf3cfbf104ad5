using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Langkah;

/// <summary>Data of the step: the upload, and what SIAK issued with it.</summary>
public sealed record DataUnggah
{
    /// <summary>Id of the upload.</summary>
    public required Guid BerkasId { get; init; }

    /// <summary>The version it shows; must be the current one.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>Nomor KK from SIAK, 16 digits.</summary>
    public required string NomorKk { get; init; }

    /// <summary>NIK that SIAK has issued to members who had none.</summary>
    public IReadOnlyList<NikBaru>? Anggota { get; init; }

    /// <summary>Nomor KK typed a second time; mandatory with <c>Registry:EntriGanda</c>.</summary>
    public string? NomorKkUlang { get; init; }

    /// <summary>What SIAK's screen shows, keyed in again and compared with the konsep; mandatory with <c>Registry:EntriGanda</c>.</summary>
    public KartuKeluarga? Layar { get; init; }
}

/// <summary>What Loket gets.</summary>
/// <param name="BerkasId">The file that will be signed.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="NomorKk">Masked.</param>
public sealed record BerkasSiapDitandatangani(Guid BerkasId, string Sha256, string NomorKk);

/// <summary>
/// TTE, between steps 4 and 6: SIAK has issued the numbers and made the card as PDF; Loket takes both over. "TidakSesuai" (the file differs from the konsep)
/// sends the application back.
/// </summary>
internal sealed class UnggahBerkasSiak(RegistryDb db, PengambilalihanNomor nomor, ArsipBerkasKartu arsip) : ILangkah
{
    public const string Jenis = "Dukcapil.UnggahBerkasSiak";

    public string Aktivitas => Jenis;

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        if (penyelesaian.Hasil != "Selesai") return HasilLangkah.Selesai();
        if (!penyelesaian.TryBaca<DataUnggah>(out var data, out var masalah)) return HasilLangkah.Ditolak(masalah);
        var tugas = penyelesaian.Tugas;
        var berkas = await db.BerkasKartu.SingleOrDefaultAsync(b => b.Id == data.BerkasId && b.TugasId == tugas.Id && b.BerlakuPada == null, cancellationToken);
        if (berkas is null)
        {
            return HasilLangkah.Ditolak(Masalah.TidakSah(
                "Berkas itu tidak ada pada tugas ini.", ("data.berkasId", "Unggah PDF dari SIAK dahulu; unggahan baru menggantikan yang lama.")));
        }
        var (konsep, bukanKini) = await nomor.KonsepKiniAsync(tugas, data.VersiKonsep, cancellationToken);
        if (bukanKini is not null) return HasilLangkah.Ditolak(bukanKini);
        var (kk, salah) = await nomor.AmbilAlihAsync(penyelesaian, konsep!, new IsianSiak(data.NomorKk, data.NomorKkUlang, data.Anggota ?? [], data.Layar), cancellationToken);
        if (salah is not null) return HasilLangkah.Ditolak(salah);

        await arsip.BerlakukanAsync(berkas, konsep!.Versi, konsep.Hash, penyelesaian.Pada, cancellationToken);
        db.Send(new BerkasSiakDiunggah
        {
            PermohonanId = tugas.PermohonanId,
            BerkasId = berkas.Id,
            VersiKonsep = konsep.Versi,
            HashKonsep = konsep.Hash,
            Sha256 = berkas.Sha256,
            Pada = penyelesaian.Pada,
        });
        return HasilLangkah.Selesai(jawaban: new BerkasSiapDitandatangani(berkas.Id, berkas.Sha256, kk.ToString()));
    }
}
