using System.Globalization;
using Dukcapil.Esign;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>The eSign service of all installations of this run, and what an office sets to use it. It lives as long as the test program.</summary>
internal static class EsignUji
{
    /// <summary>Longest wait for an answer, in seconds.</summary>
    public const int BatasDetik = 3;

    private static readonly Lazy<PeladenEsign> Mulai = new(() => Task.Run(async () =>
    {
        var peladen = await PeladenEsign.MulaiAsync(FreePort.Next());
        peladen.Daftarkan("kadis@contoh.invalid", "KEPALA DINAS CONTOH");
        return peladen;
    }).GetAwaiter().GetResult());

    /// <summary>The service.</summary>
    public static PeladenEsign Peladen => Mulai.Value;

    /// <summary>Settings in environment form.</summary>
    public static Dictionary<string, string?> Setelan(string awalan)
    {
        var akar = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults")).FullName, "akar-esign.pem");
        File.WriteAllText(akar, Peladen.Otoritas.Pem);
        return new Dictionary<string, string?>
        {
            [awalan + "Tte__Alamat"] = Peladen.Alamat.AbsoluteUri,
            [awalan + "Tte__NamaPengguna"] = PeladenEsign.NamaPengguna,
            [awalan + "Tte__Sandi"] = PeladenEsign.Sandi,
            [awalan + "Tte__Akar"] = akar,
            [awalan + "Tte__BatasDetik"] = BatasDetik.ToString(CultureInfo.InvariantCulture),
            [awalan + "Tte__Penandatangan__0__Petugas"] = "petugas-kadis",
            [awalan + "Tte__Penandatangan__0__Email"] = "kadis@contoh.invalid",
            [awalan + "Tte__Penandatangan__0__NamaSertifikat"] = "KEPALA DINAS CONTOH",
            [awalan + "Alur__Definisi__" + IsianUji.JenisTte] = "kartu-keluarga-tte",
        };
    }
}
