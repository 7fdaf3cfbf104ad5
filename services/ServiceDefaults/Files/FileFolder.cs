using System.Runtime.CompilerServices;

namespace Dukcapil.ServiceDefaults.Files;

/// <summary>A local folder, or one that replicas share.</summary>
internal sealed class FileFolder(string root) : IFilePlace
{
    private const int Buffer = 64 * 1024;
    private const string Partial = ".tmp";

    // Two who put the same file at once write apart; whoever is last puts the same in its place.
    public async Task PutAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Guid.NewGuid():N}{Partial}";
        try
        {
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous))
            {
                await write(file, cancellationToken);
                await file.FlushAsync(cancellationToken);
#pragma warning disable CA1849 // Only the synchronous overload reaches the disk itself, not just the operating system.
                file.Flush(flushToDisk: true);
#pragma warning restore CA1849
            }
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream>(File.OpenRead(PathOf(name)));
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException(e.Message, name, e);
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> NamesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Directory.Exists(root)) yield break;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!path.EndsWith(Partial, StringComparison.Ordinal)) yield return Path.GetFileName(path);
        }
        await Task.CompletedTask;
    }

    // Two levels, so that no folder grows without end; the tail of a v7 UUID is its random part.
    private string PathOf(string name) => Path.Combine(root, name[^2..], name);
}
