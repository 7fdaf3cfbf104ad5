using Dukcapil.Kependudukan;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Masukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Langkah;

/// <summary>Data of the step: what SIAK gave and printed.</summary>
public sealed record DataCetak
{
    /// <summary>Nomor KK from SIAK, 16 digits.</summary>
    public required string NomorKk { get; init; }

    /// <summary>The version that was printed; must be the current one.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>NIK that SIAK has issued to members who had none.</summary>
    public IReadOnlyList<NikBaru>? Anggota { get; init; }
}

/// <summary>What Loket gets.</summary>
/// <param name="Percobaan">Number of the print attempt.</param>
/// <param name="NomorKk">Masked.</param>
public sealed record KartuDicetak(int Percobaan, string NomorKk);

/// <summary>
/// SOP step 5: Loket prints in SIAK and takes over the numbers that SIAK issued. "TidakSesuai" (the print differs from the konsep) is a failed attempt
/// on record and sends the file back.
/// </summary>
internal sealed class CetakKartuKeluarga(
    RegistryDb db, PencatatCetakan pencatat, IndeksNomor indeks, JurnalAudit jurnal, Pelindung pelindung, SetelanRegistri setelan) : ILangkah
{
    public const string Jenis = "Dukcapil.CetakKartuKeluarga";

    public string Aktivitas => Jenis;

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        var (tugas, petugas) = (penyelesaian.Tugas, penyelesaian.Petugas);
        if (penyelesaian.Hasil != "Selesai")
        {
            await pencatat.CatatAsync(tugas.PermohonanId, HasilCetak.Gagal, penyelesaian.Alasan?.Teks, petugas, penyelesaian.Pada, cancellationToken);
            return HasilLangkah.Selesai();
        }
        if (!penyelesaian.TryBaca<DataCetak>(out var data, out var masalah)) return HasilLangkah.Ditolak(masalah);
        var konsep = await db.Konsep.AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == tugas.PermohonanId, cancellationToken);
        if (konsep is null || konsep.Versi < tugas.Fakta.VersiKonsep)
            return HasilLangkah.Ditolak(Masalah.Bentrok("konsep-belum-tiba", "Data konsep sedang dalam perjalanan. Coba lagi beberapa saat lagi."));
        if (data.VersiKonsep != konsep.Versi)
            return HasilLangkah.Ditolak(Masalah.Bentrok("konsep-berubah", $"Konsep yang berlaku sekarang adalah versi {konsep.Versi}. Cetak versi itu."));
        if (await TolakParafAsync(konsep, cancellationToken) is { } belumParaf) return HasilLangkah.Ditolak(belumParaf);

        var kartu = pelindung.BukaKolom<KartuKeluarga>(konsep.IsiTersegel);
        if (!NomorKk.TryParse(data.NomorKk, out var nomor))
            return HasilLangkah.Ditolak(Masalah.TidakSah("Nomor KK tidak sah.", ("data.nomorKk", NomorKk.PesanSalah)));
        if (kartu.KepalaKeluarga()?.Nama is not { } kepala)
            return HasilLangkah.Ditolak(Masalah.TidakSah("Konsep tidak menyebut tepat satu kepala keluarga.", ("data.versiKonsep", "Kembalikan untuk diperbaiki.")));
        var salah = PengambilalihanNik.Periksa(kartu, data.Anggota ?? []);
        if (salah.Count > 0) return HasilLangkah.Ditolak(Masalah.TidakSah("NIK anggota belum lengkap atau tidak sah.", [.. salah]));

        // Shared only by a file that leaves the family's number as it is.
        _ = JenisPermohonan.TryParse(konsep.Jenis, out var jenis);
        var nomorLama = kartu.NomorKk == nomor.Ungkap() && jenis?.EfekNomorKk != EfekNomorKk.Baru;
        masalah = await TolakNomorAsync(tugas.PermohonanId, kartu, nomor, jenis, nomorLama, cancellationToken);
        if (masalah is not null) return HasilLangkah.Ditolak(masalah);

        jurnal.Catat(
            "nomor.ambil-alih", tugas.PermohonanId, $"versi {konsep.Versi}", orang: [indeks.Dari(nomor), .. indeks.Orang([.. (data.Anggota ?? []).Select(a => a.Nik)]), .. indeks.Orang(kartu)],
            pelaku: petugas);
        await SimpanAsync(penyelesaian, konsep, nomor, nomorLama, kepala, data.Anggota ?? [], cancellationToken);
        var cetakan = await pencatat.CatatAsync(tugas.PermohonanId, HasilCetak.Berhasil, null, petugas, penyelesaian.Pada, cancellationToken);
        return HasilLangkah.Selesai(jawaban: new KartuDicetak(cetakan.Percobaan, nomor.ToString()));
    }

    private async Task<ProblemHttpResult?> TolakParafAsync(KonsepMasuk konsep, CancellationToken cancellationToken)
    {
        var paraf = await db.Paraf.AsNoTracking()
            .Where(p => p.PermohonanId == konsep.PermohonanId && p.VersiKonsep == konsep.Versi && p.Hash == konsep.Hash)
            .Select(p => p.Petugas).Distinct().CountAsync(cancellationToken);
        return paraf >= setelan.ParafMinimal
            ? null
            : Masalah.Bentrok(
                "paraf-belum-tiba",
                $"Paraf konsep versi {konsep.Versi} yang sudah tiba: {paraf} dari {setelan.ParafMinimal}. Bila sudah diberikan, coba lagi beberapa saat lagi.");
    }

    private async Task<ProblemHttpResult?> TolakNomorAsync(
        Guid permohonanId, KartuKeluarga kartu, NomorKk nomor, JenisPermohonan? jenis, bool nomorLama, CancellationToken cancellationToken)
    {
        if (jenis?.EfekNomorKk == EfekNomorKk.Tetap && kartu.NomorKk is { } lama && lama != nomor.Ungkap())
            return Masalah.TidakSah($"Permohonan {jenis.Kode} tidak mengubah Nomor KK.", ("data.nomorKk", $"Pada konsep tertulis {Samaran.Dari(lama)}."));
        if (nomorLama) return null;
        var kemungkinan = indeks.Kemungkinan(nomor);
        var dipakai = await db.Kartu.AnyAsync(
            k => k.PermohonanId != permohonanId && k.DibatalkanPada == null && kemungkinan.Contains(k.IndeksNomorKk), cancellationToken);
        return dipakai
            ? Masalah.Buat(
                StatusCodes.Status422UnprocessableEntity, "nomor-kk-sudah-dipakai", "Nomor KK sudah dipakai",
                "Nomor KK ini sudah tercatat pada berkas lain. Periksa nomor yang diterbitkan SIAK.",
                new Dictionary<string, string[]> { ["data.nomorKk"] = ["Sudah dipakai berkas lain."] })
            : null;
    }

    private async Task SimpanAsync(
        Penyelesaian penyelesaian, KonsepMasuk konsep, NomorKk nomor, bool nomorLama, string kepala, IReadOnlyList<NikBaru> nikBaru,
        CancellationToken cancellationToken)
    {
        var kartu = await db.Kartu.FindAsync([konsep.PermohonanId], cancellationToken);
        var (nomorTersegel, kepalaTersegel) = (pelindung.SegelKolom(nomor.Ungkap()), pelindung.SegelKolom(kepala));
        if (kartu is null)
        {
            db.Kartu.Add(kartu = new KartuTercetak
            {
                PermohonanId = konsep.PermohonanId,
                Jenis = konsep.Jenis,
                NomorKkTersegel = nomorTersegel,
                IndeksNomorKk = indeks.Dari(nomor),
                KepalaKeluargaTersegel = kepalaTersegel,
            });
        }
        (kartu.Jenis, kartu.VersiKonsep, kartu.DicetakPada) = (konsep.Jenis, konsep.Versi, penyelesaian.Pada);
        (kartu.NomorKkTersegel, kartu.IndeksNomorKk, kartu.NomorBaru) = (nomorTersegel, indeks.Dari(nomor), !nomorLama);
        kartu.KepalaKeluargaTersegel = kepalaTersegel;
        kartu.NikBaruTersegel = nikBaru.Count == 0 ? null : pelindung.SegelKolom(nikBaru);
    }
}
