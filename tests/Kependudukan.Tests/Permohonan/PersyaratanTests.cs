using Xunit;

namespace Dukcapil.Kependudukan.Tests.Permohonan;

public sealed class PersyaratanTests
{
    /// <summary>Kind, circumstances, and what is asked for: codes, alternatives joined by a bar.</summary>
    private static readonly (string Jenis, Keadaan Keadaan, string Diminta)[] tabel =
    [
        ("KK_BARU_KELUARGA_BARU", new(), "F-1.02 BUKU_NIKAH|AKTA_CERAI|F-1.05"),
        ("KK_BARU_KELUARGA_BARU", new() { TercatatDiKkLain = true, AdaBiodataBaru = true, Diwakilkan = true },
            "F-1.02 KK_LAMA F-1.01 F-1.07 IDENTITAS_KUASA BUKU_NIKAH|AKTA_CERAI|F-1.05"),
        ("KK_BARU_GANTI_KEPALA", new(), "F-1.02 KK_LAMA"),
        ("KK_BARU_GANTI_KEPALA", new() { KepalaMeninggal = true, SemuaDiBawah17 = true }, "F-1.02 AKTA_KEMATIAN KK_LAMA PERNYATAAN_WALI"),
        ("KK_BARU_GANTI_KEPALA", new() { KepalaCerai = true }, "F-1.02 KK_LAMA AKTA_CERAI"),
        ("KK_BARU_PISAH", new(), "F-1.02 KK_LAMA KTP_EL"),
        ("KK_BARU_PISAH", new() { PisahKarenaKawin = true }, "F-1.02 KK_LAMA KTP_EL BUKU_NIKAH"),
        ("KK_BARU_PINDAH_DATANG", new(), "F-1.02 SKP"),
        ("KK_BARU_PINDAH_DATANG", new() { PindahDidaftarDiSini = true, MenumpangAlamat = true, AnakTanpaOrangTua = true, KtpAlamatLama = true },
            "F-1.02 SKP F-1.03 TAK_KEBERATAN KUASA_PENGASUHAN KTP_EL"),
        ("KK_BARU_WNI_DARI_LN", new(), "F-1.02 DOKUMEN_PERJALANAN SKPLN|SKP_PERWAKILAN"),
        ("KK_BARU_RENTAN", new() { TanpaDokumen = true }, "F-1.02 SK_PENGGANTI_IDENTITAS F-1.04"),
        ("KK_BARU_PEWARGANEGARAAN", new(), "F-1.02 KEPPRES_WN|KEPMEN_WN"),
        ("KK_BARU_PEWARGANEGARAAN", new() { DenganKeppres = true }, "F-1.02 BA_SUMPAH KEPPRES_WN|KEPMEN_WN"),
        ("KK_BARU_OA", new() { SudahKawin = true, PindahDalamNkri = true }, "F-1.02 KITAP BUKU_NIKAH SKP DOKUMEN_PERJALANAN"),
        ("KK_UBAH_MENUMPANG", new(), "F-1.02 KK_TUMPANGAN"),
        ("KK_UBAH_MENUMPANG", new() { AnggotaOrangAsing = true }, "F-1.02 KK_TUMPANGAN KITAP DOKUMEN_PERJALANAN"),
        ("KK_UBAH_MENUMPANG", new() { DariLuarNegeri = true }, "F-1.02 KK_TUMPANGAN SKPLN"),
        ("KK_UBAH_PERISTIWA", new() { Peristiwa = [Peristiwa.Kelahiran, Peristiwa.Kematian] }, "F-1.02 KK_LAMA BUKTI_PERISTIWA AKTA_KELAHIRAN AKTA_KEMATIAN"),
        ("KK_UBAH_PERISTIWA", new() { Peristiwa = [Peristiwa.PengangkatanAnak] }, "F-1.02 KK_LAMA BUKTI_PERISTIWA AKTA_KELAHIRAN PENETAPAN_PN"),
        ("KK_UBAH_PERISTIWA", new() { Peristiwa = [Peristiwa.Perkawinan] }, "F-1.02 KK_LAMA BUKTI_PERISTIWA BUKU_NIKAH"),
        ("KK_UBAH_PERISTIWA", new() { Peristiwa = [Peristiwa.Perceraian] }, "F-1.02 KK_LAMA BUKTI_PERISTIWA AKTA_CERAI"),
        ("KK_UBAH_PERISTIWA", new() { Peristiwa = [Peristiwa.PembetulanAkta] }, "F-1.02 KK_LAMA BUKTI_PERISTIWA"),
        ("KK_UBAH_ELEMEN", new(), "F-1.02 KK_LAMA F-1.06 BUKTI_ELEMEN"),
        ("KK_HILANG", new(), "F-1.02 SURAT_HILANG KTP_EL"),
        ("KK_HILANG", new() { PemohonOrangAsing = true, PernyataanDiminta = true }, "F-1.02 SURAT_HILANG KTP_EL KITAP PERNYATAAN_HILANG_RUSAK"),
        ("KK_RUSAK", new(), "F-1.02 KK_RUSAK KTP_EL"),
    ];

    public static TheoryData<int> Nomor => [.. Enumerable.Range(0, tabel.Length)];

    [Theory]
    [MemberData(nameof(Nomor))]
    public void Circumstances_decide_what_is_asked_for(int nomor)
    {
        var (kode, keadaan, diminta) = tabel[nomor];
        Assert.True(JenisPermohonan.TryParse(kode, out var jenis));

        Assert.Equal(diminta, string.Join(' ', Persyaratan.Kekurangan(jenis, keadaan, []).Select(k => string.Join('|', k.Kode))));
        Assert.Equal(diminta.Split(' ', '|').Order(), Persyaratan.Daftar(jenis, keadaan).Where(s => s.Diminta).Select(s => s.Kode).Order());
    }

    [Theory]
    [MemberData(nameof(Nomor))]
    public void Nothing_is_missing_once_all_is_attached_and_one_of_each_alternative(int nomor)
    {
        var (kode, keadaan, diminta) = tabel[nomor];
        Assert.True(JenisPermohonan.TryParse(kode, out var jenis));
        var lampiran = diminta.Split(' ').Select(k => k.Split('|')[^1]).ToList();

        Assert.Empty(Persyaratan.Kekurangan(jenis, keadaan, lampiran));
        foreach (var satu in lampiran)
            Assert.Single(Persyaratan.Kekurangan(jenis, keadaan, [.. lampiran.Where(l => l != satu)]));
    }

    [Fact]
    public void The_catalogue_has_thirty_four_documents_and_thirteen_kinds()
    {
        Assert.Equal(34, Persyaratan.Dokumen.Count);
        Assert.Equal(13, JenisPermohonan.Semua.Count);
        Assert.Equal(13, tabel.Select(t => t.Jenis).Distinct().Count());
        Assert.False(JenisPermohonan.TryParse("KK_LAIN", out _));
    }

    [Fact]
    public void The_applicant_reads_what_is_missing_in_plain_words()
    {
        var kurang = Persyaratan.Kekurangan(JenisPermohonan.KeluargaBaru, new Keadaan { Diwakilkan = true }, ["IDENTITAS_KUASA"]).Select(k => k.Pesan);

        Assert.Equal(
            [
                "Formulir Pendaftaran Peristiwa Kependudukan (F-1.02) belum dilampirkan (diisi dan ditandatangani pemohon)",
                "Surat Kuasa dalam Pelayanan Administrasi Kependudukan (F-1.07) belum dilampirkan (asli, diperlukan karena pemohon diwakilkan)",
                "Lampirkan salah satu: Buku nikah / kutipan akta perkawinan (perkawinan tercatat); atau Kutipan akta perceraian / putusan pengadilan "
                    + "berkekuatan tetap (dasar KK baru adalah perceraian tercatat); atau SPTJM Perkawinan/Perceraian Belum Tercatat (F-1.05) "
                    + "(perkawinan/perceraian belum tercatat (2 saksi))",
            ], kurang);
    }

    [Fact]
    public void The_decree_of_the_president_asks_for_the_oath_by_itself() =>
        Assert.Equal(["BA_SUMPAH"], Persyaratan.Kekurangan(JenisPermohonan.Pewarganegaraan, new(), ["F-1.02", "KEPPRES_WN"]).SelectMany(k => k.Kode));

    [Fact]
    public void The_same_letter_under_its_form_number_is_accepted() =>
        Assert.Empty(Persyaratan.Kekurangan(JenisPermohonan.PindahDatang, new(), ["F-1.02", "F-1.08"]));

    [Fact]
    public void The_card_itself_shows_new_biodata_and_a_family_of_children()
    {
        var anak = Keluarga.Budi with { Shdk = 1 };

        var keadaan = new Keadaan { Diwakilkan = true }.DenganKartu(Keluarga.Inti.Dengan(anak, anak with { Nik = "" }), Keluarga.HariIni);

        Assert.Equal(new Keadaan { Diwakilkan = true, AdaBiodataBaru = true, SemuaDiBawah17 = true, Peristiwa = keadaan.Peristiwa }, keadaan);
        Assert.False(new Keadaan().DenganKartu(Keluarga.Inti, Keluarga.HariIni).SemuaDiBawah17);
        Assert.False(new Keadaan().DenganKartu(Keluarga.Inti.Dengan(), Keluarga.HariIni).SemuaDiBawah17);
    }

    [Fact]
    public void A_number_stays_where_nothing_new_is_founded_and_changes_with_the_head()
    {
        Assert.Equal(EfekNomorKk.Baru, JenisPermohonan.GantiKepala.EfekNomorKk);
        Assert.Equal(EfekNomorKk.Tetap, JenisPermohonan.UbahPeristiwa.EfekNomorKk);
        Assert.Equal(EfekNomorKk.MengikutiSiak, JenisPermohonan.PindahDatang.EfekNomorKk);
        Assert.Equal([JenisPermohonan.Hilang, JenisPermohonan.Rusak], JenisPermohonan.Semua.Where(j => j.CetakUlang));
    }
}
