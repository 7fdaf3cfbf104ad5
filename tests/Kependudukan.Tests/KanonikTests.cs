using CsCheck;
using Xunit;

namespace Dukcapil.Kependudukan.Tests;

public sealed class KanonikTests
{
    [Fact]
    public void The_form_is_this_text_and_no_other()
    {
        var kartu = new KartuKeluarga
        {
            Alamat = new Alamat { Jalan = "JL É 1" },
            Anggota = [new Anggota { Nama = "A B", TanggalLahir = new(1990, 7, 1), Agama = 7, Nik = "9901010107900001" }],
        };

        Assert.Equal(
            """
            dukcapil-kk/1
            alamat.jalan=7:JL É 1
            alamat.rt=0:
            alamat.rw=0:
            alamat.kodePos=0:
            alamat.kodeDesa=0:
            alamat.desa=0:
            alamat.kecamatan=0:
            alamat.kabupatenKota=0:
            alamat.provinsi=0:
            anggota=1
            anggota[0].nama=3:A B
            anggota[0].jenisKelamin=0:
            anggota[0].tempatLahir=0:
            anggota[0].tanggalLahir=10:1990-07-01
            anggota[0].agama=1:7
            anggota[0].organisasiKepercayaan=0:
            anggota[0].pendidikan=0:
            anggota[0].pekerjaan=0:
            anggota[0].golonganDarah=0:
            anggota[0].statusKawin=0:
            anggota[0].tanggalKawin=0:
            anggota[0].tanggalCerai=0:
            anggota[0].shdk=0:
            anggota[0].kewarganegaraan=0:
            anggota[0].noPaspor=0:
            anggota[0].noKitap=0:
            anggota[0].kitapBerakhir=0:
            anggota[0].ayah=0:
            anggota[0].ibu=0:

            """, BentukKanonik.Teks(kartu));
    }

    /// <summary>A stored paraf must stay verifiable: this value may change only with a new <see cref="BentukKanonik.Versi"/>.</summary>
    [Fact]
    public void The_hash_of_the_family_of_the_examples_stays_what_it_was() =>
        Assert.Equal("099671d185cb56ab15e639e77be2f4e141ab5045a361ba85809c9791ad1a393d", Keluarga.Inti.HashKanonik());

    [Fact]
    public void Numbers_issued_by_SIAK_do_not_change_the_hash()
    {
        var tanpaNomor = Keluarga.Inti.Ubah(0, a => a with { Nik = null }).Ubah(2, a => a with { Nik = "" });
        Assert.Equal(Keluarga.Inti.HashKanonik(), tanpaNomor.HashKanonik());
        Assert.Equal(Keluarga.Inti.HashKanonik(), (Keluarga.Inti with { NomorKk = "9901012311250001" }).HashKanonik());
    }

    [Fact]
    public void Every_other_field_changes_the_hash_and_is_reported_under_its_JSON_name()
    {
        foreach (var p in typeof(Anggota).GetProperties().Where(p => p.Name != nameof(Anggota.Nik)))
        {
            var lain = new KartuKeluarga { Anggota = [Isi(new Anggota(), p)] };
            var kosong = new KartuKeluarga { Anggota = [new Anggota()] };
            Assert.NotEqual(kosong.HashKanonik(), lain.HashKanonik());
            Assert.Equal((0, Kecil(p.Name), true), Satu(Perbedaan.Antara(kosong, lain)));
        }
        foreach (var p in typeof(Alamat).GetProperties())
        {
            var lain = new KartuKeluarga { Alamat = Isi(new Alamat(), p) };
            Assert.NotEqual(new KartuKeluarga().HashKanonik(), lain.HashKanonik());
            Assert.Equal((null, "alamat." + Kecil(p.Name), true), Satu(Perbedaan.Antara(new KartuKeluarga(), lain)));
        }
    }

    [Fact]
    public void A_value_cannot_imitate_another_field()
    {
        var satu = new KartuKeluarga { Anggota = [new Anggota { Nama = "A\nanggota[0].jenisKelamin=1:1" }] };
        var dua = new KartuKeluarga { Anggota = [new Anggota { Nama = "A", JenisKelamin = 1 }] };
        Assert.NotEqual(satu.HashKanonik(), dua.HashKanonik());
    }

    [Fact]
    public void Null_and_blank_are_the_same_and_the_order_of_rows_is_not() =>
        Assert.Multiple(
            () => Assert.Equal(Keluarga.Inti.Ubah(0, a => a with { NoPaspor = " " }).HashKanonik(), Keluarga.Inti.HashKanonik()),
            () => Assert.NotEqual(Keluarga.Inti.Dengan(Keluarga.Siti, Keluarga.Ahmad, Keluarga.Budi).HashKanonik(), Keluarga.Inti.HashKanonik()));

    [Fact]
    public void Equal_hashes_and_no_canonical_difference_are_the_same_thing() =>
        Gen.Select(AcakKartu.Kartu, AcakKartu.Kartu, Gen.Bool).Sample((a, b, serupa) =>
        {
            var nomorLain = a with { NomorKk = b.NomorKk, Anggota = [.. a.Anggota.Select((x, i) => x with { Nik = b.Anggota.ElementAtOrDefault(i)?.Nik })] };
            var baru = serupa ? nomorLain : b;
            return a.HashKanonik() == baru.HashKanonik() == !Perbedaan.Antara(a, baru).Any(p => p.Kanonik);
        });

    private static (int? Anggota, string Field, bool Kanonik) Satu(IReadOnlyList<Perbedaan> perbedaan)
    {
        var satu = Assert.Single(perbedaan);
        return (satu.Anggota, satu.Field, satu.Kanonik);
    }

    private static string Kecil(string nama) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(nama);

    private static T Isi<T>(T kosong, System.Reflection.PropertyInfo p)
    {
        p.SetValue(kosong, p.PropertyType == typeof(string) ? "X" : p.PropertyType == typeof(int?) ? 1 : new DateOnly(2000, 1, 1));
        return kosong;
    }
}
