using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Dukcapil.ServiceDefaults.Audit;

/// <summary>
/// A seal over the lines that follow those of the seal before: hash of the earlier seal and of every line in order. So the seals are a chain, and the
/// last of them stands for all.
/// </summary>
public sealed class SegelAudit
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Nomor { get; init; }

    /// <summary>Number of the last line under this seal; the first is the one after the seal before.</summary>
    public long Sampai { get; init; }

    /// <summary>How many lines.</summary>
    public int Jumlah { get; init; }

    /// <summary>SHA-256.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }

    /// <summary>Makes the next seal.</summary>
    /// <param name="sebelum">The last one; null for the first.</param>
    /// <param name="catatan">All lines after it, in order; at least one.</param>
    /// <param name="pada">Now.</param>
    internal static SegelAudit Buat(SegelAudit? sebelum, IReadOnlyList<CatatanAudit> catatan, DateTimeOffset pada)
    {
        var (nomor, sampai) = ((sebelum?.Nomor ?? 0) + 1, catatan[^1].Nomor);
        return new() { Nomor = nomor, Sampai = sampai, Jumlah = catatan.Count, Hash = Hitung(sebelum?.Hash, nomor, catatan), Pada = pada };
    }

    /// <summary>Hash of a seal.</summary>
    public static byte[] Hitung(byte[]? sebelum, long nomor, IReadOnlyList<CatatanAudit> catatan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> angka = stackalloc byte[8];
        hash.AppendData(sebelum ?? new byte[32]);
        Tambah(nomor, angka);
        foreach (var c in catatan)
        {
            Tambah(c.Nomor, angka);
            hash.AppendData(SHA256.HashData([.. c.Kanonik(), .. System.Text.Encoding.ASCII.GetBytes(c.Tanda)]));
        }
        return hash.GetHashAndReset();

        void Tambah(long nilai, Span<byte> ruang)
        {
            BinaryPrimitives.WriteInt64BigEndian(ruang, nilai);
            hash.AppendData(ruang);
        }
    }
}
