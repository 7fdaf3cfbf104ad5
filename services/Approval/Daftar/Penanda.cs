using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Dukcapil.Approval.Daftar;

/// <summary>Where a page of the list ended. Opaque to clients.</summary>
/// <param name="Urut">Order of the list; a page of one order does not go on in another.</param>
/// <param name="Awal">When the first page was read (UTC ticks): what moved since then is known by it.</param>
/// <param name="Tahap">Part of the order (<see cref="Urutan"/>).</param>
/// <param name="Pada">Time of the last row, by which the part is ordered.</param>
/// <param name="TugasId">Id of the last row; null: the part begins.</param>
internal sealed record Penanda(string Urut, long Awal, int Tahap, DateTimeOffset Pada, string? TugasId)
{
    public static Penanda? Baca(string teks)
    {
        if (!Base64Url.IsValid(teks)) return null;
        var bagian = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(teks)).Split('.', 5);
        return bagian.Length == 5 && Ticks(bagian[1]) is { } awal && Ticks(bagian[3]) is { } pada
            && int.TryParse(bagian[2], NumberStyles.None, CultureInfo.InvariantCulture, out var tahap) && tahap <= 1
            ? new Penanda(bagian[0], awal, tahap, new DateTimeOffset(pada, TimeSpan.Zero), bagian[4].Length == 0 ? null : bagian[4])
            : null;
    }

    public string Tulis() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Urut}.{Awal}.{Tahap}.{Pada.UtcTicks}.{TugasId}")));

    private static long? Ticks(string teks) =>
        long.TryParse(teks, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? ticks : null;
}
