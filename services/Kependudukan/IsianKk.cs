namespace Dukcapil.Kependudukan;

/// <summary>Names by which a field of a card is meant: in differences, findings and remarks.</summary>
public static class IsianKk
{
    private static readonly HashSet<string> Kartu = [.. IsianKartu.Alamat.Select(a => "alamat." + a.Nama), "nomorKk"];
    private static readonly HashSet<string> Anggota = [.. IsianKartu.Anggota.Select(a => a.Nama), "nik"];

    /// <summary>Whether there is such a field.</summary>
    /// <param name="anggota">0-based row of the member; null for the card itself.</param>
    /// <param name="field">JSON name, for example <c>tempatLahir</c> or <c>alamat.rt</c>.</param>
    public static bool Ada(int? anggota, string field) => (anggota is null ? Kartu : Anggota).Contains(field);
}
