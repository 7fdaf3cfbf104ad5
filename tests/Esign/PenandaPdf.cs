using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Dukcapil.Esign;

/// <summary>
/// Signs a PDF as PAdES demands (ETSI EN 319 142-1): an incremental update with an invisible signature field, a detached CMS over everything but its own place, bound to
/// the signing certificate. Reads files with a classical cross-reference table.
/// </summary>
public static partial class PenandaPdf
{
    private const int TempatCms = 8192;

    /// <summary>Signs.</summary>
    /// <param name="pdf">The file; it stays as it is, the signature is appended.</param>
    /// <param name="sertifikat">With private key.</param>
    /// <param name="tambahan">Objects to replace besides, number → body; for signatures that change more than they should.</param>
    /// <param name="tampak">Whether the field has an extent on the page.</param>
    /// <param name="cms">Makes the signature; null: <see cref="Cms"/>.</param>
    public static byte[] TandaTangani(
        byte[] pdf, X509Certificate2 sertifikat, IReadOnlyDictionary<int, string>? tambahan = null, bool tampak = false, Func<byte[], byte[]>? cms = null)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        var teks = Encoding.Latin1.GetString(pdf);
        var (akar, ukuran, xrefLama) = Ekor(teks);
        var halaman = int.Parse(Anak().Match(Objek(teks, int.Parse(IndukHalaman().Match(Objek(teks, akar)).Groups[1].Value, CultureInfo.InvariantCulture))).Groups[1].Value, CultureInfo.InvariantCulture);
        var (tanda, bidang) = (ukuran, ukuran + 1);
        var rect = tampak ? "[72 600 300 700]" : "[0 0 0 0]";
        var objek = new SortedDictionary<int, string>
        {
            [akar] = Sisip(Objek(teks, akar), $"/AcroForm << /Fields [{bidang} 0 R] /SigFlags 3 >>"),
            [halaman] = Sisip(Objek(teks, halaman), $"/Annots [{bidang} 0 R]"),
            [tanda] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 0000000000 0000000000 0000000000] /Contents <"
                + new string('0', TempatCms * 2) + "> >>",
            [bidang] = $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Tanda tangan) /Rect {rect} /F 132 /P {halaman} 0 R /V {tanda} 0 R >>",
        };
        foreach (var (nomor, badan) in tambahan ?? new Dictionary<int, string>()) objek[nomor] = badan;
        return Tandatangani(Susun(pdf, teks, objek, akar, ukuran + 2, xrefLama), pdf.Length, cms ?? (isi => Cms(isi, sertifikat)));
    }

    /// <summary>A detached CMS of one signer (CAdES-BES).</summary>
    /// <param name="isi">What is signed.</param>
    /// <param name="sertifikat">With private key.</param>
    /// <param name="terikat">Whether the signature names its certificate, as PAdES demands.</param>
    /// <param name="ringkasan">Digest algorithm; SHA-256 when left out.</param>
    public static byte[] Cms(byte[] isi, X509Certificate2 sertifikat, bool terikat = true, string ringkasan = "2.16.840.1.101.3.4.2.1")
    {
        ArgumentNullException.ThrowIfNull(sertifikat);
        var cms = new SignedCms(new ContentInfo(isi), detached: true);
        var penanda = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, sertifikat)
        {
            DigestAlgorithm = new Oid(ringkasan),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        var ess = new AsnWriter(AsnEncodingRules.DER);
        using (ess.PushSequence())
        using (ess.PushSequence())
        using (ess.PushSequence())
            ess.WriteOctetString(sertifikat.GetCertHash(HashAlgorithmName.SHA256));
        if (terikat) penanda.SignedAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.16.2.47", ess.Encode()));
        cms.ComputeSignature(penanda);
        return cms.Encode();
    }

    private static byte[] Susun(byte[] pdf, string teks, SortedDictionary<int, string> objek, int akar, int ukuran, int xrefLama)
    {
        var baru = new StringBuilder(teks.EndsWith('\n') ? "" : "\n");
        var letak = new Dictionary<int, int>();
        foreach (var (nomor, badan) in objek)
        {
            letak[nomor] = pdf.Length + baru.Length;
            baru.Append(CultureInfo.InvariantCulture, $"{nomor} 0 obj\n{badan}\nendobj\n");
        }
        var xref = pdf.Length + baru.Length;
        baru.Append("xref\n");
        foreach (var nomor in objek.Keys) baru.Append(CultureInfo.InvariantCulture, $"{nomor} 1\n{letak[nomor]:D10} 00000 n \n");
        baru.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {ukuran} /Root {akar} 0 R /Prev {xrefLama} >>\nstartxref\n{xref}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(baru.ToString())];
    }

    private static byte[] Tandatangani(byte[] berkas, int mulai, Func<byte[], byte[]> buat)
    {
        var awal = mulai + berkas.AsSpan(mulai).IndexOf("/Contents <"u8) + "/Contents ".Length;
        var akhir = awal + (TempatCms * 2) + 2;
        var rentang = mulai + berkas.AsSpan(mulai).IndexOf("/ByteRange ["u8);
        var angka = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {awal:D10} {akhir:D10} {berkas.Length - akhir:D10}]");
        Encoding.ASCII.GetBytes(angka, berkas.AsSpan(rentang));
        var cms = buat([.. berkas[..awal], .. berkas[akhir..]]);
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), berkas.AsSpan(awal + 1));
        return berkas;
    }

    private static (int Akar, int Ukuran, int Xref) Ekor(string teks)
    {
        var xref = int.Parse(MulaiXref().Matches(teks)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        if (!teks.AsSpan(xref).StartsWith("xref")) throw new NotSupportedException("Only files with a classical cross-reference table.");
        var ekor = teks[teks.LastIndexOf("trailer", StringComparison.Ordinal)..];
        return (int.Parse(Akar().Match(ekor).Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(Ukuran().Match(ekor).Groups[1].Value, CultureInfo.InvariantCulture), xref);
    }

    private static string Objek(string teks, int nomor)
    {
        var cocok = Regex.Matches(teks, $@"(?<!\d){nomor} 0 obj\s*(.*?)\s*endobj", RegexOptions.Singleline);
        return cocok[^1].Groups[1].Value;
    }

    private static string Sisip(string kamus, string isi) => kamus[..kamus.LastIndexOf(">>", StringComparison.Ordinal)] + isi + " >>";

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex MulaiXref();

    [GeneratedRegex(@"/Root\s+(\d+) 0 R")]
    private static partial Regex Akar();

    [GeneratedRegex(@"/Size\s+(\d+)")]
    private static partial Regex Ukuran();

    [GeneratedRegex(@"/Pages\s+(\d+) 0 R")]
    private static partial Regex IndukHalaman();

    [GeneratedRegex(@"/Kids\s*\[\s*(\d+) 0 R")]
    private static partial Regex Anak();
}
