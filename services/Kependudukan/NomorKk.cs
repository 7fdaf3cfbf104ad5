using System.Diagnostics.CodeAnalysis;

namespace Dukcapil.Kependudukan;

/// <summary>
/// Number of a family card: six digits of the kecamatan of issue, DDMMYY of recording (no + 40), four of serial. SIAK issues it; it is
/// valid until the head of the family changes (UU 23/2006 art. 61(3)). It is never computed or predicted here.
/// </summary>
public sealed record NomorKk
{
    /// <summary>The one error text of <see cref="TryParse"/>.</summary>
    public const string PesanSalah = "Nomor KK harus 16 digit angka";

    private readonly string digit;

    private NomorKk(string digit) => this.digit = digit;

    /// <summary>
    /// False when the middle digits are no day and month (for example day 63, as in a NIK): worth a second look, never a refusal.
    /// </summary>
    public bool TanggalLazim => EnamBelasDigit.Dua(digit, 6) is >= 1 and <= 31 && EnamBelasDigit.Dua(digit, 8) is >= 1 and <= 12;

    /// <summary>Exactly 16 ASCII digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? teks, [NotNullWhen(true)] out NomorKk? nomor)
    {
        nomor = EnamBelasDigit.Sah(teks) ? new NomorKk(teks!) : null;
        return nomor is not null;
    }

    /// <summary>All 16 digits. A method, so that no serializer or structured log takes it for a property.</summary>
    public string Ungkap() => digit;

    /// <summary>Masked: <c>************0001</c>.</summary>
    public override string ToString() => Samaran.Dari(digit);
}
