namespace Dukcapil.Kependudukan;

/// <summary>
/// Codes of <see cref="TabelKode.Pendidikan"/> that rules speak of, and the mapping to the paper form F-1.01, whose 8–10 differ.
/// </summary>
public static class Pendidikan
{
    /// <summary>SLTP/SEDERAJAT.</summary>
    public const int Sltp = 4;

    /// <summary>SLTA/SEDERAJAT.</summary>
    public const int Slta = 5;

    /// <summary>DIPLOMA I/II.</summary>
    public const int Diploma1Atau2 = 6;

    /// <summary>AKADEMI/DIPLOMA III/S. MUDA.</summary>
    public const int Diploma3 = 7;

    /// <summary>DIPLOMA IV/STRATA I.</summary>
    public const int Strata1 = 8;

    /// <summary>STRATA II; the paper form counts it under 8.</summary>
    public const int Strata2 = 9;

    /// <summary>STRATA III; 9 on the paper form.</summary>
    public const int Strata3 = 10;

    /// <summary>The code to write on F-1.01, or null for an unknown code.</summary>
    public static int? KeF101(int siak) => siak switch
    {
        >= 1 and <= Strata1 => siak,
        Strata2 => 8,
        Strata3 => 9,
        _ => null,
    };

    /// <summary>
    /// The SIAK codes an F-1.01 code may stand for. Two for 8 (D-IV/S1 or S2) and none for 10 ("LAINNYA"): then the officer asks the
    /// applicant.
    /// </summary>
    public static IReadOnlyList<int> DariF101(int f101) => f101 switch
    {
        >= 1 and <= 7 => [f101],
        8 => [Strata1, Strata2],
        9 => [Strata3],
        _ => [],
    };
}
