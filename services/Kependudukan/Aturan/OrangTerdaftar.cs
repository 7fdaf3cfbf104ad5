namespace Dukcapil.Kependudukan;

/// <summary>A person of the local register.</summary>
/// <param name="Nik">16 digits, or null.</param>
/// <param name="Nama">Full name.</param>
/// <param name="TanggalLahir">Date of birth.</param>
/// <param name="Ibu">Mother's name.</param>
public sealed record OrangTerdaftar(string? Nik, string Nama, DateOnly TanggalLahir, string Ibu)
{
    /// <summary>Gives nothing away.</summary>
    public override string ToString() => $"OrangTerdaftar {{ Nik = {Samaran.Dari(Nik)} }}";
}
