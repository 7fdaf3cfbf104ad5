using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Protection;

namespace Dukcapil.Registry.Masukan;

/// <summary>Sealed values between messages, columns and answers.</summary>
internal static class Segel
{
    /// <summary>The seal of a message as a column: the same bytes, never opened on the way.</summary>
    public static string Kolom(this Terlindung nilai) => nilai.Kunci + ":" + nilai.Isi;

    /// <summary>Seals what may be absent.</summary>
    public static string? SegelBila(this Pelindung pelindung, string? teks) => string.IsNullOrWhiteSpace(teks) ? null : pelindung.SegelKolom(teks.Trim());

    /// <summary>Opens what may be absent.</summary>
    public static string? BukaBila(this Pelindung pelindung, string? kolom) => kolom is null ? null : pelindung.BukaKolom<string>(kolom);
}
