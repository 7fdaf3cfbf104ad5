using Dukcapil.Kependudukan;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Masukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Cetak;

/// <summary>
/// Takes over the numbers that SIAK issued for a konsep: at print, or with the file that is signed before it (TTE). Both parafs must have arrived.
/// </summary>
internal sealed class PengambilalihanNomor(RegistryDb db, IndeksNomor indeks, JurnalAudit jurnal, Pelindung pelindung, SetelanRegistri setelan)
{
    /// <summary>The current konsep, or why the officer cannot go on with the version at hand.</summary>
    public async Task<(KonsepMasuk? Konsep, ProblemHttpResult? Masalah)> KonsepKiniAsync(Tugas tugas, int versi, CancellationToken cancellationToken)
    {
        var konsep = await db.Konsep.AsNoTracking().SingleOrDefaultAsync(k => k.PermohonanId == tugas.PermohonanId, cancellationToken);
        if (konsep is null || konsep.Versi < tugas.Fakta.VersiKonsep)
            return (null, Masalah.Bentrok("konsep-belum-tiba", "Data konsep sedang dalam perjalanan. Coba lagi beberapa saat lagi."));
        if (versi != konsep.Versi)
            return (null, Masalah.Bentrok("konsep-berubah", $"Konsep yang berlaku sekarang adalah versi {konsep.Versi}. Gunakan versi itu."));
        return await TolakParafAsync(konsep, cancellationToken) is { } belumParaf ? (null, belumParaf) : (konsep, null);
    }

    /// <summary>Checks the numbers and adds them to the unit of work, or says what is wrong with them.</summary>
    public async Task<(NomorKk Nomor, ProblemHttpResult? Masalah)> AmbilAlihAsync(
        Penyelesaian penyelesaian, KonsepMasuk konsep, IsianSiak isian, CancellationToken cancellationToken)
    {
        var nikBaru = isian.NikBaru;
        var kartu = pelindung.BukaKolom<KartuKeluarga>(konsep.IsiTersegel);
        if (!NomorKk.TryParse(isian.NomorKk, out var nomor)) return (null!, Masalah.TidakSah("Nomor KK tidak sah.", ("data.nomorKk", NomorKk.PesanSalah)));
        if (isian.TolakUlang(setelan.EntriGanda) is { } takSama) return (nomor, takSama);
        if (kartu.KepalaKeluarga()?.Nama is not { } kepala)
            return (nomor, Masalah.TidakSah("Konsep tidak menyebut tepat satu kepala keluarga.", ("data.versiKonsep", "Kembalikan untuk diperbaiki.")));
        var salah = PengambilalihanNik.Periksa(kartu, nikBaru);
        if (salah.Count > 0) return (nomor, Masalah.TidakSah("NIK anggota belum lengkap atau tidak sah.", [.. salah]));

        if (isian.TolakLayar(kartu, setelan.EntriGanda) is { } beda) return (nomor, beda);

        // What SIAK has issued for this card cannot be the number of one that people leave or join.
        if (konsep.Terkait(pelindung).Any(t => t.Peran != PeranKartu.Lama && t.KartuKeluarga.NomorKk == nomor.Ungkap()))
            return (nomor, Masalah.TidakSah("Nomor KK milik KK lain permohonan ini.", ("data.nomorKk", "Nomor ini tertulis pada KK asal atau tujuan. Periksa nomor yang diterbitkan SIAK.")));

        // Shared only by a file that leaves the family's number as it is.
        _ = JenisPermohonan.TryParse(konsep.Jenis, out var jenis);
        var nomorLama = kartu.NomorKk == nomor.Ungkap() && jenis?.EfekNomorKk != EfekNomorKk.Baru;
        if (await TolakNomorAsync(konsep.PermohonanId, kartu, nomor, jenis, nomorLama, cancellationToken) is { } masalah) return (nomor, masalah);

        jurnal.Catat(
            "nomor.ambil-alih", konsep.PermohonanId, $"versi {konsep.Versi}",
            orang: [indeks.Dari(nomor), .. indeks.Orang([.. nikBaru.Select(a => a.Nik)]), .. indeks.Orang(kartu)], pelaku: penyelesaian.Petugas);
        await SimpanAsync(penyelesaian, konsep, nomor, nomorLama, kepala, nikBaru, cancellationToken);
        return (nomor, null);
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
        // The numbers may belong to a file that is still to be signed and printed.
        (kartu.Jenis, kartu.VersiKonsep, kartu.DicetakPada, kartu.BelumDicetak) = (konsep.Jenis, konsep.Versi, penyelesaian.Pada, true);
        (kartu.NomorKkTersegel, kartu.IndeksNomorKk, kartu.NomorBaru) = (nomorTersegel, indeks.Dari(nomor), !nomorLama);
        kartu.KepalaKeluargaTersegel = kepalaTersegel;
        kartu.NikBaruTersegel = nikBaru.Count == 0 ? null : pelindung.SegelKolom(nikBaru);
    }
}
