using Xunit;

namespace Dukcapil.Kependudukan.Tests.Aturan;

public sealed class LaranganTests
{
    [Fact]
    public void No_forbidden_check_is_an_error()
    {
        foreach (var uji in UjiLarangan.Baris)
        {
            var temuan = PemeriksaKeluarga.Periksa(uji.Kartu?.Invoke(Keluarga.Inti) ?? Keluarga.Inti, uji.Konteks?.Invoke(Keluarga.Konteks) ?? Keluarga.Konteks);
            Assert.DoesNotContain(temuan, t => t.Tingkat == Tingkat.Error);
        }
    }

    [Fact]
    public void No_digit_of_a_serial_is_a_check_digit()
    {
        for (var seri = 1; seri <= 9; seri++)
            Assert.Empty(Keluarga.Temuan(Keluarga.Inti.Ubah(0, a => a with { Nik = $"990101010790000{seri}" })));
    }

    [Fact]
    public void No_requirement_is_a_letter_of_RT_RW_or_village()
    {
        Assert.DoesNotContain(Persyaratan.Dokumen.Values, nama =>
            nama.Contains("RT", StringComparison.Ordinal) || nama.Contains("pengantar", StringComparison.OrdinalIgnoreCase)
            || nama.Contains("desa", StringComparison.OrdinalIgnoreCase) || nama.Contains("kelurahan", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Numbers_can_only_be_parsed_never_made()
    {
        foreach (var jenis in new[] { typeof(Nik), typeof(NomorKk) })
        {
            var bukanParse = typeof(Nik).Assembly.GetExportedTypes()
                .SelectMany(t => t.GetMethods().Where(m => m.ReturnType == jenis && m.Name is not "<Clone>$")).Select(m => m.Name);
            Assert.Empty(bukanParse);
            Assert.DoesNotContain(jenis.GetConstructors(), _ => true);
        }
    }
}
