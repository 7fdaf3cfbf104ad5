namespace Dukcapil.Kependudukan;

/// <summary>Codes of <see cref="TabelKode.StatusKawin"/> (Permendagri 109/2019), and the mapping from the four values before it.</summary>
public static class StatusKawin
{
    /// <summary>BELUM KAWIN.</summary>
    public const int BelumKawin = 1;

    /// <summary>KAWIN TERCATAT.</summary>
    public const int KawinTercatat = 2;

    /// <summary>KAWIN BELUM TERCATAT; in the old scheme 3 was CERAI HIDUP.</summary>
    public const int KawinBelumTercatat = 3;

    /// <summary>CERAI HIDUP TERCATAT; in the old scheme 4 was CERAI MATI.</summary>
    public const int CeraiHidupTercatat = 4;

    /// <summary>CERAI HIDUP BELUM TERCATAT.</summary>
    public const int CeraiHidupBelumTercatat = 5;

    /// <summary>CERAI MATI.</summary>
    public const int CeraiMati = 6;

    /// <summary>Married, registered or not.</summary>
    public static bool Kawin(int status) => status is KawinTercatat or KawinBelumTercatat;

    /// <summary>Married now or once: divorced and widowed count (UU 23/2006 art. 63(1), "telah kawin atau pernah kawin").</summary>
    public static bool KawinAtauPernah(int status) => status is >= KawinTercatat and <= CeraiMati;

    /// <summary>Resting on the statement F-1.05 instead of a deed.</summary>
    public static bool BelumTercatat(int status) => status is KawinBelumTercatat or CeraiHidupBelumTercatat;

    /// <summary>The present code for one of the old scheme. KAWIN and CERAI HIDUP split by whether a deed was shown.</summary>
    /// <returns>Null for an unknown code.</returns>
    public static int? DariSkemaLama(int lama, bool adaAkta) => (lama, adaAkta) switch
    {
        (1, _) => BelumKawin,
        (2, true) => KawinTercatat,
        (2, false) => KawinBelumTercatat,
        (3, true) => CeraiHidupTercatat,
        (3, false) => CeraiHidupBelumTercatat,
        (4, _) => CeraiMati,
        _ => null,
    };
}
