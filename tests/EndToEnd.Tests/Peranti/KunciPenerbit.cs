using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>
/// The issuer's signing key, read as whoever owns database and protection key could: so that tests make tokens, good and bad ones, that no library of the
/// product has made.
/// </summary>
internal static class KunciPenerbit
{
    private const int Nonce = 12, Tag = 16;

    /// <param name="koneksi">Database of identity, unopened.</param>
    /// <param name="pelindung">Protection keys by id.</param>
    public static async Task<(string Kid, ECDsa Kunci)> BacaAsync(DbConnection koneksi, IReadOnlyDictionary<string, string> pelindung)
    {
        await using (koneksi)
        {
            await koneksi.OpenAsync();
            await using var perintah = koneksi.CreateCommand();
            perintah.CommandText = "SELECT id, tersegel FROM kunci WHERE jenis = 0 ORDER BY berlaku_sejak LIMIT 1";
            await using var pembaca = await perintah.ExecuteReaderAsync();
            if (!await pembaca.ReadAsync()) throw new InvalidOperationException("Identity belum mempunyai kunci.");
            var kunci = ECDsa.Create();
            kunci.ImportPkcs8PrivateKey(Buka(pembaca.GetString(1), pelindung), out _);
            return (pembaca.GetString(0), kunci);
        }
    }

    // "key id:base64 of nonce, AES-256-GCM ciphertext, tag" of JSON.
    private static byte[] Buka(string kolom, IReadOnlyDictionary<string, string> pelindung)
    {
        var (id, isi) = (kolom.Split(':')[0], Convert.FromBase64String(kolom.Split(':')[1]));
        var terbuka = new byte[isi.Length - Nonce - Tag];
        using var aes = new AesGcm(Convert.FromBase64String(pelindung[id]), Tag);
        aes.Decrypt(isi.AsSpan(0, Nonce), isi.AsSpan(Nonce, terbuka.Length), isi.AsSpan(Nonce + terbuka.Length), terbuka, Encoding.UTF8.GetBytes(id));
        return JsonSerializer.Deserialize<byte[]>(terbuka)!;
    }
}
