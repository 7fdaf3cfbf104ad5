using Dukcapil.Registry.Agenda;
using Dukcapil.Registry.Arsip;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Langkah;

/// <summary>Data of the step.</summary>
public sealed record DataRegistrasi
{
    /// <summary>Whether the cap dinas is on the card; must be true for a signature by hand, and false for TTE, which has none.</summary>
    public bool CapDibubuhkan { get; init; }

    /// <summary>Where the file is kept.</summary>
    public required TempatArsip Arsip { get; init; }

    /// <summary>What became of each paper; at most 60.</summary>
    public IReadOnlyList<Pilahan>? Pilahan { get; init; }
}

/// <summary>Place in the archive.</summary>
/// <param name="Lokasi">Shelf, box, folder; 1 to 200 characters.</param>
/// <param name="Pindaian">Id of the scan of the signed card, uploaded in this task.</param>
public sealed record TempatArsip(string Lokasi, Guid? Pindaian = null);

/// <summary>What Loket gets.</summary>
/// <param name="NomorAgenda">Number in the Buku Agenda.</param>
public sealed record KartuDiregistrasi(string NomorAgenda);

/// <summary>SOP step 7a–c: entry in the Buku Agenda, cap, sorting of the file.</summary>
internal sealed class RegistrasiDanCap(RegistryDb db, PencatatAgenda agenda, GudangArsip gudang) : ILangkah
{
    private const int LokasiTerpanjang = 200, BerkasTerpanjang = 200, PilahanTerbanyak = 60;

    public const string Jenis = "Dukcapil.RegistrasiDanCap";

    public string Aktivitas => Jenis;

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        if (!penyelesaian.TryBaca<DataRegistrasi>(out var data, out var masalah)) return HasilLangkah.Ditolak(masalah);
        var (tugas, petugas, pada) = (penyelesaian.Tugas, penyelesaian.Petugas, penyelesaian.Pada);
        var kartu = await db.Kartu.AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == tugas.PermohonanId, cancellationToken);
        if (kartu is null || kartu.BelumDicetak) return HasilLangkah.Ditolak(Masalah.Bentrok("belum-dicetak", "Kartu Keluarga permohonan ini belum tercatat dicetak."));
        var tandaTangan = await db.TandaTangan.AsNoTracking().SingleOrDefaultAsync(t => t.PermohonanId == tugas.PermohonanId, cancellationToken);
        // One that belongs to an earlier card counts no more: the one of this card is on its way.
        if (tandaTangan is null || (tandaTangan.VersiKonsep != 0 && tandaTangan.VersiKonsep != kartu.VersiKonsep))
        {
            return HasilLangkah.Ditolak(Masalah.Bentrok(
                "tanda-tangan-belum-tiba", "Catatan tanda tangan Kepala Dinas sedang dalam perjalanan. Coba lagi beberapa saat lagi."));
        }
        // How it was signed decides, not what the definition expects of it.
        masalah = TolakIsian(data, perluCap: tandaTangan.Cara == "MANUAL");
        if (masalah is not null) return HasilLangkah.Ditolak(masalah);

        if (data.Arsip.Pindaian is { } pindaian && !await gudang.PakaiAsync(pindaian, tugas.Id, pada, cancellationToken, JenisBerkasArsip.PindaianKartu))
            return HasilLangkah.Ditolak(Masalah.TidakSah("Pindaian tidak ada pada tugas ini.", ("data.arsip.pindaian", "Unggah pindaian kartu pada tugas ini dahulu.")));

        await ArsipkanAsync(tugas.PermohonanId, data, petugas.Id, pada, cancellationToken);
        // The effect key: a definition that leads here twice gives no second number. Last, because all others wait for the commit of who has a number.
        var entri = await agenda.BerlakuAsync(tugas.PermohonanId, cancellationToken)
            ?? await agenda.CatatAsync(tugas.Kantor, kartu, tandaTangan, data.CapDibubuhkan, petugas, pada, cancellationToken);
        return HasilLangkah.Selesai(jawaban: new KartuDiregistrasi(entri.Nomor));
    }

    private async Task ArsipkanAsync(Guid id, DataRegistrasi data, string petugas, DateTimeOffset pada, CancellationToken cancellationToken)
    {
        var arsip = await db.Arsip.FindAsync([id], cancellationToken);
        if (arsip is null) db.Arsip.Add(arsip = new ArsipBerkas { PermohonanId = id, Lokasi = "", Pilahan = [], Petugas = "" });
        (arsip.Lokasi, arsip.Pilahan, arsip.Petugas, arsip.Pada) = (data.Arsip.Lokasi.Trim(), data.Pilahan ?? [], petugas, pada);
        (arsip.PindaianKartu, arsip.Sha256) = (data.Arsip.Pindaian, await SidikAsync(id, data.Arsip.Pindaian, cancellationToken));
    }

    // The most that there is of the card: its signed file, its scan, or the data that it shows.
    private async Task<string?> SidikAsync(Guid id, Guid? pindaian, CancellationToken cancellationToken) =>
        await db.BerkasKartu.Berlaku(id).Select(b => b.Sha256BertandaTangan).SingleOrDefaultAsync(cancellationToken)
        ?? (pindaian is { } p ? await db.BerkasArsip.Where(b => b.Id == p).Select(b => b.Sha256).SingleOrDefaultAsync(cancellationToken) : null)
        ?? await db.Konsep.Where(k => k.PermohonanId == id).Select(k => k.Hash).SingleOrDefaultAsync(cancellationToken);

    private static ProblemHttpResult? TolakIsian(DataRegistrasi data, bool perluCap)
    {
        if (perluCap && !data.CapDibubuhkan)
            return Masalah.TidakSah("Kartu Keluarga yang ditandatangani manual wajib dicap.", ("data.capDibubuhkan", "Wajib true."));
        if (!perluCap && data.CapDibubuhkan)
            return Masalah.TidakSah("Kartu Keluarga bertanda tangan elektronik tidak dicap.", ("data.capDibubuhkan", "Harus false."));
        if (data.Arsip?.Lokasi?.Trim() is not { Length: > 0 and <= LokasiTerpanjang })
            return Masalah.TidakSah("Lokasi arsip wajib diisi.", ("data.arsip.lokasi", $"1 sampai {LokasiTerpanjang} karakter."));
        if (data.Pilahan?.Count > PilahanTerbanyak)
            return Masalah.TidakSah("Pilahan berkas terlalu banyak.", ("data.pilahan", $"Paling banyak {PilahanTerbanyak}."));
        var salah = (data.Pilahan ?? []).Select((p, i) => (Pilahan: p, Indeks: i))
            .Where(x => x.Pilahan?.Berkas?.Trim() is not { Length: > 0 and <= BerkasTerpanjang })
            .Select(x => ($"data.pilahan[{x.Indeks}].berkas", $"1 sampai {BerkasTerpanjang} karakter.")).ToArray();
        return salah.Length > 0 ? Masalah.TidakSah("Pilahan berkas tidak sah.", salah) : null;
    }
}
