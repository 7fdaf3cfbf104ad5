using System.Collections.Concurrent;
using System.Net;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>A call as it arrived.</summary>
internal sealed record PanggilanMasuk(string Jalur, string Id, string Waktu, string TandaTangan, string Isi);

/// <summary>Another system's server that is called back; what it answers is the test's choice.</summary>
internal sealed class PenerimaPanggilan : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<PanggilanMasuk> masuk = new();

    public PenerimaPanggilan()
    {
        Alamat = $"http://127.0.0.1:{FreePort.Next()}/";
        listener.Prefixes.Add(Alamat);
        listener.Start();
        _ = Task.Run(DengarAsync);
    }

    public string Alamat { get; }

    /// <summary>Status of the answer, by the call.</summary>
    public Func<PanggilanMasuk, int> Jawab { get; set; } = _ => 204;

    public IReadOnlyList<PanggilanMasuk> Masuk => [.. masuk];

    public void Dispose() => listener.Close();

    private async Task DengarAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext konteks;
            try
            {
                konteks = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var h = konteks.Request.Headers;
            using var pembaca = new StreamReader(konteks.Request.InputStream);
            var panggilan = new PanggilanMasuk(
                konteks.Request.Url!.AbsolutePath, h["webhook-id"] ?? "", h["webhook-timestamp"] ?? "", h["webhook-signature"] ?? "", await pembaca.ReadToEndAsync());
            konteks.Response.StatusCode = Jawab(panggilan);
            if (konteks.Response.StatusCode == 302) konteks.Response.RedirectLocation = Alamat + "lain";
            masuk.Enqueue(panggilan);
            konteks.Response.Close();
        }
    }
}
