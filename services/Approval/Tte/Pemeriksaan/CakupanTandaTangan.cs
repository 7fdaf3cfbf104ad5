using System.Formats.Asn1;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dukcapil.Approval.Tte.Pemeriksaan;

/// <summary>
/// Where the signature of a PDF lies (ISO 32000-1 §12.8.1): <c>/ByteRange</c> names the bytes it covers, all but the hexadecimal <c>/Contents</c> between them.
/// Read strictly: one signature, in what was appended to the file, over every byte before and after.
/// </summary>
/// <param name="Isi">The bytes that are covered.</param>
/// <param name="Cms">The signature (DER).</param>
internal sealed partial record CakupanTandaTangan(byte[] Isi, byte[] Cms)
{
    private static readonly byte[] Kunci = "/ByteRange"u8.ToArray();

    /// <summary>Reads it; null when it is not so.</summary>
    /// <param name="berkas">The signed file.</param>
    /// <param name="asli">Length of the file before it was signed.</param>
    public static CakupanTandaTangan? Baca(ReadOnlySpan<byte> berkas, int asli)
    {
        var letak = berkas.IndexOf(Kunci);
        // A second one, wherever, would leave open which of them a reader shows.
        if (letak < asli || berkas[(letak + 1)..].IndexOf(Kunci) >= 0) return null;
        // Four numbers of at most ten digits, with the blanks a signer reserves.
        var cocok = Rentang().Match(Encoding.Latin1.GetString(berkas.Slice(letak, Math.Min(120, berkas.Length - letak))));
        if (!cocok.Success) return null;
        var angka = Enumerable.Range(1, 4).Select(i => long.Parse(cocok.Groups[i].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var (awal, panjangAwal, mulaiLagi, panjangAkhir) = (angka[0], angka[1], angka[2], angka[3]);
        if (awal != 0 || mulaiLagi <= panjangAwal || mulaiLagi + panjangAkhir != berkas.Length) return null;
        var sela = berkas[(int)panjangAwal..(int)mulaiLagi];
        if (sela.Length < 2 || sela[0] != '<' || sela[^1] != '>' || !MilikTandaTangan(berkas, letak, (int)panjangAwal, (int)mulaiLagi)) return null;
        return Der(sela[1..^1]) is { } cms ? new([.. berkas[..(int)panjangAwal], .. berkas[(int)mulaiLagi..]], cms) : null;
    }

    // The gap is the /Contents of the same dictionary, and of no other object.
    private static bool MilikTandaTangan(ReadOnlySpan<byte> berkas, int rentang, int awal, int akhir)
    {
        if (!berkas[..awal].TrimEnd(" \t\r\n\f\0"u8).EndsWith("/Contents"u8)) return false;
        var antara = rentang < awal ? berkas[rentang..awal] : berkas[akhir..rentang];
        return antara.IndexOf("endobj"u8) < 0;
    }

    // The space reserved for a signature is larger than it; what is left over is zeros and nothing else.
    private static byte[]? Der(ReadOnlySpan<byte> hex)
    {
        try
        {
            var bita = Convert.FromHexString(Encoding.Latin1.GetString(hex));
            AsnDecoder.ReadEncodedValue(bita, AsnEncodingRules.BER, out _, out _, out var panjang);
            return bita.AsSpan(panjang).ContainsAnyExcept((byte)0) ? null : bita[..panjang];
        }
        catch (Exception e) when (e is FormatException or AsnContentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")]
    private static partial Regex Rentang();
}
