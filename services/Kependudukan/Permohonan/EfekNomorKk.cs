namespace Dukcapil.Kependudukan;

/// <summary>What an application does to the number of the card. The number itself always comes from SIAK.</summary>
public enum EfekNomorKk
{
    /// <summary>SIAK issues a new number.</summary>
    Baru,

    /// <summary>The number stays: it is valid until the head of the family changes (UU 23/2006 art. 61(3)).</summary>
    Tetap,

    /// <summary>Sources disagree or both happen; whatever SIAK answers is right.</summary>
    MengikutiSiak,
}
