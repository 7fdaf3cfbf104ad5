namespace Dukcapil.Kependudukan;

/// <summary>One row of a family card. Codes are those of SIAK (code tables in this folder).</summary>
public sealed record Anggota
{
    /// <summary>Full name without shortening.</summary>
    public string? Nama { get; init; }

    /// <summary>16 digits, or null while SIAK has not issued it.</summary>
    public string? Nik { get; init; }

    /// <summary>1 LAKI-LAKI, 2 PEREMPUAN.</summary>
    public int? JenisKelamin { get; init; }

    /// <summary>Place of birth.</summary>
    public string? TempatLahir { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? TanggalLahir { get; init; }

    /// <summary>Code table <c>agama</c>.</summary>
    public int? Agama { get; init; }

    /// <summary>Name of the belief organisation, when <see cref="Agama"/> is 7 (F-1.01 column 19).</summary>
    public string? OrganisasiKepercayaan { get; init; }

    /// <summary>Code table <c>pendidikan</c>.</summary>
    public int? Pendidikan { get; init; }

    /// <summary>Code table <c>pekerjaan</c>.</summary>
    public int? Pekerjaan { get; init; }

    /// <summary>Code table <c>golongan_darah</c>; 13 is TIDAK TAHU.</summary>
    public int? GolonganDarah { get; init; }

    /// <summary>Code table <c>status_perkawinan</c> (six values).</summary>
    public int? StatusKawin { get; init; }

    /// <summary>Date of marriage.</summary>
    public DateOnly? TanggalKawin { get; init; }

    /// <summary>Date of divorce.</summary>
    public DateOnly? TanggalCerai { get; init; }

    /// <summary>Code table <c>shdk</c>: relation to the head of the family; 1 is KEPALA KELUARGA.</summary>
    public int? Shdk { get; init; }

    /// <summary><c>WNI</c> or <c>WNA</c>.</summary>
    public string? Kewarganegaraan { get; init; }

    /// <summary>Passport number.</summary>
    public string? NoPaspor { get; init; }

    /// <summary>Permanent stay permit number, foreigners only.</summary>
    public string? NoKitap { get; init; }

    /// <summary>Last day of validity of the stay permit.</summary>
    public DateOnly? KitapBerakhir { get; init; }

    /// <summary>Father's name, or <c>-</c>.</summary>
    public string? Ayah { get; init; }

    /// <summary>Mother's name, or <c>-</c>.</summary>
    public string? Ibu { get; init; }

    /// <summary>Never shows data of a person: see <see cref="KartuKeluarga.ToString"/>.</summary>
    public override string ToString() => $"Anggota {{ Nik = {Samaran.Dari(Nik)} }}";
}
