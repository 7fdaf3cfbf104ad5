namespace Dukcapil.Kependudukan;

/// <summary>A file of regions that cannot be used. The message is for a person: which file, which line, why.</summary>
/// <param name="pesan">In Indonesian.</param>
public sealed class WilayahSalahException(string pesan) : Exception(pesan);
