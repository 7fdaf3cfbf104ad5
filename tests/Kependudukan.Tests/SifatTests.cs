using CsCheck;
using Xunit;

namespace Dukcapil.Kependudukan.Tests;

/// <summary>Properties that hold for every card, however absurd.</summary>
public sealed class SifatTests
{
    private static readonly HashSet<string> isian =
    [
        .. typeof(Anggota).GetProperties().Select(p => Kecil(p.Name)),
        .. typeof(Alamat).GetProperties().Select(p => "alamat." + Kecil(p.Name)),
        .. typeof(KartuKeluarga).GetProperties().Select(p => Kecil(p.Name)), "lampiran", "kartuTerkait",
    ];

    [Fact]
    public void Checking_never_throws_and_every_finding_names_a_member_and_a_field_that_exist() =>
        Periksa((kartu, temuan) => temuan.All(t =>
            t.Field is { } f && isian.Contains(f) && t.Anggota is null or >= 0 && (t.Anggota ?? -1) < kartu.Anggota.Count));

    [Fact]
    public void Findings_come_in_the_order_of_rules_then_of_members_and_never_twice()
    {
        var urutan = AturanKeluarga.Semua.Select((a, i) => (a.Kode, i)).ToDictionary(x => x.Kode, x => x.i);
        Periksa((_, temuan) => temuan.Select(t => urutan[t.Kode]).SequenceEqual(temuan.Select(t => urutan[t.Kode]).Order())
            && temuan.GroupBy(t => t.Kode).All(g => g.Select(t => t.Anggota).SequenceEqual(g.Select(t => t.Anggota).Order()))
            && temuan.Distinct().Count() == temuan.Count);
    }

    [Fact]
    public void What_holds_a_file_before_Kasi_holds_it_before_print_too() =>
        AcakKartu.Kartu.Sample(kartu =>
        {
            var ajukan = PemeriksaKeluarga.Periksa(kartu, Keluarga.Konteks);
            var cetak = PemeriksaKeluarga.Periksa(kartu, Keluarga.Konteks with { Tahap = Tahap.Cetak });
            return ajukan.SequenceEqual(cetak.Where(t => t.Tahap == Tahap.Ajukan));
        });

    [Fact]
    public void A_member_that_is_null_is_an_empty_member()
    {
        var temuan = Keluarga.Temuan(Keluarga.Inti with { Anggota = [Keluarga.Sendiri, null!] });
        Assert.Equal(Keluarga.Temuan(Keluarga.Inti.Dengan(Keluarga.Sendiri, new Anggota())), temuan);
    }

    private static void Periksa(Func<KartuKeluarga, IReadOnlyList<Temuan>, bool> sifat) =>
        Gen.Select(AcakKartu.Kartu, AcakKartu.Kartu, Gen.Int[0, 13], Gen.Bool).Sample((kartu, lama, jenis, cetak) =>
            sifat(kartu, PemeriksaKeluarga.Periksa(kartu, Konteks(lama, jenis, cetak))));

    private static KonteksPemeriksaan Konteks(KartuKeluarga lama, int jenis, bool cetak) => Keluarga.Konteks with
    {
        Tahap = cetak ? Tahap.Cetak : Tahap.Ajukan,
        Jenis = jenis < 13 ? JenisPermohonan.Semua[jenis] : null,
        KartuLama = lama,
        Keadaan = new Keadaan { KepalaMeninggal = cetak },
        Register = new RegisterLokal
        {
            Orang = [new(null, "AHMAD CONTOH", new(1990, 7, 1), "SITI CONTOH")],
            KkDariNik = new Dictionary<string, string> { ["9901010107900001"] = "9901010101150009" },
        },
    };

    private static string Kecil(string nama) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(nama);
}
