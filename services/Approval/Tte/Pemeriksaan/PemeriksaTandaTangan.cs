using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Dukcapil.Approval.Tte.Pemeriksaan;

/// <summary>
/// Verifies what the eSign service returned, before the step closes: the file that was sent, unchanged, with one signature (CMS in a PDF, PAdES) over all of it, by
/// the officer's certificate, which leads to a trusted root. What the service says of its own work is not taken for it.
/// </summary>
public sealed class PemeriksaTandaTangan(SetelanTte setelan, TimeProvider time)
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47", Data = "1.2.840.113549.1.7.1";

    // SHA-256, SHA-384, SHA-512.
    private static readonly HashSet<string> Ringkasan = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    /// <summary>Verifies.</summary>
    /// <param name="asli">The file that was sent.</param>
    /// <param name="bertandaTangan">The file that came back.</param>
    /// <param name="penandatangan">Whose certificate it must be.</param>
    public HasilPemeriksaan Periksa(byte[] asli, byte[] bertandaTangan, Penandatangan penandatangan)
    {
        ArgumentNullException.ThrowIfNull(asli);
        ArgumentNullException.ThrowIfNull(bertandaTangan);
        ArgumentNullException.ThrowIfNull(penandatangan);
        if (bertandaTangan.Length <= asli.Length || !bertandaTangan.AsSpan().StartsWith(asli)) return new(CacatTandaTangan.BukanBerkasYangDikirim);
        if (CakupanTandaTangan.Baca(bertandaTangan, asli.Length) is not { } cakupan) return new(CacatTandaTangan.CakupanTidakUtuh);
        if (Baca(cakupan) is not { } cms) return new(CacatTandaTangan.TandaTanganTidakTerbaca);
        var penanda = cms.SignerInfos[0];
        var sertifikat = penanda.Certificate!;
        try
        {
            penanda.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return new(CacatTandaTangan.TidakCocokDenganIsi, sertifikat.Subject);
        }
        var cacat = Milik(sertifikat, penandatangan) && TerikatPada(penanda, sertifikat) ? Rantai(cms, sertifikat) : CacatTandaTangan.BukanSertifikatPenandatangan;
        if (cacat is null && !PemeriksaHalaman.Sama(asli, bertandaTangan)) cacat = CacatTandaTangan.IsiHalamanBerubah;
        return new(cacat, sertifikat.Subject);
    }

    private static SignedCms? Baca(CakupanTandaTangan cakupan)
    {
        var cms = new SignedCms(new ContentInfo(cakupan.Isi), detached: true);
        try
        {
            cms.Decode(cakupan.Cms);
        }
        catch (CryptographicException)
        {
            return null;
        }
        return cms.SignerInfos.Count == 1 && cms.SignerInfos[0].Certificate is not null && cms.ContentInfo.ContentType.Value == Data
            && Ringkasan.Contains(cms.SignerInfos[0].DigestAlgorithm.Value!)
            ? cms
            : null;
    }

    // Names alone can be had from any authority below the same root; a fingerprint, where the office gives one, cannot.
    private static bool Milik(X509Certificate2 sertifikat, Penandatangan penandatangan)
    {
        var kegunaan = sertifikat.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        if (kegunaan is { } k && (k & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == 0) return false;
        return penandatangan.SidikSertifikat.Count > 0
            ? penandatangan.SidikSertifikat.Contains(sertifikat.GetCertHashString(HashAlgorithmName.SHA256))
            : sertifikat.GetNameInfo(X509NameType.SimpleName, forIssuer: false) == penandatangan.NamaSertifikat;
    }

    // ESS signing-certificate-v2 (RFC 5035), which PAdES demands: the signature itself names the certificate it was made for.
    private static bool TerikatPada(SignerInfo penanda, X509Certificate2 sertifikat)
    {
        foreach (var atribut in penanda.SignedAttributes)
        {
            if (atribut.Oid.Value == SigningCertificateV2) return SidikEss(atribut.Values[0].RawData) is { } ess && sertifikat.GetCertHash(ess.Algoritma).AsSpan().SequenceEqual(ess.Sidik);
        }
        return false;
    }

    private static (HashAlgorithmName Algoritma, byte[] Sidik)? SidikEss(byte[] der)
    {
        try
        {
            // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 { hashAlgorithm DEFAULT sha256, certHash, … } … }
            var ess = new AsnReader(der, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            var algoritma = HashAlgorithmName.SHA256;
            if (ess.PeekTag() == Asn1Tag.Sequence) algoritma = HashAlgorithmName.FromOid(ess.ReadSequence().ReadObjectIdentifier());
            return (algoritma, ess.ReadOctetString());
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private CacatTandaTangan? Rantai(SignedCms cms, X509Certificate2 sertifikat)
    {
        using var rantai = new X509Chain();
        var aturan = rantai.ChainPolicy;
        aturan.TrustMode = X509ChainTrustMode.CustomRootTrust;
        aturan.CustomTrustStore.AddRange(setelan.Akar);
        aturan.ExtraStore.AddRange(setelan.Antara);
        aturan.ExtraStore.AddRange(cms.Certificates);
        // Certificates come with the signature or from the office; where else one might lie is not asked.
        aturan.DisableCertificateDownloads = true;
        aturan.VerificationTime = time.GetUtcNow().UtcDateTime;
        aturan.RevocationMode = setelan.PeriksaPencabutan ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        aturan.RevocationFlag = X509RevocationFlag.ExcludeRoot;
        aturan.UrlRetrievalTimeout = setelan.Batas;
        if (rantai.Build(sertifikat)) return null;
        var keadaan = rantai.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (semua, s) => semua | s.Status);
        return keadaan.HasFlag(X509ChainStatusFlags.NotTimeValid) ? CacatTandaTangan.SertifikatTidakBerlaku
            : (keadaan & ~(X509ChainStatusFlags.Revoked | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation)) == 0
                ? CacatTandaTangan.SertifikatDicabut
                : CacatTandaTangan.AkarTidakDipercaya;
    }
}
