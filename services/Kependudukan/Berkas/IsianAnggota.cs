using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>
/// The snake_case fields of a member in a case file. An unknown field is refused: a misspelt change would silently test something else.
/// </summary>
internal static class IsianAnggota
{
    /// <summary>
    /// <paramref name="anggota"/> with the fields that <paramref name="isian"/> states; null and an empty text empty a field.
    /// </summary>
    /// <exception cref="FormatException">An unknown field or a value of another kind.</exception>
    public static Anggota Terapkan(Anggota anggota, JsonElement isian)
    {
        foreach (var nama in new PembacaIsian(isian).Nama)
            anggota = Terapkan(anggota, nama, new PembacaIsian(isian));
        return anggota;
    }

    private static Anggota Terapkan(Anggota a, string nama, PembacaIsian isian) => nama switch
    {
        "nama" => a with { Nama = isian.Teks(nama) },
        "nik" => a with { Nik = isian.Teks(nama) },
        "jenis_kelamin" => a with { JenisKelamin = isian.Bilangan(nama) },
        "tempat_lahir" => a with { TempatLahir = isian.Teks(nama) },
        "tanggal_lahir" => a with { TanggalLahir = isian.Tanggal(nama) },
        "agama" => a with { Agama = isian.Bilangan(nama) },
        "organisasi_kepercayaan" => a with { OrganisasiKepercayaan = isian.Teks(nama) },
        "pendidikan" => a with { Pendidikan = isian.Bilangan(nama) },
        "pekerjaan" => a with { Pekerjaan = isian.Bilangan(nama) },
        "golongan_darah" => a with { GolonganDarah = isian.Bilangan(nama) },
        "status_kawin" => a with { StatusKawin = isian.Bilangan(nama) },
        "tanggal_kawin" => a with { TanggalKawin = isian.Tanggal(nama) },
        "tanggal_cerai" => a with { TanggalCerai = isian.Tanggal(nama) },
        "shdk" => a with { Shdk = isian.Bilangan(nama) },
        "kewarganegaraan" => a with { Kewarganegaraan = isian.Teks(nama) },
        "no_paspor" => a with { NoPaspor = isian.Teks(nama) },
        "no_kitap" => a with { NoKitap = isian.Teks(nama) },
        "kitap_berakhir" => a with { KitapBerakhir = isian.Tanggal(nama) },
        "ayah" => a with { Ayah = isian.Teks(nama) },
        "ibu" => a with { Ibu = isian.Teks(nama) },
        _ => throw new FormatException($"isian '{nama}' tidak dikenal"),
    };
}
