namespace Dukcapil.Contracts;

/// <summary>
/// An encrypted field: personal data in a message. Only services that hold the key can open it;
/// broker, logs and the workflow see this text alone.
/// </summary>
/// <param name="Kunci">Id of the key it was sealed with.</param>
/// <param name="Isi">Base64 of nonce (12 bytes), AES-256-GCM ciphertext and tag (16 bytes).</param>
public sealed record Terlindung(string Kunci, string Isi);
