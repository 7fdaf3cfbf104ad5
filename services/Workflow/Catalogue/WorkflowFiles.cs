namespace Dukcapil.Workflow.Catalogue;

/// <summary>The files of <c>workflows/</c>, embedded: what a fresh installation starts with.</summary>
internal static class WorkflowFiles
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(WorkflowFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"workflows/{name} is not part of this build.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
