namespace Dukcapil.Esign;

/// <summary>How the service behaves when it is asked to sign.</summary>
public enum Tabiat
{
    /// <summary>As it should.</summary>
    Wajar,

    /// <summary>200 with an error in the body.</summary>
    GalatDenganDuaRatus,

    /// <summary>500 with an error page.</summary>
    Rusak,

    /// <summary>200 without a file.</summary>
    TanpaBerkas,

    /// <summary>Signs, and drops the connection before the answer.</summary>
    PutusSetelahMenandatangani,

    /// <summary>Returns another file, signed well.</summary>
    BerkasLain,

    /// <summary>Returns the file with a signature that does not fit.</summary>
    TandaTanganRusak,

    /// <summary>Returns the file unsigned.</summary>
    TidakDitandatangani,

    /// <summary>Signs with somebody else's certificate.</summary>
    SertifikatOrangLain,
}
