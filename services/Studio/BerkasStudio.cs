using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;

namespace Dukcapil.Studio;

/// <summary>One file of the package, with what is sent with it.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="IsImmutable">Its name changes with its content.</param>
/// <param name="Tag">Strong validator, the same for every replica of a build.</param>
/// <param name="Compressed">Encoding → file: what npm delivers beside it.</param>
internal sealed record BerkasPaket(string Path, string ContentType, bool IsImmutable, string Tag, IReadOnlyList<(string Encoding, string Path)> Compressed);

/// <summary>Elsa Studio as npm has delivered it, indexed once: what is not in the index does not exist.</summary>
internal sealed partial class BerkasStudio
{
    private static readonly (string Encoding, string Extension)[] Encodings = [("br", ".br"), ("gzip", ".gz")];
    private readonly FrozenDictionary<string, BerkasPaket> files;

    private BerkasStudio(FrozenDictionary<string, BerkasPaket> files) => this.files = files;

    /// <summary>Whether it is here at all.</summary>
    public bool Ada => files.ContainsKey("_framework/blazor.webassembly.js");

    /// <summary>Looks beside the program, then where a build of this repository has put it; <paramref name="given"/> goes before both.</summary>
    public static BerkasStudio Cari(string? given)
    {
        var folder = given ?? Candidates().FirstOrDefault(Directory.Exists);
        return new(folder is null || !File.Exists(Path.Combine(folder, "package.json")) ? FrozenDictionary<string, BerkasPaket>.Empty : Index(folder));
    }

    /// <summary>A file by its path below <c>/studio/</c>.</summary>
    public BerkasPaket? Find(string path) => files.GetValueOrDefault(path);

    private static IEnumerable<string> Candidates()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "studio");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            yield return Path.Combine(at.FullName, "services", "Studio", "node_modules", "@elsa-workflows", "elsa-studio-wasm");
    }

    private static FrozenDictionary<string, BerkasPaket> Index(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        // npm dates every file the same; of one pinned version a path has one content, on every replica.
        var version = JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json"))).GetProperty("version").GetString();
        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".map", StringComparison.Ordinal))
            .Select(f => new FileInfo(f)).ToDictionary(f => Path.GetRelativePath(folder, f.FullName).Replace('\\', '/'), StringComparer.Ordinal);
        return all.Where(f => types.TryGetContentType(f.Key, out _)).ToFrozenDictionary(
            f => f.Key,
            f =>
            {
                types.TryGetContentType(f.Key, out var type);
                return new BerkasPaket(
                    f.Value.FullName, type!, Fingerprint().IsMatch(f.Key), string.Create(CultureInfo.InvariantCulture, $"{version}-{f.Value.Length:x}"),
                    [.. Encodings.Where(e => all.ContainsKey(f.Key + e.Extension)).Select(e => (e.Encoding, all[f.Key + e.Extension].FullName))]);
            },
            StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\.[a-z0-9]{10}\.(wasm|js|dat|css)$")]
    private static partial Regex Fingerprint();
}
