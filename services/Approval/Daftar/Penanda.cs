using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Dukcapil.Approval.Daftar;

/// <summary>Where a page of the list ended. Opaque to clients: base64url of UTC ticks and task id.</summary>
internal sealed record Penanda(DateTimeOffset Pada, string TugasId)
{
    public static Penanda? Baca(string teks)
    {
        if (!Base64Url.IsValid(teks)) return null;
        var bagian = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(teks)).Split('.', 2);
        return bagian.Length == 2
            && long.TryParse(bagian[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
            ? new Penanda(new DateTimeOffset(ticks, TimeSpan.Zero), bagian[1])
            : null;
    }

    public string Tulis() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Pada.UtcTicks}.{TugasId}")));
}
