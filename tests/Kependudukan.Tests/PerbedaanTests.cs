using Xunit;

namespace Dukcapil.Kependudukan.Tests;

public sealed class PerbedaanTests
{
    [Fact]
    public void A_corrected_field_shows_from_and_to() =>
        Sama([new(1, "tempatLahir", "CONTOH", "CONTOH DUA", true), new(1, "pekerjaan", "2", "15", true), new(1, "tanggalKawin", "2015-05-10", null, true)],
            k => k.Ubah(1, a => a with { TempatLahir = "CONTOH DUA", TanggalKawin = null, Pekerjaan = 15 }));

    [Fact]
    public void Numbers_taken_over_from_SIAK_show_but_void_no_paraf() =>
        Sama([new(null, "nomorKk", null, "9901012311250001", false), new(2, "nik", "9901011203160001", "9901011203160002", false)],
            k => k.Ubah(2, a => a with { Nik = "9901011203160002" }) with { NomorKk = "9901012311250001" });

    [Fact]
    public void An_address_field_shows_with_its_path() =>
        Sama([new(null, "alamat.rt", "001", "009", true)], k => k.Pindah(a => a with { Rt = "009" }));

    [Fact]
    public void A_member_put_in_between_shows_as_one_new_member_and_moved_rows() =>
        Sama([new(2, "anggota", null, "RATNA CONTOH", true), new(3, "baris", "2", "3", true)],
            k => k.Dengan(Keluarga.Ahmad, Keluarga.Siti, Keluarga.IstriKedua, Keluarga.Budi));

    [Fact]
    public void A_member_who_leaves_shows_with_the_former_row() =>
        Sama([new(1, "baris", "2", "1", true), new(1, "anggota", "SITI CONTOH", null, true)], k => k.Dengan(Keluarga.Ahmad, Keluarga.Budi));

    [Fact]
    public void A_corrected_name_is_recognised_by_NIK_even_on_another_row() =>
        Sama([new(0, "baris", "1", "0", true), new(0, "nama", "SITI CONTOH", "SITI AMINAH", true), new(1, "baris", "0", "1", true)],
            k => k.Dengan(Keluarga.Siti with { Nama = "SITI AMINAH" }, Keluarga.Ahmad, Keluarga.Budi));

    [Fact]
    public void Two_exchanged_NIK_show_as_numbers_and_not_as_changed_persons() =>
        Sama([new(0, "nik", Keluarga.Ahmad.Nik, Keluarga.Budi.Nik, false), new(2, "nik", Keluarga.Budi.Nik, Keluarga.Ahmad.Nik, false)],
            k => k.Ubah(0, a => a with { Nik = Keluarga.Budi.Nik }).Ubah(2, a => a with { Nik = Keluarga.Ahmad.Nik }));

    [Fact]
    public void Nothing_differs_from_itself() => Sama([], k => k);

    private static void Sama(IReadOnlyList<Perbedaan> harap, Func<KartuKeluarga, KartuKeluarga> ubah) =>
        Assert.Equal(harap, Perbedaan.Antara(Keluarga.Inti, ubah(Keluarga.Inti)));
}
