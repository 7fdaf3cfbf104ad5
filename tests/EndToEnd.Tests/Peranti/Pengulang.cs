using System.Diagnostics;
using System.Net;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>
/// The patience of a caller whose services are being killed: no connection, no answer, 5xx and "being worked on" are tried again with the very same
/// request. Any other refusal is final.
/// </summary>
/// <param name="batas">How long one request is tried.</param>
internal sealed class Pengulang(TimeSpan batas)
{
    /// <summary>Every failure is final.</summary>
    public static readonly Pengulang Tidak = new(TimeSpan.Zero);

    private static readonly TimeSpan Jeda = TimeSpan.FromMilliseconds(100);

    /// <summary>How long one wait may take.</summary>
    public TimeSpan? Batas => batas == TimeSpan.Zero ? null : batas;

    public async Task<T> CobaAsync<T>(Func<Task<T>> permintaan)
    {
        var mulai = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await permintaan();
            }
            catch (Exception e) when (Sementara(e) && Stopwatch.GetElapsedTime(mulai) < batas)
            {
                await Task.Delay(Jeda);
            }
        }
    }

    private static bool Sementara(Exception e) => e switch
    {
        HttpRequestException or OperationCanceledException => true,
        PermintaanDitolakException { Status: >= HttpStatusCode.InternalServerError } => true,
        PermintaanDitolakException p => p.BelumTiba || p.Jenis is "permintaan-sedang-berjalan" or "tugas-diubah-bersamaan",
        _ => false,
    };
}
