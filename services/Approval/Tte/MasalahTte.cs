using Dukcapil.Approval.Tte.Pemeriksaan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Approval.Tte;

/// <summary>Refusals of the electronic signature, with what to do.</summary>
internal static class MasalahTte
{
    public static ProblemHttpResult BelumDiatur => Masalah.Buat(
        StatusCodes.Status422UnprocessableEntity, "cara-tidak-didukung", "Cara tanda tangan tidak didukung",
        "Kantor ini belum mengatur layanan tanda tangan elektronik (bagian Tte pada setelan), sehingga tugas ini belum dapat ditandatangani. Hubungi pengelola sistem.");

    public static ProblemHttpResult BukanElektronik => Masalah.Buat(
        StatusCodes.Status422UnprocessableEntity, "bukan-tanda-tangan-elektronik", "Bukan tanda tangan elektronik",
        "Tugas ini tidak ditandatangani secara elektronik. Untuk tanda tangan manual gunakan …/selesai.");

    public static ProblemHttpResult LewatAlamatLain => Masalah.Buat(
        StatusCodes.Status422UnprocessableEntity, "tanda-tangan-elektronik", "Tugas ini ditandatangani secara elektronik",
        "Gunakan …/tugas/{id}/tanda-tangan dengan passphrase atau kode sekali pakai; hasil Ditandatangani dicatat dari sana.");

    public static ProblemHttpResult BukanPenandatangan => Masalah.Buat(
        StatusCodes.Status403Forbidden, "penandatangan-belum-diatur", "Bukan wewenang Anda",
        "Sertifikat elektronik Anda belum didaftarkan pada setelan kantor (Tte:Penandatangan). Hubungi pengelola sistem.");

    public static ProblemHttpResult BerkasBelumTiba => Masalah.Bentrok(
        "berkas-siak-belum-tiba", "Berkas dari SIAK untuk konsep ini sedang dalam perjalanan atau belum diunggah. Coba lagi beberapa saat lagi.");

    public static ProblemHttpResult SedangBerjalan => Masalah.Bentrok(
        "sedang-ditandatangani", "Penandatanganan tugas ini sedang berjalan. Tunggu hasilnya; bila layanan terputus, ulangi beberapa menit lagi.");

    public static ProblemHttpResult Terlambat => Masalah.Bentrok(
        "penandatanganan-berakhir", "Jawaban layanan tanda tangan datang setelah percobaan ini diakhiri dan tidak dipakai. Muat ulang tugas, lalu ulangi bila masih terbuka.");

    public static ProblemHttpResult TidakTerambil => Masalah.Buat(
        StatusCodes.Status503ServiceUnavailable, "berkas-tidak-terambil", "Berkas belum dapat diambil",
        "Berkas yang akan ditandatangani belum dapat diambil dari arsip. Tidak ada yang ditandatangani; ulangi beberapa saat lagi.");

    public static ProblemHttpResult TidakTersambung => Masalah.Buat(
        StatusCodes.Status503ServiceUnavailable, "esign-tidak-terhubung", "Layanan tanda tangan elektronik tidak dapat dihubungi",
        "Layanan BSrE tidak dapat dihubungi. Tidak ada yang ditandatangani; ulangi beberapa saat lagi.");

    public static ProblemHttpResult TidakDiketahui => Masalah.Buat(
        StatusCodes.Status504GatewayTimeout, "hasil-tidak-diketahui", "Hasil penandatanganan tidak diketahui",
        "Layanan BSrE tidak menjawab sampai selesai. Percobaan ini dicatat dan hasilnya tidak akan dipakai; tugas tetap terbuka dan boleh ditandatangani lagi.");

    public static ProblemHttpResult KunciSalah(string jenis) => Masalah.Buat(
        StatusCodes.Status422UnprocessableEntity, "passphrase-salah", "Passphrase atau kode tidak diterima",
        "Layanan BSrE menolak passphrase atau kode sekali pakai. Periksa lalu ulangi; terlalu banyak kesalahan dapat memblokir sertifikat Anda.",
        new Dictionary<string, string[]> { [jenis] = ["Tidak diterima."] });

    public static ProblemHttpResult SertifikatTidakAktif(string? status) => Masalah.Bentrok(
        "sertifikat-tidak-aktif", $"Sertifikat elektronik Anda tidak dapat dipakai (status BSrE: {Kode(status)}). Hubungi verifikator BSrE instansi Anda.");

    public static ProblemHttpResult DitolakEsign(int kode) => Masalah.Buat(
        StatusCodes.Status422UnprocessableEntity, "ditolak-esign", "Layanan tanda tangan menolak",
        $"Layanan BSrE menolak permintaan ini dengan kode {kode}. Tidak ada yang ditandatangani. Sampaikan kode itu kepada pengelola sistem.");

    public static ProblemHttpResult TidakSah(CacatTandaTangan cacat) => Masalah.Buat(
        StatusCodes.Status502BadGateway, "tanda-tangan-tidak-sah", "Hasil tanda tangan tidak sah",
        $"Berkas yang dikembalikan layanan BSrE tidak lolos pemeriksaan: {Kata(cacat)} Berkas itu dibuang dan tugas tetap terbuka. Ulangi; bila berulang, sampaikan kepada pengelola sistem.");

    // Their word, as long as it is one: it stands in an answer.
    private static string Kode(string? status) => status is { Length: > 0 and <= 40 } && status.All(c => char.IsAsciiLetter(c) || c is '_' or ' ') ? status : "tidak diketahui";

    private static string Kata(CacatTandaTangan cacat) => cacat switch
    {
        CacatTandaTangan.BukanBerkasYangDikirim => "bukan berkas yang dikirim.",
        CacatTandaTangan.CakupanTidakUtuh => "tanda tangannya tidak mencakup seluruh berkas.",
        CacatTandaTangan.IsiHalamanBerubah => "isi halamannya berubah.",
        CacatTandaTangan.TandaTanganTidakTerbaca => "tanda tangannya tidak dapat dibaca.",
        CacatTandaTangan.TidakCocokDenganIsi => "tanda tangannya tidak cocok dengan isinya.",
        CacatTandaTangan.AkarTidakDipercaya => "sertifikatnya tidak berasal dari penerbit yang dipercaya.",
        CacatTandaTangan.SertifikatTidakBerlaku => "sertifikatnya kedaluwarsa atau belum berlaku.",
        CacatTandaTangan.SertifikatDicabut => "sertifikatnya dicabut, atau pencabutannya tidak dapat diperiksa.",
        CacatTandaTangan.BukanSertifikatPenandatangan => "sertifikatnya bukan milik Anda.",
        CacatTandaTangan.DitolakPemeriksaEsign => "layanan BSrE sendiri menyatakannya tidak sah.",
        _ => "tidak sah.",
    };
}
