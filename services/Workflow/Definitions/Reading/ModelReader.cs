using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Engine.Definitions;
using Microsoft.AspNetCore.Http.Features;

namespace Dukcapil.Workflow.Definitions.Reading;

/// <summary>Reads JSON that somebody sent: bounded in size, checked before anything is built from it.</summary>
internal static class ModelReader
{
    /// <summary>The envelope around a definition of the largest size.</summary>
    private const int LargestBody = WorkflowCompiler.MaxBytes + (64 * 1024);

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DefinitionText.MaxDepth };

    /// <summary>The body of a request as an object, or why not.</summary>
    public static async Task<(JsonObject? Json, string? Refused)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        return await BytesAsync(request.Body, LargestBody, cancellationToken) is { } bytes
            ? Parse(bytes)
            : (null, $"Definisi lebih besar dari {WorkflowCompiler.MaxBytes / 1024 / 1024} MB.");
    }

    /// <summary>All of a stream, or null when it is larger than that.</summary>
    public static async Task<byte[]?> BytesAsync(Stream stream, int largest, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > largest) return null;
            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return content.ToArray();
    }

    /// <summary>A text as an object, or why not.</summary>
    public static (JsonObject? Json, string? Refused) Parse(ReadOnlyMemory<byte> utf8)
    {
        // Editors on Windows begin a file with a byte order mark.
        if (utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) utf8 = utf8[3..];
        if (DefinitionText.Check(utf8.Span) is { } problem) return (null, problem.Message);
        return JsonNode.Parse(utf8.Span, documentOptions: Options) is JsonObject json ? (json, null) : (null, "Isi harus berupa objek JSON.");
    }
}
