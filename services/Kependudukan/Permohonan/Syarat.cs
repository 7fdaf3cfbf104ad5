namespace Dukcapil.Kependudukan;

/// <summary>One requirement as declared in <c>persyaratan.json</c>.</summary>
/// <param name="Kode">Document code of the catalogue.</param>
/// <param name="Sifat">How it is required.</param>
/// <param name="Bila">Name of the circumstance that makes it required; conditional ones only.</param>
/// <param name="Kelompok">Group of which one suffices; alternatives only.</param>
/// <param name="Setara">Documents accepted in its place.</param>
/// <param name="Kondisi">The circumstance in the applicant's words.</param>
/// <param name="Bentuk">Original, copy, withdrawn …</param>
/// <param name="DasarHukum">Article.</param>
internal sealed record Syarat(
    string Kode, SifatSyarat Sifat, string? Bila, string? Kelompok,
    IReadOnlyList<string> Setara, string? Kondisi, string Bentuk, string DasarHukum)
{
    public bool Terpenuhi(IReadOnlyCollection<string> lampiran) => lampiran.Contains(Kode) || Setara.Any(lampiran.Contains);
}
