using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Standalone.Demo;

/// <content>Finding, taking and completing tasks.</content>
internal sealed partial class KantorKlien
{
    private static readonly TimeSpan JarakTanya = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BatasBawaan = TimeSpan.FromSeconds(15);

    // The list follows the owners by messages; for a moment it still shows what was completed just now.
    private readonly ConcurrentDictionary<string, bool> sudahSelesai = new(StringComparer.Ordinal);

    /// <summary>The open tasks of a role, of one application or of all, oldest first (first page).</summary>
    public async Task<IReadOnlyList<TugasKlien>> DaftarTugasAsync(string peran, Guid? permohonanId = null, CancellationToken token = default)
    {
        var saringan = permohonanId is { } id ? $"?permohonanId={id}" : "";
        var halaman = await BacaAsync(peran, "/api/v1/tugas" + saringan, token);
        return [.. halaman["tugas"]!.AsArray().Select(t => TugasKlien.Dari(t!))];
    }

    /// <summary>Asks for the role's list until an open task of the application shows that this client has not completed.</summary>
    /// <param name="permohonanId">The application.</param>
    /// <param name="peran">Role.</param>
    /// <param name="limit">15 seconds when left out.</param>
    /// <param name="langkah">Only a task of this SOP number.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="TimeoutException">None came; the message says where the application stands instead.</exception>
    public async Task<TugasKlien> TungguTugasAsync(
        Guid permohonanId, string peran, TimeSpan? limit = null, string? langkah = null, CancellationToken token = default)
    {
        var tugas = await TungguAsync(
            async () => (await DaftarTugasAsync(peran, permohonanId, token))
                .FirstOrDefault(t => (langkah is null || t.Langkah == langkah) && !sudahSelesai.ContainsKey(t.TugasId)),
            limit, token);
        if (tugas is not null) return tugas;
        var posisi = (await PermohonanAsync(permohonanId, Loket, token))["posisi"]!.ToJsonString();
        var detik = (limit ?? BatasBawaan).TotalSeconds;
        throw new TimeoutException($"Tidak ada tugas {peran} untuk permohonan {permohonanId} dalam {detik:0} detik; posisinya {posisi}.");
    }

    /// <summary>Asks until the application lies with a role, such as the applicant, whom nobody's list shows.</summary>
    /// <exception cref="TimeoutException">It does not.</exception>
    public async Task TungguPosisiAsync(Guid permohonanId, string peran, CancellationToken token = default)
    {
        var ada = await TungguAsync(
            async () => (await PermohonanAsync(permohonanId, Loket, token))["posisi"]!.AsArray().FirstOrDefault(p => (string?)p!["peran"] == peran), token: token);
        if (ada is null) throw new TimeoutException($"Permohonan {permohonanId} tidak kunjung berada di {peran}.");
    }

    /// <summary>Asks the public tracking until the application is no longer on its way; its last answer.</summary>
    /// <exception cref="TimeoutException">Still on its way.</exception>
    public async Task<JsonNode> TungguBerakhirAsync(string kodeLacak, TimeSpan? limit = null, CancellationToken token = default) =>
        await TungguAsync(async () => await LacakAsync(kodeLacak, token) is var jejak && (string?)jejak["status"] != "diproses" ? jejak : null, limit, token)
        ?? throw new TimeoutException($"Permohonan {kodeLacak} belum berakhir: {await LacakAsync(kodeLacak, token)}");

    /// <summary>Takes the task, so that its handling time runs.</summary>
    /// <exception cref="PermintaanDitolakException">Refused.</exception>
    public async Task<JsonNode> KlaimAsync(TugasKlien tugas, string? peran = null, CancellationToken token = default)
    {
        var path = tugas.Alamat + "/klaim";
        using var jawaban = await KirimAsync(peran ?? tugas.Peran, HttpMethod.Post, path, token: token);
        return await JsonAsync("POST " + path, jawaban, token);
    }

    /// <summary>
    /// Completes the task. What the step needs from another service may still be on its way (409 <c>…-belum-tiba</c>): then it is tried again until
    /// the limit, as the answer asks.
    /// </summary>
    /// <returns>What the step produced (<c>jawaban</c>), or null.</returns>
    /// <exception cref="PermintaanDitolakException">Refused.</exception>
    public async Task<JsonNode?> SelesaikanAsync(
        TugasKlien tugas, string peran, string hasil, AlasanKlien? alasan = null, JsonNode? data = null, CancellationToken token = default)
    {
        var sampai = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var jawaban = await CobaSelesaikanAsync(tugas, peran, hasil, alasan, data, token);
            var permintaan = $"Langkah {tugas.Langkah} {peran} hasil {hasil}";
            if (jawaban.IsSuccessStatusCode) return (await JsonAsync(permintaan, jawaban, token))["jawaban"]?.DeepClone();
            var tolak = await PermintaanDitolakException.DariAsync(permintaan, jawaban, token);
            if (!tolak.BelumTiba || TimeProvider.System.GetElapsedTime(sampai) > BatasBawaan) throw tolak;
            await Task.Delay(JarakTanya, token);
        }
    }

    /// <summary>Completes the task once, whatever it is answered.</summary>
    public async Task<HttpResponseMessage> CobaSelesaikanAsync(
        TugasKlien tugas, string peran, string hasil, AlasanKlien? alasan = null, JsonNode? data = null, CancellationToken token = default)
    {
        var isi = new JsonObject { ["hasil"] = hasil };
        if (alasan is not null) isi["alasan"] = new JsonObject { ["kode"] = alasan.Kode, ["teks"] = alasan.Teks };
        if (data is not null) isi["data"] = data.DeepClone();
        using var content = JsonContent.Create(isi);
        var jawaban = await KirimAsync(peran, HttpMethod.Post, tugas.Alamat + "/selesai", content, token: token);
        if (jawaban.IsSuccessStatusCode) sudahSelesai[tugas.TugasId] = true;
        return jawaban;
    }

    /// <summary>Asks again and again until there is an answer or the limit is reached; null then.</summary>
    public static async Task<T?> TungguAsync<T>(Func<Task<T?>> tanya, TimeSpan? limit = null, CancellationToken token = default)
        where T : class
    {
        var mulai = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await tanya() is { } jawaban) return jawaban;
            if (TimeProvider.System.GetElapsedTime(mulai) > (limit ?? BatasBawaan)) return null;
            await Task.Delay(JarakTanya, token);
        }
    }
}
