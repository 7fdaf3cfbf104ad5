using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Dukcapil.Approval.Langkah;
using Dukcapil.Approval.Tte.Pemeriksaan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Approval.Tte;

/// <summary>Who signs in a request, and by what right.</summary>
/// <param name="Petugas">The officer.</param>
/// <param name="Token">The officer's token, with which the file is fetched.</param>
/// <param name="Kunci">What the officer proves to be the signer with.</param>
internal sealed record PenandaTanganPermintaan(Petugas Petugas, AuthenticationHeaderValue Token, KunciPenandatangan Kunci);

/// <summary>What became of one file.</summary>
/// <param name="Jawaban">Signed.</param>
/// <param name="Masalah">Not signed.</param>
/// <param name="KunciSalah">Because of the passphrase or code, so that the next file would be refused as well.</param>
internal sealed record HasilTte(TugasSelesai? Jawaban, ProblemHttpResult? Masalah, bool KunciSalah = false);

/// <summary>
/// SOP step 6, electronically, for one task: attempt on record → file fetched → certificate asked → signed → verified → step closed. Between the first and the last no
/// transaction is open, and nothing the caller does ends it.
/// </summary>
internal sealed class PenandatangananTte(
    AwalPercobaan awal, AkhirPercobaan akhir, PengambilBerkas pengambil, KlienEsign esign, PemeriksaTandaTangan pemeriksa, TandaTanganSah sah, SetelanTte setelan,
    TimeProvider time)
{
    public async Task<HasilTte> TandatanganiAsync(
        string tugasId, int versi, IReadOnlyList<string>? kelengkapan, PenandaTanganPermintaan oleh, CancellationToken cancellationToken)
    {
        var permintaan = new SelesaikanTugas(TandaTangan.Ditandatangani, Kelengkapan: kelengkapan);
        // The same request again is known by task, officer and version; the secret is no part of it, so no trace of it is stored.
        var sidik = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"tte\n{tugasId}\n{oleh.Petugas.Id}\n{versi}"))));
        var (percobaan, jawaban, masalah) = await awal.MulaiAsync(tugasId, permintaan, versi, sidik, oleh.Petugas, cancellationToken);
        if (percobaan is null) return new(jawaban, masalah);
        var penandatangan = setelan.Penandatangan[oleh.Petugas.Id];
        if (await MintaAsync(percobaan, penandatangan, oleh) is var (pdf, gagal) && gagal is not null) return await GagalAsync(percobaan, gagal);
        if (await esign.TandaTanganiAsync(penandatangan, oleh.Kunci, pdf!) is var dijawab && dijawab.Berkas() is not { } hasil) return await GagalAsync(percobaan, Sebab(dijawab, oleh.Kunci));
        if (await PeriksaAsync(pdf!, hasil, penandatangan) is var periksa && periksa.Cacat is { } cacat)
            return await GagalAsync(percobaan, new(KeadaanPercobaan.TidakSah, cacat.ToString(), MasalahTte.TidakSah(cacat)));
        sah.Isi(percobaan.BerkasId, hasil[pdf!.Length..], Convert.ToHexStringLower(SHA256.HashData(hasil)), periksa.Sertifikat!);
        (jawaban, masalah) = await akhir.BerhasilAsync(percobaan, permintaan, sidik, oleh.Petugas);
        return new(jawaban, masalah);
    }

    // Everything that can be known before a signature is asked for; nothing is signed when it fails.
    private async Task<(byte[]? Pdf, Kegagalan? Gagal)> MintaAsync(PercobaanTandaTangan percobaan, Penandatangan penandatangan, PenandaTanganPermintaan oleh)
    {
        if (await pengambil.AmbilAsync(percobaan.PermohonanId, percobaan.Sha256, oleh.Token) is not { } pdf)
            return (null, new(KeadaanPercobaan.Ditolak, "berkas-tidak-terambil", MasalahTte.TidakTerambil));
        var status = await esign.StatusAsync(penandatangan);
        if (status.Akhir is AkhirPanggilan.TidakTersambung or AkhirPanggilan.TanpaJawaban)
            return (null, new(KeadaanPercobaan.Ditolak, "esign-tidak-terhubung", MasalahTte.TidakTersambung));
        if (status.Akhir == AkhirPanggilan.Ditolak) return (null, new(KeadaanPercobaan.Ditolak, Kode(status), MasalahTte.DitolakEsign(status.Kode)));
        if (status.Teks("status") is not "ISSUE") return (null, new(KeadaanPercobaan.Ditolak, "sertifikat-tidak-aktif", MasalahTte.SertifikatTidakAktif(status.Teks("status"))));
        // Late already: the answer to the signature must come before anybody else may begin.
        return time.GetUtcNow() > percobaan.MulaiPada + (2 * setelan.Batas)
            ? (null, new(KeadaanPercobaan.Ditolak, "waktu-habis", MasalahTte.TidakTersambung))
            : (pdf, null);
    }

    private async Task<HasilPemeriksaan> PeriksaAsync(byte[] pdf, byte[] hasil, Penandatangan penandatangan)
    {
        var periksa = pemeriksa.Periksa(pdf, hasil, penandatangan);
        if (periksa.Cacat is not null || !setelan.PeriksaDiEsign) return periksa;
        // A second opinion: that it cannot be had takes nothing from what was verified here.
        var pendapat = await esign.PeriksaAsync(hasil);
        return pendapat.Akhir == AkhirPanggilan.Ditolak || (pendapat.Teks("conclusion") is { } kata && kata is not ("VALID" or "WARNING"))
            ? periksa with { Cacat = CacatTandaTangan.DitolakPemeriksaEsign }
            : periksa;
    }

    private static Kegagalan Sebab(JawabanEsign jawaban, KunciPenandatangan kunci) => jawaban switch
    {
        { KunciSalah: true } => new(KeadaanPercobaan.Ditolak, "passphrase-salah", MasalahTte.KunciSalah(kunci.Jenis), KunciSalah: true),
        { Akhir: AkhirPanggilan.Ditolak } => new(KeadaanPercobaan.Ditolak, Kode(jawaban), MasalahTte.DitolakEsign(jawaban.Kode)),
        { Akhir: AkhirPanggilan.TidakTersambung } => new(KeadaanPercobaan.Ditolak, "esign-tidak-terhubung", MasalahTte.TidakTersambung),
        // An answer without a file says as little as none.
        _ => new(KeadaanPercobaan.TidakDiketahui, "tanpa-jawaban", MasalahTte.TidakDiketahui),
    };

    private static string Kode(JawabanEsign jawaban) => string.Create(CultureInfo.InvariantCulture, $"esign-{jawaban.Kode}");

    private async Task<HasilTte> GagalAsync(PercobaanTandaTangan percobaan, Kegagalan gagal)
    {
        await akhir.GagalAsync(percobaan, gagal.Keadaan, gagal.Sebab);
        return new(null, gagal.Masalah, gagal.KunciSalah);
    }

    private sealed record Kegagalan(KeadaanPercobaan Keadaan, string Sebab, ProblemHttpResult Masalah, bool KunciSalah = false);
}
