using System.Diagnostics;

namespace Dukcapil.Tte.Tests;

/// <summary>What the eSign service of the tests makes is a signature for others too, so that what is verified here is real.</summary>
public sealed class PembacaLain
{
    [Fact]
    public async Task Poppler_calls_the_signature_of_the_test_service_valid_and_the_whole_file_signed()
    {
        using var otoritas = new Otoritas();
        using var sertifikat = otoritas.Terbitkan("KEPALA DINAS CONTOH");
        var berkas = Path.Combine(Path.GetTempPath(), $"dukcapil-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(berkas, PenandaPdf.TandaTangani(BerkasContoh.Pdf("KARTU KELUARGA"), sertifikat));
        try
        {
            using var pdfsig = Process.Start(new ProcessStartInfo("pdfsig", ["-nocert", berkas]) { RedirectStandardOutput = true })!;
            var kata = await pdfsig.StandardOutput.ReadToEndAsync();
            await pdfsig.WaitForExitAsync();
            Assert.Contains("Signature is Valid", kata, StringComparison.Ordinal);
            Assert.Contains("Total document signed", kata, StringComparison.Ordinal);
            Assert.Contains("ETSI.CAdES.detached", kata, StringComparison.Ordinal);
            Assert.Contains("KEPALA DINAS CONTOH", kata, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(berkas);
        }
    }
}
