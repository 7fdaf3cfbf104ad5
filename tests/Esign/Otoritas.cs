using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dukcapil.Esign;

/// <summary>A certificate authority for tests: a root of its own, and certificates for officers below it.</summary>
public sealed class Otoritas : IDisposable
{
    private readonly RSA kunci = RSA.Create(2048);
    private readonly X509Certificate2 akar;
    private readonly Uri? crl;
    private readonly List<byte[]> dicabut = [];

    /// <summary>Makes the root.</summary>
    /// <param name="nama">Common name of the root.</param>
    /// <param name="crl">Address of its list of revoked certificates, written into what it issues.</param>
    public Otoritas(string nama = "AKAR UJI", Uri? crl = null)
    {
        this.crl = crl;
        var permintaan = new CertificateRequest("CN=" + nama, kunci, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        permintaan.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        permintaan.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        permintaan.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(permintaan.PublicKey, critical: false));
        akar = permintaan.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-5), DateTimeOffset.UtcNow.AddYears(10));
    }

    /// <summary>The root as PEM, as an office puts it into its settings.</summary>
    public string Pem => akar.ExportCertificatePem();

    /// <summary>Issues a certificate to an officer.</summary>
    /// <param name="nama">Common name.</param>
    /// <param name="mulai">Valid from.</param>
    /// <param name="sampai">Valid until.</param>
    /// <param name="kegunaan">Key usage.</param>
    public X509Certificate2 Terbitkan(
        string nama, DateTimeOffset? mulai = null, DateTimeOffset? sampai = null,
        X509KeyUsageFlags kegunaan = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)
    {
        using var rsa = RSA.Create(2048);
        var permintaan = new CertificateRequest($"CN={nama}, O=DINAS CONTOH, C=ID", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        permintaan.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        permintaan.CertificateExtensions.Add(new X509KeyUsageExtension(kegunaan, critical: true));
        permintaan.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(akar, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (crl is not null) permintaan.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([crl.AbsoluteUri]));
        using var tanpaKunci = permintaan.Create(
            akar, mulai ?? DateTimeOffset.UtcNow.AddDays(-1), sampai ?? DateTimeOffset.UtcNow.AddYears(2), RandomNumberGenerator.GetBytes(16));
        return tanpaKunci.CopyWithPrivateKey(rsa);
    }

    /// <summary>Puts a certificate on the list.</summary>
    public void Cabut(X509Certificate2 sertifikat)
    {
        ArgumentNullException.ThrowIfNull(sertifikat);
        dicabut.Add(sertifikat.SerialNumberBytes.ToArray());
    }

    /// <summary>The list of revoked certificates (DER).</summary>
    public byte[] DaftarCabut()
    {
        var daftar = new CertificateRevocationListBuilder();
        foreach (var nomor in dicabut) daftar.AddEntry(nomor, DateTimeOffset.UtcNow.AddMinutes(-5));
        return daftar.Build(akar, 1, DateTimeOffset.UtcNow.AddDays(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, DateTimeOffset.UtcNow.AddMinutes(-10));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        akar.Dispose();
        kunci.Dispose();
    }
}
