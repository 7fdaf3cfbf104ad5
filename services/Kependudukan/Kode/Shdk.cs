namespace Dukcapil.Kependudukan;

/// <summary>Codes of <see cref="TabelKode.Shdk"/>, status hubungan dalam keluarga, and the mapping to the paper form F-1.01.</summary>
public static class Shdk
{
    /// <summary>KEPALA KELUARGA.</summary>
    public const int KepalaKeluarga = 1;

    /// <summary>SUAMI.</summary>
    public const int Suami = 2;

    /// <summary>ISTRI.</summary>
    public const int Istri = 3;

    /// <summary>ANAK.</summary>
    public const int Anak = 4;

    /// <summary>MENANTU.</summary>
    public const int Menantu = 5;

    /// <summary>CUCU.</summary>
    public const int Cucu = 6;

    /// <summary>ORANGTUA.</summary>
    public const int OrangTua = 7;

    /// <summary>MERTUA.</summary>
    public const int Mertua = 8;

    /// <summary>FAMILI LAIN.</summary>
    public const int FamiliLain = 9;

    /// <summary>PEMBANTU; the paper form has no such line.</summary>
    public const int Pembantu = 10;

    /// <summary>LAINNYA; 10 on the paper form.</summary>
    public const int Lainnya = 11;

    /// <summary>The code to write on F-1.01 (PEMBANTU and LAINNYA are both 10 there), or null for an unknown code.</summary>
    public static int? KeF101(int siak) => siak switch
    {
        >= KepalaKeluarga and <= FamiliLain => siak,
        Pembantu or Lainnya => 10,
        _ => null,
    };

    /// <summary>The SIAK code for one read from F-1.01 (10 is LAINNYA), or null for an unknown code.</summary>
    public static int? DariF101(int f101) => f101 switch
    {
        >= KepalaKeluarga and <= FamiliLain => f101,
        10 => Lainnya,
        _ => null,
    };
}
