using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Gangguan;

/// <summary>Database or broker are away for a while, or a service is told to stop: what callers are told, and that it goes on by itself.</summary>
/// <param name="sendiri">The installation.</param>
public sealed class TanpaServer(PemasanganSendiri sendiri) : IClassFixture<PemasanganSendiri>
{
    private static readonly TimeSpan Pulih = TimeSpan.FromSeconds(60);
    private readonly TerdistribusiPemasangan pemasangan = sendiri.Pemasangan;

    [Fact]
    public async Task Without_the_database_callers_are_told_when_to_come_back_and_their_repeated_request_counts_once()
    {
        Assert.SkipUnless(sendiri.Postgres.CanStop, "The database server given by the environment may not be stopped.");
        var (loket, kunci) = (pemasangan.TokenUntuk("LOKET"), Guid.NewGuid().ToString());
        await sendiri.Postgres.KillAsync();
        try
        {
            var jawaban = await Tunggu.SampaiAdaAsync("ditolak dengan 503", async () => await KirimAsync(HttpMethod.Post, "/api/v1/permohonan", loket, kunci) is { StatusCode: HttpStatusCode.ServiceUnavailable } j ? j : null);
            Assert.Equal("urn:dukcapil:masalah:sedang-tidak-tersedia", (await IsiAsync(jawaban)).GetProperty("type").GetString());
            Assert.Equal(TimeSpan.FromSeconds(5), jawaban.Headers.RetryAfter?.Delta);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await KirimAsync(HttpMethod.Get, "/api/v1/tugas", loket)).StatusCode);
            foreach (var layanan in pemasangan.Layanan)
            {
                Assert.Equal(HttpStatusCode.OK, (await SehatAsync(layanan, "live")).Status);
                var (status, isi) = await SehatAsync(layanan, "ready");
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (status, isi.GetProperty("periksa").GetProperty("database").GetProperty("status").GetString()));
            }
            // Start order does not matter: one that starts now waits.
            await pemasangan.Layanan[0].KillAsync();
            pemasangan.Layanan[0].Launch();
            await pemasangan.Layanan[0].WaitForOutputAsync("Waiting for the database", Pulih);
        }
        finally
        {
            await sendiri.Postgres.StartAsync();
        }
        foreach (var layanan in pemasangan.Layanan) await layanan.WaitUntilReadyAsync(Pulih);
        var id = (await IsiAsync(await DiterimaAsync(loket, kunci))).GetProperty("id").GetGuid();
        Assert.Equal(id, (await IsiAsync(await DiterimaAsync(loket, kunci))).GetProperty("id").GetGuid());
        await DiAntreanAsync(id);
    }

    [Fact]
    public async Task Without_the_broker_work_goes_on_and_messages_arrive_when_it_is_back()
    {
        Assert.SkipUnless(sendiri.Rabbit.CanStop, "The broker given by the environment may not be stopped.");
        var loket = pemasangan.TokenUntuk("LOKET");
        Guid id;
        await sendiri.Rabbit.StopAsync();
        try
        {
            foreach (var layanan in pemasangan.Layanan)
            {
                await Tunggu.SampaiAsync(
                    $"{layanan.Name} tahu bahwa perantara pesan tidak ada",
                    async () => await SehatAsync(layanan, "ready") is (HttpStatusCode.OK, { } isi) && isi.GetProperty("status").GetString() == "Degraded", Pulih);
            }
            id = (await IsiAsync(await DiterimaAsync(loket, Guid.NewGuid().ToString()))).GetProperty("id").GetGuid();
            // One that is restarted meanwhile takes up its work without the broker, too.
            await pemasangan.Layanan[0].KillAsync();
            await pemasangan.Layanan[0].StartAsync(Pulih);
            Assert.NotEqual("0", (await pemasangan.BacaBarisAsync("intake", "SELECT count(*) FROM outbox"))[0][0]);
            using var pesan = await KirimAsync(HttpMethod.Get, "/api/v1/ops/intake/pesan", pemasangan.TokenUntuk("OPS"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "urn:dukcapil:masalah:perantara-pesan-tidak-terjangkau"), (pesan.StatusCode, (await IsiAsync(pesan)).GetProperty("type").GetString()));
        }
        finally
        {
            await sendiri.Rabbit.StartAsync();
        }
        await DiAntreanAsync(id);
        await pemasangan.TungguPesanHabisAsync(Pulih);
    }

    [Fact]
    public async Task A_request_that_is_being_received_when_a_service_is_told_to_stop_is_still_answered()
    {
        var intake = pemasangan.Layanan[0];
        var (kunci, isi) = (Guid.NewGuid().ToString(), new IsiTerbelah(IsianUji.Permohonan().ToJsonString()));
        using var klien = intake.CreateClient();
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, "/api/v1/permohonan") { Content = isi };
        permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", pemasangan.TokenUntuk("LOKET"));
        permintaan.Headers.Add("Idempotency-Key", kunci);
        // The body begins when the service has asked for it: a connection that it had not accepted yet would be reset, and no request be received.
        permintaan.Headers.ExpectContinue = true;
#pragma warning disable CA2025 // It is awaited below; should a step between fail, the test ends with it.
        var menunggu = klien.SendAsync(permintaan);
#pragma warning restore CA2025
        await isi.Separuh;
        var berhenti = intake.StopAsync();
        await Tunggu.SampaiAsync("tidak menerima sambungan baru", async () => await DitolakAsync(intake), Pulih);
        isi.Lanjutkan();
        var jawaban = await menunggu;
        Assert.Equal(HttpStatusCode.Created, jawaban.StatusCode);
        Assert.Equal(0, await berhenti);
        await intake.StartAsync();
        await DiAntreanAsync((await IsiAsync(jawaban)).GetProperty("id").GetGuid());
    }

    private static async Task<bool> DitolakAsync(ServiceProcess layanan)
    {
        using var klien = layanan.CreateClient();
        try
        {
            using var _ = await klien.GetAsync(new Uri("/health/live", UriKind.Relative));
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private async Task<HttpResponseMessage> DiterimaAsync(string token, string kunci) => await Tunggu.SampaiAdaAsync(
        "permohonan diterima",
        async () => await KirimAsync(HttpMethod.Post, "/api/v1/permohonan", token, kunci) is { StatusCode: HttpStatusCode.Created } j ? j : null, Pulih);

    private Task DiAntreanAsync(Guid id) => Tunggu.SampaiAsync(
        "permohonan ada di antrean Loket",
        async () => await KirimAsync(HttpMethod.Get, $"/api/v1/tugas?permohonanId={id}", pemasangan.TokenUntuk("LOKET")) is { StatusCode: HttpStatusCode.OK } j
            && (await IsiAsync(j)).GetProperty("tugas").GetArrayLength() == 1, Pulih);

    private async Task<HttpResponseMessage> KirimAsync(HttpMethod metode, string jalur, string token, string? kunci = null)
    {
        using var klien = new HttpClient { BaseAddress = pemasangan.Alamat };
        using var permintaan = new HttpRequestMessage(metode, jalur) { Content = kunci is null ? null : Pemasangan.IsiJson(IsianUji.Permohonan()) };
        permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (kunci is not null) permintaan.Headers.Add("Idempotency-Key", kunci);
        return await klien.SendAsync(permintaan);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Isi)> SehatAsync(ServiceProcess layanan, string apa)
    {
        using var klien = layanan.CreateClient();
        using var jawaban = await klien.GetAsync(new Uri("/health/" + apa, UriKind.Relative));
        return (jawaban.StatusCode, apa == "ready" ? await IsiAsync(jawaban) : default);
    }

    private static async Task<JsonElement> IsiAsync(HttpResponseMessage jawaban) => JsonDocument.Parse(await jawaban.Content.ReadAsStringAsync()).RootElement;
}
