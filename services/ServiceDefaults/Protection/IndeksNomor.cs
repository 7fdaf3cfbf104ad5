using System.Security.Cryptography;
using System.Text;
using Dukcapil.Kependudukan;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.ServiceDefaults.Protection;

/// <summary>
/// Blind index of NIK and Nomor KK: HMAC-SHA256 under keys derived (HKDF) from the ring in <c>Protection:Keys</c>, written <c>key id:hex</c>. A plain hash
/// of 16 digits could be tried through. Values are made with the active key and looked for under every key, so a rotation hides nothing.
/// </summary>
public sealed class IndeksNomor
{
    private readonly Dictionary<string, (byte[] Nik, byte[] Kk)> kunci;
    private readonly string aktif;

    /// <summary>Reads the key ring.</summary>
    public IndeksNomor(IConfiguration configuration)
    {
        var section = configuration.GetRequiredSection("Protection");
        aktif = section["Active"] ?? throw new InvalidOperationException("Setting Protection:Active is missing.");
        kunci = section.GetRequiredSection("Keys").GetChildren().ToDictionary(k => k.Key, k => Turunkan(Convert.FromBase64String(k.Value!)));
    }

    /// <summary>What is stored of a NIK.</summary>
    public string Dari(Nik nik) => Hitung(aktif, kunci[aktif].Nik, nik.Ungkap());

    /// <summary>What is stored of a Nomor KK.</summary>
    public string Dari(NomorKk nomor) => Hitung(aktif, kunci[aktif].Kk, nomor.Ungkap());

    /// <summary>What the NIK may be stored as.</summary>
    public IReadOnlyList<string> Kemungkinan(Nik nik) => [.. kunci.Select(k => Hitung(k.Key, k.Value.Nik, nik.Ungkap()))];

    /// <summary>What the Nomor KK may be stored as.</summary>
    public IReadOnlyList<string> Kemungkinan(NomorKk nomor) => [.. kunci.Select(k => Hitung(k.Key, k.Value.Kk, nomor.Ungkap()))];

    /// <summary>Index of everybody on a card, and of its family.</summary>
    public IEnumerable<string> Orang(KartuKeluarga? kartu)
    {
        if (kartu is null) return [];
        var nik = Orang([.. kartu.Anggota.Select(a => a.Nik)]);
        return NomorKk.TryParse(kartu.NomorKk, out var nomor) ? nik.Append(Dari(nomor)) : nik;
    }

    /// <summary>Index of those numbers that are NIK; others are left out.</summary>
    public IEnumerable<string> Orang(params IReadOnlyList<string?> nik) =>
        nik.Select(n => Nik.TryParse(n, out var terbaca) ? Dari(terbaca) : null).OfType<string>();

    private static (byte[] Nik, byte[] Kk) Turunkan(byte[] kunci) => (
        HKDF.DeriveKey(HashAlgorithmName.SHA256, kunci, 32, info: "dukcapil/indeks-nik/1"u8.ToArray()),
        HKDF.DeriveKey(HashAlgorithmName.SHA256, kunci, 32, info: "dukcapil/indeks-nomor-kk/1"u8.ToArray()));

    private static string Hitung(string id, byte[] kunci, string digit) => id + ":" + Convert.ToHexStringLower(HMACSHA256.HashData(kunci, Encoding.ASCII.GetBytes(digit)));
}
