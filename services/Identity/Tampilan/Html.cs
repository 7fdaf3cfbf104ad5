using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Dukcapil.Identity.Tampilan;

/// <summary>
/// Markup from interpolated strings: <c>Html.Dari($"&lt;b&gt;{nama}&lt;/b&gt;")</c>. Whatever is put in is encoded, unless it is markup itself; so no page can
/// forget to encode a text field.
/// </summary>
internal sealed class Html
{
    private readonly string isi;

    private Html(string isi) => this.isi = isi;

    /// <summary>Nothing.</summary>
    public static Html Kosong { get; } = new("");

    /// <summary>Markup from an interpolated string.</summary>
    public static Html Dari(Penulis penulis) => new(penulis.ToString());

    /// <summary>One piece after another.</summary>
    public static Html Gabung(IEnumerable<Html> bagian) => new(string.Concat(bagian.Select(b => b.isi)));

    public override string ToString() => isi;

    /// <summary>Receives the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Penulis
    {
        private readonly StringBuilder teks;

        public Penulis(int literalLength, int formattedCount) => teks = new StringBuilder(literalLength + (formattedCount * 16));

        public void AppendLiteral(string bagian) => teks.Append(bagian);

        public void AppendFormatted(Html? bagian) => teks.Append(bagian?.isi);

        public void AppendFormatted<T>(T nilai) =>
            teks.Append(HtmlEncoder.Default.Encode(Convert.ToString(nilai, System.Globalization.CultureInfo.InvariantCulture) ?? ""));

        public override string ToString() => teks.ToString();
    }
}
