using System.Diagnostics.CodeAnalysis;

namespace Dukcapil.Kependudukan;

/// <summary>
/// Nomor Induk Kependudukan: six digits of the kecamatan of first registration, DDMMYY of birth (DD + 40 for women), four of serial. It
/// stays for life, follows neither a move nor a corrected birth date or sex (PP 40/2019 art. 30(2), Permendagri 108/2019 art. 15(3)), and
/// only SIAK issues it. So nothing about a person is ever derived from it here; the digits are only compared.
/// </summary>
public sealed record Nik
{
    /// <summary>The one error text of <see cref="TryParse"/>.</summary>
    public const string PesanSalah = "NIK harus 16 digit angka";

    private readonly string digit;

    private Nik(string digit) => this.digit = digit;

    /// <summary>First six digits: the kecamatan of first registration, which need not exist any more.</summary>
    internal string KodeKecamatan => digit[..6];

    /// <summary>True when the day part is above 40, as it is made for women.</summary>
    internal bool HariPerempuan => EnamBelasDigit.Dua(digit, 6) > 40;

    /// <summary>True for serial 0000, which SIAK does not give (serials begin at 0001).</summary>
    internal bool SeriNol => digit.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>Exactly 16 ASCII digits; spaces are for the caller to strip, so that what is stored is what was checked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? teks, [NotNullWhen(true)] out Nik? nik)
    {
        nik = EnamBelasDigit.Sah(teks) ? new Nik(teks!) : null;
        return nik is not null;
    }

    /// <summary>
    /// True when day (less 40 if above 40), month and two-digit year are those of <paramref name="lahir"/>. The century cannot be told.
    /// </summary>
    internal bool CocokTanggalLahir(DateOnly lahir)
    {
        var hari = EnamBelasDigit.Dua(digit, 6);
        return (hari > 40 ? hari - 40 : hari) == lahir.Day
            && EnamBelasDigit.Dua(digit, 8) == lahir.Month
            && EnamBelasDigit.Dua(digit, 10) == lahir.Year % 100;
    }

    /// <summary>All 16 digits. A method, so that no serializer or structured log takes it for a property.</summary>
    public string Ungkap() => digit;

    /// <summary>Masked: <c>************0001</c>.</summary>
    public override string ToString() => Samaran.Dari(digit);
}
