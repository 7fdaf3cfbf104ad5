namespace Dukcapil.Kependudukan;

/// <summary>A document that is missing, or a group of which none was attached.</summary>
/// <param name="Kode">Code of the document, or of all alternatives.</param>
/// <param name="Pesan">Sentence for the applicant.</param>
public sealed record BerkasKurang(IReadOnlyList<string> Kode, string Pesan);
