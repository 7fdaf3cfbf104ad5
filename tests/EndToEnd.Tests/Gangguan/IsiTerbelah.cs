using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Dukcapil.EndToEnd.Tests.Gangguan;

/// <summary>A JSON body of which the second half is sent only when told.</summary>
internal sealed class IsiTerbelah : HttpContent
{
    private readonly byte[] isi;
    private readonly TaskCompletionSource separuh = new(TaskCreationOptions.RunContinuationsAsynchronously), lanjut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IsiTerbelah(string json)
    {
        isi = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>The first half is on its way.</summary>
    public Task Separuh => separuh.Task;

    /// <summary>Sends the rest.</summary>
    public void Lanjutkan() => lanjut.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(isi.AsMemory(0, isi.Length / 2));
        await stream.FlushAsync();
        separuh.SetResult();
        await lanjut.Task;
        await stream.WriteAsync(isi.AsMemory(isi.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = isi.Length;
        return true;
    }
}
