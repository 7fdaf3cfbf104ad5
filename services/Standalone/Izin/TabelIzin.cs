using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Standalone.Commands;

namespace Dukcapil.Standalone.Izin;

/// <summary>The table of <c>docs/security.md</c>: every operation of the running endpoints with the rule that is declared at it.</summary>
internal static partial class TabelIzin
{
    private static readonly TabelDokumen Tempat = new("izin", "izin");

    /// <summary>Rows of all endpoints, by path.</summary>
    public static string Dari(IEnumerable<EndpointDataSource> sumber)
    {
        var baris = sumber.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => Metode(e).Select(metode => (Jalur: Jalur(e), metode, Izin: Aturan(e))))
            // The documentation and the health of each service are the same rows.
            .Distinct().OrderBy(b => b.Jalur, StringComparer.Ordinal).ThenBy(b => b.metode, StringComparer.Ordinal);
        var tabel = new StringBuilder("| Operation | Officers | Systems, scope | Condition |\n|---|---|---|---|\n");
        foreach (var (jalur, metode, izin) in baris)
            tabel.Append(CultureInfo.InvariantCulture, $"| `{metode} {jalur}` | {izin.Siapa} | {(izin.Lingkup is null ? "" : $"`{izin.Lingkup}`")} | {izin.Syarat} |\n");
        return tabel.ToString();
    }

    /// <summary>The document with this table between its two marks.</summary>
    public static string Sisipkan(string dokumen, string tabel) => Tempat.Sisipkan(dokumen, tabel);

    /// <summary>Endpoints at which nothing is declared; none must be left.</summary>
    public static IReadOnlyList<string> TanpaAturan(IEnumerable<EndpointDataSource> sumber) =>
        [.. sumber.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ServiceDefaults.Auth.Izin>() is null).Select(Jalur)];

    private static ServiceDefaults.Auth.Izin Aturan(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ServiceDefaults.Auth.Izin>() ?? new("**nobody: nothing is declared**", _ => false, null, "");

    private static IEnumerable<string> Metode(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    // Without the types of parameters: {id:guid} is {id} to a reader.
    private static string Jalur(RouteEndpoint endpoint) =>
        "/" + Jenis().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "{$1}");

    [GeneratedRegex(@"\{(\w+)(:[^}]*)?\??\}")]
    private static partial Regex Jenis();
}
