using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Dukcapil.Esign;

/// <summary>A request as it arrived; the secret is what a test must find nowhere else.</summary>
/// <param name="Jalur">Path.</param>
/// <param name="Pengguna">NIK or e-mail address.</param>
public sealed record PermintaanEsign(string Jalur, string? Pengguna);

/// <summary>
/// The BSrE eSign Client API, version 2, on a port of this machine: signs really, with certificates of a test authority, and misbehaves as told. Several test projects
/// use it, and <c>dotnet run --project tests/Esign</c> lets somebody try out electronic signatures.
/// </summary>
public sealed class PeladenEsign : IAsyncDisposable
{
    /// <summary>User and password of the Basic authentication.</summary>
    public const string NamaPengguna = "dukcapil", Sandi = "sandi-uji";

    /// <summary>What is accepted as passphrase, and as one-time code.</summary>
    public const string Passphrase = "Frasa-Sandi-Uji-7391", Totp = "731946";

    private readonly ConcurrentDictionary<string, (X509Certificate2 Sertifikat, string Status)> pengguna = new();
    private readonly ConcurrentQueue<PermintaanEsign> masuk = new();
    private readonly Uri alamat;
    private readonly Otoritas otoritas;
    private readonly X509Certificate2 orangLain;
    private WebApplication? aplikasi;
    private TaskCompletionSource tiba = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? gerbang;
    private int dibuat;

    private PeladenEsign(int port)
    {
        alamat = new Uri($"http://127.0.0.1:{port}/");
        // The address is never one that was before: the runtime keeps lists on disk by issuer's name and address, beyond the end of the process,
        // and a list signed by the root of an earlier run would make every certificate of this one look unchecked.
        otoritas = new Otoritas("AKAR UJI ESIGN", new Uri(alamat, $"crl/{Guid.NewGuid():N}"));
        orangLain = otoritas.Terbitkan("ORANG LAIN");
    }

    /// <summary>Base address.</summary>
    public Uri Alamat => alamat;

    /// <summary>Its authority.</summary>
    public Otoritas Otoritas => otoritas;

    /// <summary>How it behaves from now on.</summary>
    public Tabiat Tabiat { get; set; }

    /// <summary>Behaviour for single files, by their content; null: as <see cref="Tabiat"/> says.</summary>
    public Func<byte[], Tabiat?>? TabiatBerkas { get; set; }

    /// <summary>Signatures made so far.</summary>
    public int Dibuat => Volatile.Read(ref dibuat);

    /// <summary>Requests so far.</summary>
    public IReadOnlyList<PermintaanEsign> Masuk => [.. masuk];

    /// <summary>Starts it.</summary>
    public static async Task<PeladenEsign> MulaiAsync(int port)
    {
        var peladen = new PeladenEsign(port);
        await peladen.HidupkanAsync();
        return peladen;
    }

    /// <summary>Registers an officer; returns the certificate.</summary>
    public X509Certificate2 Daftarkan(string identitas, string nama, string status = "ISSUE")
    {
        var sertifikat = otoritas.Terbitkan(nama);
        pengguna[identitas] = (sertifikat, status);
        return sertifikat;
    }

    /// <summary>Holds back every signature from now on; returns when it has one, and what lets go.</summary>
    public (Task Tertahan, Action Lepas) Tahan()
    {
        tiba = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pintu = gerbang = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (tiba.Task, () =>
        {
            gerbang = null;
            pintu.TrySetResult();
        }
        );
    }

    /// <summary>Ends it; nobody listens there any more.</summary>
    public async Task MatikanAsync()
    {
        if (aplikasi is null) return;
        await aplikasi.StopAsync();
        await aplikasi.DisposeAsync();
        aplikasi = null;
    }

    /// <summary>Starts it again at the same address.</summary>
    public async Task HidupkanAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(alamat.AbsoluteUri).ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 32 * 1024 * 1024);
        aplikasi = builder.Build();
        aplikasi.MapPost("/api/v2/user/check/status", (Delegate)StatusAsync);
        aplikasi.MapPost("/api/v2/sign/pdf", (Delegate)TandaTanganiAsync);
        aplikasi.MapPost("/api/v2/verify/pdf", (Delegate)PeriksaAsync);
        aplikasi.MapGet("/crl/{sekali}", () => Results.Bytes(otoritas.DaftarCabut(), "application/pkix-crl"));
        await aplikasi.StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        gerbang?.TrySetResult();
        await MatikanAsync();
        orangLain.Dispose();
        otoritas.Dispose();
    }

    private async Task<IResult> StatusAsync(HttpContext http)
    {
        if (await BacaAsync(http) is not { } isi) return Results.Unauthorized();
        return pengguna.TryGetValue(Identitas(isi), out var p)
            ? Results.Json(new { status = p.Status, message = "Status pengguna" })
            : Galat(http, "User tidak terdaftar", 2011);
    }

    private async Task<IResult> TandaTanganiAsync(HttpContext http)
    {
        if (await BacaAsync(http) is not { } isi) return Results.Unauthorized();
        if (gerbang is { } pintu)
        {
            tiba.TrySetResult();
            await pintu.Task;
        }
        if (!pengguna.TryGetValue(Identitas(isi), out var p)) return Galat(http, "User tidak terdaftar", 2011);
        if (Teks(isi, "passphrase") is not Passphrase && Teks(isi, "totp") is not Totp) return Galat(http, "Passphrase anda salah", 2031);
        var pdf = isi.GetProperty("file")[0].GetBytesFromBase64();
        return Jawab(http, pdf, p.Sertifikat, TabiatBerkas?.Invoke(pdf) ?? Tabiat);
    }

    private IResult Jawab(HttpContext http, byte[] pdf, X509Certificate2 sertifikat, Tabiat tabiat)
    {
        switch (tabiat)
        {
            case Tabiat.GalatDenganDuaRatus:
                return Results.Json(new { error = "Dokumen tidak dapat diproses", status_code = 2055 });
            case Tabiat.Rusak:
                return Results.Text("<html>Internal Server Error</html>", "text/html", Encoding.UTF8, 500);
            case Tabiat.TanpaBerkas:
                return Results.Json(new { time = 12, file = Array.Empty<string>() });
            case Tabiat.TidakDitandatangani:
                return Berkas(pdf);
            default:
                break;
        }
        var hasil = PenandaPdf.TandaTangani(tabiat == Tabiat.BerkasLain ? BerkasContoh.Pdf("KARTU KELUARGA LAIN") : pdf, tabiat == Tabiat.SertifikatOrangLain ? orangLain : sertifikat);
        Interlocked.Increment(ref dibuat);
        if (tabiat == Tabiat.PutusSetelahMenandatangani)
        {
            http.Abort();
            return Results.Empty;
        }
        // The last digits of a CMS are the signature value itself.
        if (tabiat == Tabiat.TandaTanganRusak) hasil = Ubah(hasil);
        return Berkas(hasil);
    }

    private static byte[] Ubah(byte[] hasil)
    {
        var awal = hasil.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents <".Length;
        var nol = awal + hasil.AsSpan(awal).IndexOf("00000000000000000000000000000000"u8);
        hasil[nol - 8] = hasil[nol - 8] == (byte)'A' ? (byte)'B' : (byte)'A';
        return hasil;
    }

    private static IResult Berkas(byte[] pdf) => Results.Json(new { time = 120, file = new[] { Convert.ToBase64String(pdf) } });

    private async Task<IResult> PeriksaAsync(HttpContext http)
    {
        if (await BacaAsync(http) is not { } isi) return Results.Unauthorized();
        var sah = Sah(isi.GetProperty("file").GetBytesFromBase64());
        return Results.Json(new { conclusion = sah ? "VALID" : "INVALID", description = "", signatureInformations = Array.Empty<object>() });
    }

    private static bool Sah(byte[] pdf)
    {
        var awal = pdf.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents ".Length;
        var akhir = awal + pdf.AsSpan(awal).IndexOf((byte)'>') + 1;
        var cms = new SignedCms(new ContentInfo([.. pdf[..awal], .. pdf[akhir..]]), detached: true);
        try
        {
            var bita = Convert.FromHexString(Encoding.ASCII.GetString(pdf.AsSpan(awal + 1, akhir - awal - 2)));
            AsnDecoder.ReadEncodedValue(bita, AsnEncodingRules.BER, out _, out _, out var panjang);
            cms.Decode(bita.AsSpan(0, panjang));
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private async Task<JsonElement?> BacaAsync(HttpContext http)
    {
        var sandi = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{NamaPengguna}:{Sandi}"));
        if (http.Request.Headers.Authorization != sandi) return null;
        var isi = await http.Request.ReadFromJsonAsync<JsonElement>();
        masuk.Enqueue(new PermintaanEsign(http.Request.Path + http.Request.QueryString, Identitas(isi)));
        return isi;
    }

    private static IResult Galat(HttpContext http, string galat, int kode)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Results.Json(new { error = galat, status_code = kode }, statusCode: StatusCodes.Status400BadRequest);
    }

    private static string Identitas(JsonElement isi) => Teks(isi, "nik") ?? Teks(isi, "email") ?? "";

    private static string? Teks(JsonElement isi, string nama) => isi.TryGetProperty(nama, out var nilai) ? nilai.GetString() : null;
}
