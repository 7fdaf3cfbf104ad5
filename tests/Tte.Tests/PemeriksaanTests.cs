using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Dukcapil.Approval.Tte;
using Dukcapil.Approval.Tte.Pemeriksaan;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Tte.Tests;

/// <summary>A signed file is accepted only when it is the file that was sent, whole, signed by the officer: one forgery per line.</summary>
public sealed class PemeriksaanTests(PemeriksaanTests.Bahan bahan) : IClassFixture<PemeriksaanTests.Bahan>
{
    private const string Nama = "KEPALA DINAS CONTOH";
    private static readonly byte[] Asli = BerkasContoh.Pdf("KARTU KELUARGA 1");

    [Fact]
    public void A_good_signature_is_accepted_and_names_its_signer()
    {
        var hasil = Periksa(PenandaPdf.TandaTangani(Asli, bahan.Kadis));
        Assert.Null(hasil.Cacat);
        Assert.Contains(Nama, hasil.Sertifikat, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_as_it_was_sent_is_no_signed_file() => Ditolak(CacatTandaTangan.BukanBerkasYangDikirim, Asli);

    [Fact]
    public void Another_file_signed_well_is_refused() =>
        Ditolak(CacatTandaTangan.BukanBerkasYangDikirim, PenandaPdf.TandaTangani(BerkasContoh.Pdf("KARTU KELUARGA 2"), bahan.Kadis));

    [Fact]
    public void One_altered_byte_of_the_card_is_refused()
    {
        var ubah = PenandaPdf.TandaTangani(Asli, bahan.Kadis);
        ubah[Asli.AsSpan().IndexOf("KARTU"u8)] ^= 1;
        Ditolak(CacatTandaTangan.BukanBerkasYangDikirim, ubah);
    }

    [Fact]
    public void One_altered_byte_of_what_was_appended_is_refused()
    {
        var ubah = PenandaPdf.TandaTangani(Asli, bahan.Kadis);
        ubah[Asli.Length + ubah.AsSpan(Asli.Length).IndexOf("Tanda tangan"u8)] = (byte)'t';
        Ditolak(CacatTandaTangan.TidakCocokDenganIsi, ubah);
    }

    [Fact]
    public void An_altered_signature_value_is_refused()
    {
        var ubah = PenandaPdf.TandaTangani(Asli, bahan.Kadis);
        var awal = ubah.AsSpan().LastIndexOf("/Contents <"u8) + 11;
        var nol = awal + ubah.AsSpan(awal).IndexOf("00000000000000000000000000000000"u8);
        ubah[nol - 20] = ubah[nol - 20] == (byte)'5' ? (byte)'6' : (byte)'5';
        Ditolak(CacatTandaTangan.TidakCocokDenganIsi, ubah);
    }

    [Fact]
    public void A_file_without_a_range_is_refused() =>
        Ditolak(CacatTandaTangan.CakupanTidakUtuh, [.. Asli, .. "\n6 0 obj\n<< /Type /Sig >>\nendobj\n"u8]);

    [Theory]
    [InlineData("\n% ditambahkan setelah ditandatangani\n")]
    [InlineData(" ")]
    public void Unsigned_data_after_the_signature_is_refused(string ekor) =>
        Ditolak(CacatTandaTangan.CakupanTidakUtuh, [.. PenandaPdf.TandaTangani(Asli, bahan.Kadis), .. Encoding.ASCII.GetBytes(ekor)]);

    [Fact]
    public void A_second_signature_leaves_open_which_counts_and_is_refused() =>
        Ditolak(CacatTandaTangan.CakupanTidakUtuh, PenandaPdf.TandaTangani(PenandaPdf.TandaTangani(Asli, bahan.Kadis), bahan.OrangLain));

    [Fact]
    public void A_second_range_anywhere_in_the_file_is_refused() =>
        Ditolak(CacatTandaTangan.CakupanTidakUtuh, PenandaPdf.TandaTangani(Asli, bahan.Kadis, new Dictionary<int, string> { [8] = "<< /Type /Sig /ByteRange [0 1 2 3] >>" }));

    [Fact]
    public void A_range_that_does_not_begin_at_the_first_byte_is_refused()
    {
        // The signature is good; what a reader would take it to cover is not the whole file.
        var utuh = PenandaPdf.TandaTangani(Asli, bahan.Kadis);
        var (awal, akhir) = Sela(utuh);
        utuh[utuh.AsSpan().LastIndexOf("/ByteRange ["u8) + "/ByteRange [".Length] = (byte)'5';
        TandaiUlang(utuh, awal, akhir);
        Ditolak(CacatTandaTangan.CakupanTidakUtuh, utuh);
    }

    [Fact]
    public void A_range_that_leaves_a_part_out_is_refused()
    {
        var utuh = PenandaPdf.TandaTangani(Asli, bahan.Kadis);
        var (awal, akhir) = Sela(utuh);
        var rentang = utuh.AsSpan().LastIndexOf("/ByteRange ["u8);
        var tutup = rentang + utuh.AsSpan(rentang).IndexOf((byte)']');
        Encoding.ASCII.GetBytes($"/ByteRange [0 {Asli.Length} {akhir} {utuh.Length - akhir}".PadRight(tutup - rentang), utuh.AsSpan(rentang));
        TandaiUlang(utuh, Asli.Length, akhir, awal);
        Ditolak(CacatTandaTangan.CakupanTidakUtuh, utuh);
    }

    [Fact]
    public void A_gap_that_hides_more_than_the_signature_is_refused()
    {
        var utuh = PenandaPdf.TandaTangani(Asli, bahan.Kadis);
        var awal = utuh.AsSpan().LastIndexOf("/Contents <"u8) + 11;
        var nol = awal + utuh.AsSpan(awal).IndexOf("00000000000000000000000000000000"u8);
        // Not zero where the space is reserved: something lies there that nobody signed.
        utuh[nol + 40] = (byte)'7';
        Ditolak(CacatTandaTangan.CakupanTidakUtuh, utuh);
    }

    [Fact]
    public void A_page_replaced_by_what_was_appended_is_refused_though_every_byte_is_signed()
    {
        const string palsu = "BT /F1 18 Tf 72 720 Td (KARTU KELUARGA 9) Tj ET";
        var ganti = new Dictionary<int, string> { [4] = $"<< /Length {palsu.Length} >>\nstream\n{palsu}\nendstream" };
        Ditolak(CacatTandaTangan.IsiHalamanBerubah, PenandaPdf.TandaTangani(Asli, bahan.Kadis, ganti));
    }

    [Fact]
    public void A_field_that_covers_the_page_is_refused() =>
        Ditolak(CacatTandaTangan.IsiHalamanBerubah, PenandaPdf.TandaTangani(Asli, bahan.Kadis, tampak: true));

    [Fact]
    public void A_signature_that_does_not_name_its_certificate_is_refused() =>
        Ditolak(CacatTandaTangan.BukanSertifikatPenandatangan, PenandaPdf.TandaTangani(Asli, bahan.Kadis, cms: isi => PenandaPdf.Cms(isi, bahan.Kadis, terikat: false)));

    [Fact]
    public void A_digest_that_is_no_longer_trusted_is_refused() =>
        Ditolak(CacatTandaTangan.TandaTanganTidakTerbaca, PenandaPdf.TandaTangani(Asli, bahan.Kadis, cms: isi => PenandaPdf.Cms(isi, bahan.Kadis, ringkasan: "1.3.14.3.2.26")));

    [Fact]
    public void A_root_that_nobody_trusts_is_refused()
    {
        using var lain = new Otoritas("AKAR LAIN");
        using var kadis = lain.Terbitkan(Nama);
        Ditolak(CacatTandaTangan.AkarTidakDipercaya, PenandaPdf.TandaTangani(Asli, kadis));
    }

    [Fact]
    public void A_root_of_the_same_name_is_not_the_root()
    {
        using var tiruan = new Otoritas();
        using var kadis = tiruan.Terbitkan(Nama);
        Ditolak(CacatTandaTangan.AkarTidakDipercaya, PenandaPdf.TandaTangani(Asli, kadis));
    }

    [Fact]
    public void An_expired_certificate_is_refused()
    {
        using var lewat = bahan.Otoritas.Terbitkan(Nama, DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddDays(-1));
        Ditolak(CacatTandaTangan.SertifikatTidakBerlaku, PenandaPdf.TandaTangani(Asli, lewat));
    }

    [Fact]
    public void Somebody_elses_certificate_is_refused() =>
        Ditolak(CacatTandaTangan.BukanSertifikatPenandatangan, PenandaPdf.TandaTangani(Asli, bahan.OrangLain));

    [Fact]
    public void A_certificate_that_is_not_for_signing_is_refused()
    {
        using var bukan = bahan.Otoritas.Terbitkan(Nama, kegunaan: X509KeyUsageFlags.KeyEncipherment);
        Ditolak(CacatTandaTangan.BukanSertifikatPenandatangan, PenandaPdf.TandaTangani(Asli, bukan));
    }

    [Fact]
    public void A_fingerprint_decides_where_the_office_gives_one()
    {
        using var senama = bahan.Otoritas.Terbitkan(Nama);
        var sidik = new Penandatangan("email", "kadis@contoh.invalid", Nama, new HashSet<string> { bahan.Kadis.GetCertHashString(HashAlgorithmName.SHA256) });
        Assert.Null(bahan.Pemeriksa.Periksa(Asli, PenandaPdf.TandaTangani(Asli, bahan.Kadis), sidik).Cacat);
        Assert.Equal(CacatTandaTangan.BukanSertifikatPenandatangan, bahan.Pemeriksa.Periksa(Asli, PenandaPdf.TandaTangani(Asli, senama), sidik).Cacat);
    }

    [Fact]
    public async Task A_revoked_certificate_is_refused_and_one_that_is_not_on_the_list_accepted()
    {
        await using var peladen = await PeladenEsign.MulaiAsync(TestServers.FreePort.Next());
        using var dicabut = peladen.Otoritas.Terbitkan(Nama);
        using var berlaku = peladen.Otoritas.Terbitkan(Nama);
        peladen.Otoritas.Cabut(dicabut);
        var pemeriksa = Bahan.Buat(peladen.Otoritas, periksaPencabutan: true);
        Assert.Null(pemeriksa.Periksa(Asli, PenandaPdf.TandaTangani(Asli, berlaku), Kadis).Cacat);
        Assert.Equal(CacatTandaTangan.SertifikatDicabut, pemeriksa.Periksa(Asli, PenandaPdf.TandaTangani(Asli, dicabut), Kadis).Cacat);
    }

    [Fact]
    public void A_certificate_whose_revocation_cannot_be_asked_for_is_refused() =>
        Assert.Equal(CacatTandaTangan.SertifikatDicabut, Bahan.Buat(bahan.Otoritas, periksaPencabutan: true).Periksa(Asli, PenandaPdf.TandaTangani(Asli, bahan.Kadis), Kadis).Cacat);

    private static (int Awal, int Akhir) Sela(byte[] berkas)
    {
        var awal = berkas.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents ".Length;
        return (awal, awal + berkas.AsSpan(awal).IndexOf((byte)'>') + 1);
    }

    // Signs what the range now names, and puts the signature where it belongs.
    private void TandaiUlang(byte[] berkas, int sampai, int dari, int? tempat = null)
    {
        var cms = PenandaPdf.Cms([.. berkas[..sampai], .. berkas[dari..]], bahan.Kadis);
        var awal = (tempat ?? sampai) + 1;
        berkas.AsSpan(awal..(dari - 1)).Fill((byte)'0');
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), berkas.AsSpan(awal));
    }

    private static Penandatangan Kadis => new("email", "kadis@contoh.invalid", Nama, new HashSet<string>());

    private HasilPemeriksaan Periksa(byte[] bertandaTangan) => bahan.Pemeriksa.Periksa(Asli, bertandaTangan, Kadis);

    private void Ditolak(CacatTandaTangan cacat, byte[] bertandaTangan) => Assert.Equal(cacat, Periksa(bertandaTangan).Cacat);

    /// <summary>An authority with two officers.</summary>
    public sealed class Bahan : IDisposable
    {
        /// <summary>Makes it.</summary>
        public Bahan()
        {
            (Kadis, OrangLain) = (Otoritas.Terbitkan(Nama), Otoritas.Terbitkan("ORANG LAIN"));
            Pemeriksa = Buat(Otoritas, periksaPencabutan: false);
        }

        /// <summary>The authority.</summary>
        public Otoritas Otoritas { get; } = new();

        /// <summary>The officer who signs.</summary>
        public X509Certificate2 Kadis { get; }

        /// <summary>Another officer.</summary>
        public X509Certificate2 OrangLain { get; }

        /// <summary>What is tested, without revocation.</summary>
        public PemeriksaTandaTangan Pemeriksa { get; }

        /// <summary>What is tested, with the authority's root.</summary>
        public static PemeriksaTandaTangan Buat(Otoritas otoritas, bool periksaPencabutan)
        {
            using var akar = new BerkasPem(otoritas.Pem);
            return new(SetelanTte.Dari(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Tte:Alamat"] = "http://127.0.0.1:1/",
                ["Services:registry"] = "http://127.0.0.1:1/",
                ["Tte:NamaPengguna"] = "u",
                ["Tte:Sandi"] = "s",
                ["Tte:Akar"] = akar.Nama,
                ["Tte:BatasDetik"] = "5",
                ["Tte:PeriksaPencabutan"] = periksaPencabutan ? "true" : "false",
            }).Build()), TimeProvider.System);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            Kadis.Dispose();
            OrangLain.Dispose();
            Otoritas.Dispose();
        }
    }
}
