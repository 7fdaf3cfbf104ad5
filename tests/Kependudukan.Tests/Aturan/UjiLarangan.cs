namespace Dukcapil.Kependudukan.Tests.Aturan;

/// <summary>
/// The checks that must never exist (<c>larangan_pemeriksaan</c>): each case here is lawful and at most warned about, never an ERROR. Two
/// of the sixteen, check digits and generated numbers, are properties of the whole library: <see cref="LaranganTests"/>.
/// </summary>
internal static class UjiLarangan
{
    private static readonly Anggota lajangPerempuan = Keluarga.Siti with { Shdk = 1, StatusKawin = 1, TanggalKawin = null };

    public static Uji[] Baris { get; } =
    [
        new("X01", "region of the NIK once was, far from the office", "", k => k.Ubah(0, a => a with { Nik = "9905010107900001" }),
            c => c with { Wilayah = c.Wilayah.Dengan([new WilayahDesa(KodeWilayah.Dari("99.05.01.2001"), "LAMA", "LAMA")]) }),
        new("X02", "region of the NIK is not that of the address", "", k => k.Ubah(0, a => a with { Nik = "9901020107900001" })),
        new("X03", "birth date and sex differ from the NIK", "N05@2.tanggalLahir N06@2.jenisKelamin",
            k => k.Ubah(2, a => a with { TanggalLahir = new(2016, 3, 13), JenisKelamin = 2 })),
        new("X04", "born in 1926 or 2026, the NIK cannot tell", "", k => k.Dengan(Keluarga.Sendiri.Lahir(1926, 1, 10))),
        new("X06", "one-word name of 70 letters", "D04@0.nama D05@0.nama", k => k.Dengan(Keluarga.Sendiri with { Nama = new string('A', 70) })),
        new("X07", "single woman alone on her card", "", k => k.Dengan(lajangPerempuan)),
        new("X07", "widow with child", "", k => k.Dengan(lajangPerempuan with { StatusKawin = 6 }, Keluarga.Budi)),
        new("X07", "widower alone", "", k => k.Dengan(Keluarga.Sendiri with { StatusKawin = 6 })),
        new("X08", "another active card exists", "", null, c => c with { Register = new RegisterLokal { NomorKkAktif = ["9901010101150009"] } }),
        new("X09", "husband and wife of two religions", "", k => k.Ubah(1, a => a with { Agama = 2 })),
        new("X10", "a man who keeps house", "", k => k.Ubah(0, a => a with { Pekerjaan = 2 })),
        new("X11", "two wives", "P07@shdk", k => k.Tambah(Keluarga.IstriKedua)),
        new("X12", "no blood type", "D07@2.golonganDarah", k => k.Ubah(2, a => a with { GolonganDarah = null })),
        new("X13", "parents '-' for head, wife and child", "", k => k.Ubah(0, Tanpa).Ubah(1, Tanpa).Ubah(2, Tanpa)),
        new("X14", "Indonesians with passports", "", k => k.Ubah(0, a => a with { NoPaspor = "X0000001" }).Ubah(2, a => a with { NoPaspor = "X0000002" })),
    ];

    private static Anggota Tanpa(Anggota a) => a with { Ayah = "-", Ibu = "-" };
}
