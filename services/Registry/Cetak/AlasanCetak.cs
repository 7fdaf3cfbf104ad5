namespace Dukcapil.Registry.Cetak;

/// <summary>Why a sheet is not as it should be: blanks are accountable, so each step that spoils or repeats one asks for it.</summary>
internal static class AlasanCetak
{
    /// <summary>What is asked for, in words.</summary>
    public const string Batas = "3 sampai 500 karakter";

    /// <summary>Without blanks around it; null when it is too short or too long.</summary>
    public static string? Rapi(string? teks) => teks?.Trim() is { Length: >= 3 and <= 500 } rapi ? rapi : null;
}
