namespace Dukcapil.Standalone.Rekonsiliasi;

/// <summary>Something that two services do not agree on, or that stays where it should not.</summary>
/// <param name="Kunci">The same difference seen again has the same key.</param>
/// <param name="Pesan">What an operator reads, in Indonesian; nothing personal.</param>
/// <param name="Perbaikan">Request that repairs it (POST, path under the origin); null when a person must look.</param>
internal sealed record Temuan(string Kunci, string Pesan, string? Perbaikan = null);
