using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>Keys and signatures of Standard Webhooks: <c>whsec_</c> and base64; HMAC-SHA-256 over id, time and body.</summary>
public static class RahasiaPanggilan
{
    private const string Awalan = "whsec_";
    private const int Bita = 32;

    /// <summary>A new key as the subscriber gets it, once.</summary>
    public static string Buat() => Awalan + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bita));

    /// <summary>One signature, for the header <c>webhook-signature</c>.</summary>
    public static string TandaTangan(string rahasia, Guid id, DateTimeOffset pada, string isi)
    {
        ArgumentNullException.ThrowIfNull(rahasia);
        var ditandatangani = string.Create(CultureInfo.InvariantCulture, $"{id}.{pada.ToUnixTimeSeconds()}.{isi}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(rahasia[Awalan.Length..]), Encoding.UTF8.GetBytes(ditandatangani)));
    }
}
