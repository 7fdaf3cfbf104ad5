using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dukcapil.Approval.Tte;

/// <summary>
/// The BSrE eSign Client API, version 2 only (version 1 has a NIK in an address). Requests carry secrets and whole cards: nothing of them, and no text of an answer, is
/// logged. Source: Petunjuk Teknis eSign Client Service 2.2.1 as used by public clients.
/// </summary>
public sealed class KlienEsign(IHttpClientFactory clients, SetelanTte setelan)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Klien = "esign";

    /// <summary>Largest answer: a signed file of the largest upload, as base64.</summary>
    public const long JawabanTerbesar = 16 * 1024 * 1024;

    private const int KodePassphraseSalah = 2031;
    private static readonly TimeSpan JedaUlang = TimeSpan.FromMilliseconds(200);

    /// <summary>Status of an officer's certificate; <c>ISSUE</c> may sign. Asking changes nothing, so it is asked a second time when no answer came.</summary>
    public async Task<JawabanEsign> StatusAsync(Penandatangan penandatangan)
    {
        ArgumentNullException.ThrowIfNull(penandatangan);
        var isi = new Dictionary<string, object> { [penandatangan.Identitas] = penandatangan.Nilai };
        var jawaban = await KirimAsync("api/v2/user/check/status", isi);
        return jawaban.Akhir is AkhirPanggilan.TanpaJawaban or AkhirPanggilan.TidakTersambung ? await KirimAsync("api/v2/user/check/status", isi) : jawaban;
    }

    /// <summary>
    /// Signs one file. Sent again only when surely nothing was sent: no connection came about. Whatever else happens after that leaves open whether a signature was made.
    /// </summary>
    public async Task<JawabanEsign> TandaTanganiAsync(Penandatangan penandatangan, KunciPenandatangan kunci, byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(penandatangan);
        ArgumentNullException.ThrowIfNull(kunci);
        var isi = new Dictionary<string, object>
        {
            [penandatangan.Identitas] = penandatangan.Nilai,
            [kunci.Jenis] = kunci.Rahasia.Buka(),
            ["signatureProperties"] = new[] { new { tampilan = "INVISIBLE", reason = setelan.Alasan, location = setelan.Lokasi ?? "" } },
            ["file"] = new[] { Convert.ToBase64String(pdf) },
        };
        var jawaban = await KirimAsync("api/v2/sign/pdf", isi);
        if (jawaban.Akhir != AkhirPanggilan.TidakTersambung) return jawaban;
        await Task.Delay(JedaUlang);
        return await KirimAsync("api/v2/sign/pdf", isi);
    }

    /// <summary>What the service says of a signed file; asked a second time when no answer came.</summary>
    public async Task<JawabanEsign> PeriksaAsync(byte[] pdf)
    {
        var isi = new Dictionary<string, object> { ["file"] = Convert.ToBase64String(pdf) };
        var jawaban = await KirimAsync("api/v2/verify/pdf", isi);
        return jawaban.Akhir is AkhirPanggilan.TanpaJawaban or AkhirPanggilan.TidakTersambung ? await KirimAsync("api/v2/verify/pdf", isi) : jawaban;
    }

    // No caller's token ends a call: an officer who closes the browser has signed all the same.
    private async Task<JawabanEsign> KirimAsync(string jalur, Dictionary<string, object> isi)
    {
        using var habis = new CancellationTokenSource(setelan.Batas);
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, new Uri(setelan.Alamat!, jalur)) { Content = JsonContent.Create(isi) };
        permintaan.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{setelan.NamaPengguna}:{setelan.Sandi}")));
        try
        {
            using var klien = clients.CreateClient(Klien);
            using var jawaban = await klien.SendAsync(permintaan, habis.Token);
            return Baca((int)jawaban.StatusCode, await jawaban.Content.ReadAsByteArrayAsync(habis.Token));
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new JawabanEsign(AkhirPanggilan.TidakTersambung);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return new JawabanEsign(AkhirPanggilan.TanpaJawaban);
        }
    }

    // Errors come with 200 too: what counts is whether the body says so.
    private static JawabanEsign Baca(int status, byte[] badan)
    {
        JsonElement json;
        try
        {
            json = JsonSerializer.Deserialize<JsonElement>(badan);
        }
        catch (JsonException)
        {
            return new JawabanEsign(AkhirPanggilan.TanpaJawaban, Kode: status);
        }
        if (json.ValueKind != JsonValueKind.Object) return new JawabanEsign(AkhirPanggilan.TanpaJawaban, Kode: status);
        var kode = json.TryGetProperty("status_code", out var k) && k.ValueKind == JsonValueKind.Number && k.TryGetInt32(out var angka) ? angka : status;
        if (json.TryGetProperty("error", out var galat) && galat.ValueKind != JsonValueKind.Null)
        {
            // A server that broke while working may have signed before; what it refused by a code of its own it has not.
            if (status >= 500 && kode == status) return new JawabanEsign(AkhirPanggilan.TanpaJawaban, Kode: kode);
            var salahKunci = kode == KodePassphraseSalah || (galat.ValueKind == JsonValueKind.String && galat.GetString()!.Contains("passphrase", StringComparison.OrdinalIgnoreCase));
            return new JawabanEsign(AkhirPanggilan.Ditolak, Kode: kode, KunciSalah: salahKunci);
        }
        return status switch
        {
            >= 200 and < 300 => new JawabanEsign(AkhirPanggilan.Dijawab, json, kode),
            >= 400 and < 500 => new JawabanEsign(AkhirPanggilan.Ditolak, Kode: kode),
            _ => new JawabanEsign(AkhirPanggilan.TanpaJawaban, Kode: kode),
        };
    }
}
