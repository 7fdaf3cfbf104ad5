using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Hosting;

namespace Dukcapil.Intake.Wilayah;

/// <summary>Regions this office knows: setting <c>Kantor:BerkasWilayah</c>, a list of files as <see cref="BerkasWilayah"/> describes them.</summary>
internal static class SetelanWilayah
{
    /// <summary>Reads them at start: a file that cannot be used stops the start with its line, not the first application with a wrong finding.</summary>
    public static DaftarWilayah Baca(IConfiguration configuration)
    {
        var daftar = DaftarWilayah.Bawaan.Dengan((configuration.GetSection("Kantor:BerkasWilayah").Get<string[]>() ?? []).SelectMany(BerkasWilayah.Baca));
        // The example region is known to the example office, so that a demonstration needs no import.
        return configuration.Kantor().Wilayah == WilayahContoh.Kabupaten ? daftar.Dengan(WilayahContoh.Desa) : daftar;
    }
}
