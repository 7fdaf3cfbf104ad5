using System.Net.ServerSentEvents;
using Dukcapil.Approval.Database;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Approval.Aliran;

/// <summary>
/// The live stream (server-sent events, WHATWG HTML section 9.2): a screen is told which tasks of its officer have changed, and asks nothing meanwhile.
/// </summary>
internal static class AliranApi
{
    private static readonly TimeSpan TerlamaTanpaTokenBaru = TimeSpan.FromHours(1);

    public static void MapAliran(this RouteGroupBuilder tugas) => tugas.MapGet("/aliran", async Task<Results<ServerSentEventsResult<PeristiwaTugas>, ProblemHttpResult>> (
        HttpContext http, PapanTugas papan, PengikutTugas pengikut, DatabaseProvider database, TimeProvider time) =>
    {
        var petugas = Petugas.Dari(http.User);
        var sejak = http.Request.Headers["Last-Event-ID"].ToString();
        if (sejak.Length > 0 && !PembacaAliran.PenandaSah(database.IsPostgreSql, sejak))
            return Masalah.TidakTerbaca("Nilai Last-Event-ID bukan dari aliran ini.", "Last-Event-ID");
        if (papan.Daftarkan(petugas.Kantor, petugas.Id) is not { } pelanggan)
        {
            http.Response.Headers.RetryAfter = "10";
            return Masalah.Buat(
                StatusCodes.Status429TooManyRequests, "aliran-penuh", "Terlalu banyak aliran", "Tutup layar lain yang terbuka, lalu ulangi.");
        }
        http.Response.RegisterForDispose(pelanggan);
        // A token that ends, ends what was opened with it.
        var habis = (await http.AuthenticateAsync()).Properties?.ExpiresUtc ?? time.GetUtcNow() + TerlamaTanpaTokenBaru;
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(pengikut.IkutiAsync(petugas, pelanggan, sejak.Length > 0 ? sejak : null, habis, http.RequestAborted));
    }).DisableRequestTimeout().WithSummary("Aliran perubahan tugas saya (text/event-stream); lanjutkan dengan Last-Event-ID");
}
