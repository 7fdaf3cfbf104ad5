using Dukcapil.ServiceDefaults.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.TestServices;

/// <summary>A folder for a service's files whose disk a test can fill up: what is written beyond some bytes is refused by the operating system itself.</summary>
/// <param name="folder">The folder.</param>
public sealed class DiskUji(string folder)
{
    /// <summary>Bytes that still fit; null: any number.</summary>
    public long? Sisa { get; set; }

    /// <summary>Lets the service that is about to be built keep its files here.</summary>
    public void Pasang(IServiceCollection services) => services.AddSingleton<IFilePlace>(new Tempat(this, new FileFolder(folder)));

    private sealed class Tempat(DiskUji disk, IFilePlace dalam) : IFilePlace
    {
        public Task PutAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) => dalam.PutAsync(
            name,
            async (file, token) =>
            {
                await using var terbatas = new Terbatas(file, disk);
                await write(terbatas, token);
            },
            cancellationToken);

        public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) => dalam.OpenAsync(name, cancellationToken);

        public Task DeleteAsync(string name, CancellationToken cancellationToken) => dalam.DeleteAsync(name, cancellationToken);

        public IAsyncEnumerable<string> NamesAsync(CancellationToken cancellationToken) => dalam.NamesAsync(cancellationToken);
    }

    // Stays open: the folder closes its file itself.
    private sealed class Terbatas(Stream dalam, DiskUji disk) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => dalam.Length;

        public override long Position { get => dalam.Position; set => throw new NotSupportedException(); }

        public override void Flush() => dalam.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (disk.Sisa is { } sisa)
            {
                var muat = (int)Math.Min(sisa, buffer.Length);
                await dalam.WriteAsync(buffer[..muat], cancellationToken);
                disk.Sisa = sisa - muat;
                if (muat == buffer.Length) return;
                await using var penuh = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                await penuh.WriteAsync(buffer[muat..], cancellationToken);
            }
            await dalam.WriteAsync(buffer, cancellationToken);
        }
    }
}
