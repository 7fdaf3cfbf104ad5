namespace Dukcapil.Kependudukan;

/// <summary>One line of the checklist of an application.</summary>
/// <param name="Kode">Document code, for example <c>KK_LAMA</c>.</param>
/// <param name="Nama">Name of the document, with the number of a form.</param>
/// <param name="Sifat">How it is required.</param>
/// <param name="Diminta">
/// True when the circumstances of this application ask for it; for an alternative, that one of its group is asked for.
/// </param>
/// <param name="Kelompok">Group of alternatives, of which one suffices.</param>
/// <param name="Kondisi">When it is required, or which case an alternative is for.</param>
/// <param name="Bentuk">Original shown, copy or scan, withdrawn …</param>
/// <param name="DasarHukum">Article.</param>
public sealed record SyaratBerkas(
    string Kode, string Nama, SifatSyarat Sifat, bool Diminta, string? Kelompok, string? Kondisi, string Bentuk, string DasarHukum);
