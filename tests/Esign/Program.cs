using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dukcapil.Esign;

// To try out electronic signatures: prints the settings with which Standalone uses this service, and runs until it is ended.
var port = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5090;
await using var esign = await PeladenEsign.MulaiAsync(port);
using var sertifikat = esign.Daftarkan("kadis@contoh.invalid", "KEPALA DINAS CONTOH");
var akar = Path.Combine(Path.GetTempPath(), "dukcapil-akar-uji.pem");
await File.WriteAllTextAsync(akar, esign.Otoritas.Pem);
// Id of the example officer in every Standalone installation.
var petugas = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("petugas-contoh/KADIS")).AsSpan(0, 16));
Console.WriteLine($"""
    # Layanan eSign tiruan di {esign.Alamat} (Ctrl+C mengakhiri). Passphrase: {PeladenEsign.Passphrase}
    export DUKCAPIL_Tte__Alamat={esign.Alamat}
    export DUKCAPIL_Tte__NamaPengguna={PeladenEsign.NamaPengguna}
    export DUKCAPIL_Tte__Sandi={PeladenEsign.Sandi}
    export DUKCAPIL_Tte__Akar={akar}
    # Penanda tangan: petugas contoh peran KADIS.
    export DUKCAPIL_Tte__Penandatangan__0__Petugas={petugas}
    export DUKCAPIL_Tte__Penandatangan__0__Email=kadis@contoh.invalid
    export DUKCAPIL_Tte__Penandatangan__0__NamaSertifikat="KEPALA DINAS CONTOH"
    export DUKCAPIL_Alur__DefinisiBawaan=kartu-keluarga-tte
    """);
await Task.Delay(Timeout.Infinite);
