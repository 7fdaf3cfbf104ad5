using Xunit;

namespace Dukcapil.Kependudukan.Tests.Wilayah;

public sealed class BerkasWilayahTests : IDisposable
{
    private const string Kepala = "kode,jenis,nama,kode_kecamatan,kecamatan\n";

    private readonly string folder = Directory.CreateTempSubdirectory("wilayah").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void One_kabupaten_is_taken_out_of_the_national_list_and_reads_back()
    {
        DaftarNasional();

        var isi = BerkasWilayah.Ambil(folder, KodeWilayah.Dari("99.01"));

        Assert.Equal(
            [new(KodeWilayah.Dari("99.01.01.1001"), "Contoh", "Satu"), new(KodeWilayah.Dari("99.01.01.2001"), "Contoh, \"Lama\"", "Satu")],
            BerkasWilayah.Baca(Tulis("kantor.csv", isi)));
    }

    [Fact]
    public void Of_several_years_the_latest_counts()
    {
        DaftarNasional();
        Tulis("wilayah_l4_2026.csv", "kode,jenis,nama,kode_kecamatan\n99.01.01.1009,KELURAHAN,Baru,99.01.01\n");

        Assert.Equal("Baru", Assert.Single(BerkasWilayah.Baca(Tulis("kantor.csv", BerkasWilayah.Ambil(folder, KodeWilayah.Dari("99.01"))))).Nama);
    }

    [Theory]
    [InlineData("99.03", "tidak ada desa/kelurahan dari 99.03")]
    [InlineData("99.02", "baris 5: kecamatan 99.02.01 tidak ada di")]
    [InlineData("99", "99 bukan kode kabupaten/kota")]
    public void What_the_national_list_does_not_have_is_said(string kabupaten, string pesan)
    {
        DaftarNasional();
        Assert.Contains(pesan, Assert.Throws<WilayahSalahException>(() => BerkasWilayah.Ambil(folder, KodeWilayah.Dari(kabupaten))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_the_list_is_said() =>
        Assert.Contains("tidak ada berkas wilayah_l1_l3_*.csv", Assert.Throws<WilayahSalahException>(() => BerkasWilayah.Ambil(folder, KodeWilayah.Dari("99.01"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("kode,nama\n", "baris 1: tidak ada kolom jenis, kode_kecamatan, kecamatan")]
    [InlineData(Kepala, "tidak ada isinya")]
    [InlineData(Kepala + "99.01.01.1001,KELURAHAN,Contoh,99.01.01,Satu\n99.01.01,KECAMATAN,Contoh,99.01.01,Satu\n", "baris 3: kode desa/kelurahan harus berbentuk")]
    [InlineData(Kepala + "99.01.01.1001,KELURAHAN,Contoh,99.01.02,Dua\n", "baris 2: 99.01.01.1001 tidak berada di kecamatan 99.01.02")]
    [InlineData(Kepala + "99.01.01.1001,KELURAHAN,,99.01.01,Satu\n", "baris 2: nama desa/kelurahan dan kecamatan harus terisi")]
    [InlineData(Kepala + "99.01.01.1001,KELURAHAN,A,99.01.01,Satu\n99.01.01.1001,KELURAHAN,B,99.01.01,Satu\n", "baris 3: 99.01.01.1001 tertulis dua kali")]
    [InlineData(Kepala + "99.01.01.1001,KELURAHAN,A,99.01.01\n", "baris 2: 4 isian, seharusnya 5")]
    [InlineData(Kepala + "99.01.01.1001,KELURAHAN,\"A,99.01.01,Satu\n", "baris 2: tanda kutip tidak ditutup")]
    public void A_wrong_file_is_refused_with_its_line(string isi, string pesan)
    {
        var berkas = Tulis("kantor.csv", isi);
        var salah = Assert.Throws<WilayahSalahException>(() => BerkasWilayah.Baca(berkas)).Message;
        Assert.Contains(berkas, salah, StringComparison.Ordinal);
        Assert.Contains(pesan, salah, StringComparison.Ordinal);
    }

    private void DaftarNasional()
    {
        Tulis("wilayah_l1_l3_2025.csv", "kode,kode_nik6,tingkat,jenis,nama,kode_induk\n99,,1,PROVINSI,Contoh,\n99.01,,2,KABUPATEN,Contoh,99\n99.01.01,990101,3,KECAMATAN,Satu,99.01\n");
        Tulis(
            "wilayah_l4_2025.csv",
            "kode,jenis,nama,kode_kecamatan\n99.01.01.2001,DESA,\"Contoh, \"\"Lama\"\"\",99.01.01\n99.01.01.1001,KELURAHAN,Contoh,99.01.01\n99.011.1.1001,DESA,Lain,99.01.01\n99.02.01.1001,DESA,Yatim,99.02.01\n");
    }

    private string Tulis(string nama, string isi)
    {
        var berkas = Path.Combine(folder, nama);
        File.WriteAllText(berkas, isi);
        return berkas;
    }
}
