namespace Dukcapil.Approval.Tte.Pemeriksaan;

/// <summary>Why a signed file is not accepted.</summary>
public enum CacatTandaTangan
{
    /// <summary>It does not begin with the bytes that were sent: another file, or one that was rewritten.</summary>
    BukanBerkasYangDikirim,

    /// <summary>There is not exactly one signature that covers the whole file.</summary>
    CakupanTidakUtuh,

    /// <summary>Pages show something else than before.</summary>
    IsiHalamanBerubah,

    /// <summary>The signature is no CMS of one signer, or uses an algorithm that is no longer trusted.</summary>
    TandaTanganTidakTerbaca,

    /// <summary>The digest or the signature does not fit the bytes.</summary>
    TidakCocokDenganIsi,

    /// <summary>The certificate is not of a trusted root.</summary>
    AkarTidakDipercaya,

    /// <summary>The certificate is expired or not yet valid.</summary>
    SertifikatTidakBerlaku,

    /// <summary>The certificate was revoked, or that could not be found out.</summary>
    SertifikatDicabut,

    /// <summary>The certificate is somebody else's, or not made for signing.</summary>
    BukanSertifikatPenandatangan,

    /// <summary>The eSign service itself calls the signature invalid.</summary>
    DitolakPemeriksaEsign,
}

/// <summary>What was found in a signed file.</summary>
/// <param name="Cacat">Why it is not accepted; null when it is.</param>
/// <param name="Sertifikat">Subject of the signing certificate, as far as it was read.</param>
public sealed record HasilPemeriksaan(CacatTandaTangan? Cacat, string? Sertifikat = null);
