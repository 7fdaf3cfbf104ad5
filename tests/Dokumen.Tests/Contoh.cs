using Dukcapil.Kependudukan;

namespace Dukcapil.Dokumen.Tests;

/// <summary>Synthetic inputs; numbers use region prefix 99, which no province has.</summary>
internal static class Contoh
{
    public static readonly DateTimeOffset Pagi = new(2026, 11, 23, 9, 53, 0, TimeSpan.FromHours(7));

    public static readonly Kop Kop = new()
    {
        Instansi = "PEMERINTAH KABUPATEN CONTOH",
        Dinas = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
        Alamat = "Jl. Pemuda No. 1, Contoh",
    };

    public static Anggota Anggota(string nama, int urut = 1) => new()
    {
        Nama = nama,
        Nik = $"990101010790{urut:0000}",
        JenisKelamin = 1,
        TempatLahir = "CONTOH",
        TanggalLahir = new DateOnly(1990, 7, 1),
        Agama = 1,
        Pendidikan = 5,
        Pekerjaan = 2,
        GolonganDarah = 13,
        StatusKawin = 2,
        TanggalKawin = new DateOnly(2015, 5, 10),
        Shdk = urut == 1 ? 1 : 4,
        Kewarganegaraan = "WNI",
        Ayah = "BAPAK CONTOH",
        Ibu = "IBU CONTOH",
    };

    public static KartuKeluarga Kartu(params Anggota[] anggota) => new()
    {
        NomorKk = "9901012311250001",
        Alamat = new Alamat
        {
            Jalan = "Jl. Merdeka No. 12",
            Rt = "001",
            Rw = "002",
            KodePos = "99001",
            Desa = "Contoh Makmur",
            Kecamatan = "Contoh",
            KabupatenKota = "Kabupaten Contoh",
            Provinsi = "Contoh Raya",
        },
        Anggota = anggota,
    };

    public static KartuKeluarga Kartu(int jumlah) =>
        Kartu([.. Enumerable.Range(1, jumlah).Select(i => Anggota($"ANGGOTA KE{i:00}", i))]);

    public static IsiKonsepKk Konsep(KartuKeluarga kartu) => new()
    {
        Kartu = kartu,
        Versi = 3,
        Hash = "3f2a9c0d5be1784460a1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f50617",
        NomorRegister = "KK/2026/000017",
        Kasi = new KotakParaf("Kasi Identitas Penduduk", "Rahmat Contoh", Pagi),
        Kabid = new KotakParaf("Kabid Pelayanan Pendaftaran Penduduk"),
    };

    public static IsiSalinanKk Salinan(KartuKeluarga kartu) => new()
    {
        Kartu = kartu,
        TanggalTerbit = new DateOnly(2026, 11, 23),
        NomorAgenda = "400.12.2.1/17/2026",
        NamaPenandaTangan = "Dra. Contoh Kadis, M.Si.",
        NipPenandaTangan = "990101199001011001",
        Keperluan = "Permintaan pemohon",
        Petugas = "Dewi Contoh",
        Dibuat = Pagi,
    };

    public static IsiTandaBukti TandaBukti() => new()
    {
        Kop = Kop,
        NomorRegister = "KK/2026/000017",
        KodeResi = "R7KQ-94TM",
        Diterima = Pagi,
        NamaPemohon = "Ahmad Contoh",
        Jenis = "KK baru karena membentuk keluarga baru",
        PerkiraanSelesai = Pagi.AddHours(3),
        Layanan = "Loket 3, Senin–Jumat 08.00–15.30",
        Petugas = "Dewi Contoh",
    };

    public static IsiBuktiPenyerahan Penyerahan() => new()
    {
        Kop = Kop,
        NomorAgenda = "400.12.2.1/17/2026",
        NomorKk = "9901012311250001",
        NamaKepalaKeluarga = "AHMAD CONTOH",
        NamaPenerima = "SITI CONTOH",
        Hubungan = "Istri",
        JenisIdentitas = "KTP-el",
        NomorIdentitas = "9901014308920002",
        KodeResi = "R7KQ-94TM",
        Diserahkan = Pagi,
        Petugas = "Dewi Contoh",
    };

    public static IsiHalamanBuku Buku(int baris) => new()
    {
        Kop = Kop,
        Judul = "BUKU REGISTER PERMOHONAN KARTU KELUARGA",
        Masa = "Tahun 2026",
        Kolom = KolomBuku.Register,
        Baris = [.. Enumerable.Range(1, baris).Select(i => new BarisBuku([$"{i}", $"KK/2026/{i:000000}", "23-11-2026", "AHMAD CONTOH"]))],
        Petugas = "Dewi Contoh",
        Dicetak = Pagi,
    };
}
