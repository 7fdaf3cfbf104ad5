using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>Sealed values between messages, columns and answers.</summary>
internal static class Segel
{
    /// <summary>Seals what may be absent.</summary>
    public static string? SegelBila(this Pelindung pelindung, string? teks) => string.IsNullOrWhiteSpace(teks) ? null : pelindung.SegelKolom(teks.Trim());

    /// <summary>Opens what may be absent.</summary>
    public static string? BukaBila(this Pelindung pelindung, string? kolom) => kolom is null ? null : pelindung.BukaKolom<string>(kolom);
}
