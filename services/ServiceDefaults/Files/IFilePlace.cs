namespace Dukcapil.ServiceDefaults.Files;

/// <summary>Where sealed files lie; what is in them is <see cref="FileStore"/>'s.</summary>
internal interface IFilePlace
{
    /// <summary>Puts a file there, or another one in its place: whole, and kept when this returns, or not at all.</summary>
    Task PutAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is there, and the place itself sees that it is damaged.</exception>
    Task<Stream> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a file; one that is not there is no fault.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>Names of all files.</summary>
    IAsyncEnumerable<string> NamesAsync(CancellationToken cancellationToken);
}
