using System.Collections.Concurrent;

namespace Dukcapil.TestServers;

/// <summary>The latest lines a process wrote, and all of them in a file when one is named.</summary>
internal sealed class OutputLog : IDisposable
{
    private const int Kept = 500;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Lock writing = new();
    private readonly StreamWriter? writer;

    public OutputLog(string? file = null)
    {
        if (file is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        writer = new StreamWriter(file, append: false) { AutoFlush = true };
    }

    /// <summary>Raised for every line, on the thread that read it.</summary>
    public event Action<string>? Written;

    public IReadOnlyList<string> Recent => [.. lines];

    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        while (lines.Count > Kept && lines.TryDequeue(out _))
        {
        }

        lock (writing)
        {
            // A dying process may still deliver lines after the owner has closed the file.
            if (writer?.BaseStream is { CanWrite: true })
            {
                writer.WriteLine(line);
            }
        }

        Written?.Invoke(line);
    }

    public string Tail(int count = 40) => string.Join(Environment.NewLine, lines.TakeLast(count));

    public void Dispose()
    {
        lock (writing)
        {
            writer?.Dispose();
        }
    }
}
