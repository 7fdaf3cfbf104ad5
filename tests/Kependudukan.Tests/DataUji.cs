namespace Dukcapil.Kependudukan.Tests;

/// <summary>Files beside the test program.</summary>
internal static class DataUji
{
    public static string Berkas(string nama) => Path.Combine(AppContext.BaseDirectory, "Data", nama);
}
