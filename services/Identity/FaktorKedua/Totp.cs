using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Identity.FaktorKedua;

/// <summary>One-time passwords by time: RFC 6238 with SHA-1, 30 seconds, six digits, as every authenticator app has them.</summary>
internal static class Totp
{
    private const int Detik = 30, Angka = 6, BitaRahasia = 20, Toleransi = 1;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, 160 bits as RFC 4226 section 4 recommends.</summary>
    public static byte[] RahasiaBaru() => RandomNumberGenerator.GetBytes(BitaRahasia);

    /// <summary>Number of the time step.</summary>
    public static long Langkah(DateTimeOffset pada) => pada.ToUnixTimeSeconds() / Detik;

    /// <summary>Code of a time step.</summary>
    public static string Kode(ReadOnlySpan<byte> rahasia, long langkah)
    {
        Span<byte> pesan = stackalloc byte[8], mac = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(pesan, langkah);
#pragma warning disable CA5350 // RFC 6238's default; HMAC does not rest on the collision resistance that SHA-1 has lost.
        HMACSHA1.HashData(rahasia, pesan, mac);
#pragma warning restore CA5350
        var potong = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & 0x7fffffff;
        return (potong % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Angka, '0');
    }

    /// <summary>The time step whose code this is, one step early or late included, but none up to <paramref name="terakhir"/>; null when it is none.</summary>
    public static long? Cocok(ReadOnlySpan<byte> rahasia, string kode, DateTimeOffset pada, long terakhir)
    {
        var diterima = Encoding.ASCII.GetBytes(kode.Replace(" ", "", StringComparison.Ordinal));
        long? cocok = null;
        for (var langkah = Langkah(pada) - Toleransi; langkah <= Langkah(pada) + Toleransi; langkah++)
        {
            if (langkah > terakhir && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Kode(rahasia, langkah)), diterima)) cocok = langkah;
        }
        return cocok;
    }

    /// <summary>The secret as it is typed into an app (RFC 4648 base32 without padding).</summary>
    public static string Teks(ReadOnlySpan<byte> rahasia)
    {
        var teks = new StringBuilder();
        int sisa = 0, bit = 0;
        foreach (var b in rahasia)
        {
            sisa = (sisa << 8) | b;
            for (bit += 8; bit >= 5; bit -= 5) teks.Append(Base32[(sisa >> (bit - 5)) & 31]);
            sisa &= (1 << bit) - 1;
        }
        if (bit > 0) teks.Append(Base32[(sisa << (5 - bit)) & 31]);
        return teks.ToString();
    }

    /// <summary>What the QR code says.</summary>
    public static string Alamat(ReadOnlySpan<byte> rahasia, string namaPengguna) =>
        $"otpauth://totp/Dukcapil%20KK:{Uri.EscapeDataString(namaPengguna)}?secret={Teks(rahasia)}&issuer=Dukcapil%20KK";
}
