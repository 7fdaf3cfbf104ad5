using System.Security.Cryptography;
using System.Text;
using Dukcapil.Kependudukan;

namespace Dukcapil.Registry.Cetak;

/// <summary>
/// Blind index of Nomor KK: HMAC-SHA256 under keys derived (HKDF) from the ring in <c>Protection:Keys</c>, written <c>key id:hex</c>. A plain hash of
/// 16 digits could be tried through. Values are made with the active key and looked for under every key, so a rotation hides no duplicate.
/// </summary>
internal sealed class IndeksNomorKk
{
    private readonly Dictionary<string, byte[]> kunci;
    private readonly string aktif;

    public IndeksNomorKk(IConfiguration configuration)
    {
        var section = configuration.GetRequiredSection("Protection");
        aktif = section["Active"] ?? throw new InvalidOperationException("Setting Protection:Active is missing.");
        kunci = section.GetRequiredSection("Keys").GetChildren().ToDictionary(k => k.Key, k => Turunkan(Convert.FromBase64String(k.Value!)));
    }

    /// <summary>What is stored.</summary>
    public string Dari(NomorKk nomor) => Hitung(aktif, nomor);

    /// <summary>What the number may be stored as.</summary>
    public IReadOnlyList<string> Kemungkinan(NomorKk nomor) => [.. kunci.Keys.Select(id => Hitung(id, nomor))];

    private static byte[] Turunkan(byte[] kunci) => HKDF.DeriveKey(HashAlgorithmName.SHA256, kunci, 32, info: "dukcapil/indeks-nomor-kk/1"u8.ToArray());

    private string Hitung(string id, NomorKk nomor) =>
        id + ":" + Convert.ToHexStringLower(HMACSHA256.HashData(kunci[id], Encoding.ASCII.GetBytes(nomor.Ungkap())));
}
