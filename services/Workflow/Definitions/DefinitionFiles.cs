using System.IO.Compression;
using System.Text;
using Dukcapil.Engine.Definitions;
using Dukcapil.Workflow.Definitions.Reading;

namespace Dukcapil.Workflow.Definitions;

/// <summary>A file that somebody sent, or one out of an archive.</summary>
internal sealed record DefinitionFile(string Name, byte[] Content);

/// <summary>Definitions as files: one as JSON, several in a ZIP archive.</summary>
internal static class DefinitionFiles
{
    /// <summary>Most files in one import or archive.</summary>
    public const int MostFiles = 100;

    /// <summary>Most bytes of all files of one import, unpacked.</summary>
    public const int MostBytes = 40 * 1024 * 1024;

    /// <summary>Name of the file of a version.</summary>
    public static string NameOf(DefinitionVersion version) => $"workflow-definition-{Slug(version.Name)}{Slug(version.DefinitionId)}{version.Id}.json";

    /// <summary>One file, or an archive of several.</summary>
    public static IResult Download(IReadOnlyList<DefinitionVersion> versions, bool asArchive)
    {
        if (!asArchive && versions.Count == 1)
            return TypedResults.File(CanonicalDefinition.Bytes(DefinitionAnswers.Exported(versions[0])), "application/octet-stream", NameOf(versions[0]));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var version in versions)
            {
                using var entry = archive.CreateEntry(NameOf(version)).Open();
                entry.Write(CanonicalDefinition.Bytes(DefinitionAnswers.Exported(version)));
            }
        }
        return TypedResults.File(stream.ToArray(), "application/octet-stream", "workflow-definitions.zip");
    }

    /// <summary>What is in uploaded files, archives opened; what an archive claims of its size is not believed.</summary>
    public static async Task<(List<DefinitionFile> Files, string? Refused)> ReadAsync(IFormFileCollection uploads, CancellationToken cancellationToken)
    {
        var (files, left) = (new List<DefinitionFile>(), MostBytes);
        foreach (var upload in uploads)
        {
            await using var stream = upload.OpenReadStream();
            if (!upload.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                if (await AddAsync(upload.FileName, stream) is { } refused) return (files, refused);
                continue;
            }
            try
            {
                using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
                foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
                {
                    await using var content = await entry.OpenAsync(cancellationToken);
                    if (await AddAsync($"{upload.FileName}/{entry.FullName}", content) is { } refused) return (files, refused);
                }
            }
            catch (Exception e) when (e is InvalidDataException or ArgumentOutOfRangeException)
            {
                // The second for a file shorter than the end record of an archive.
                return (files, $"{upload.FileName}: bukan berkas ZIP yang utuh.");
            }
        }
        return files.Count == 0 ? (files, "Tidak ada berkas definisi (.json atau .zip) dalam permintaan ini.") : (files, null);

        async Task<string?> AddAsync(string name, Stream stream)
        {
            if (files.Count == MostFiles) return $"Paling banyak {MostFiles} berkas sekaligus.";
            var content = await ModelReader.BytesAsync(stream, Math.Min(left, WorkflowCompiler.MaxBytes), cancellationToken);
            if (content is null) return $"{name}: lebih besar dari {WorkflowCompiler.MaxBytes / 1024 / 1024} MB, atau semua berkas melebihi {MostBytes / 1024 / 1024} MB.";
            left -= content.Length;
            files.Add(new(name, content));
            return null;
        }
    }

    /// <summary>Letters and digits of ASCII, the rest as hyphens: a file name that every system takes.</summary>
    private static string Slug(string? text)
    {
        var slug = new StringBuilder();
        foreach (var c in (text ?? "").ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.Length == 0 ? "" : slug.ToString().Trim('-') + "-";
    }
}
