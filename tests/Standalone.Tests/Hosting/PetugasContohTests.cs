using System.Net;
using System.Net.Http.Headers;
using Dukcapil.Identity.Awal;
using Dukcapil.Standalone.Hosting;
using Xunit;

namespace Dukcapil.Standalone.Tests.Hosting;

/// <summary>The doors of the demonstration: open to this machine, shut as soon as another can knock.</summary>
public sealed class PetugasContohTests
{
    [Fact]
    public async Task Example_officers_and_their_tokens_are_refused_as_soon_as_other_machines_can_reach_it()
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-uji-");
        try
        {
            var data = new DataFolder(folder.FullName);
            var token = new Dictionary<string, string>();
            await using (var host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0"))
            {
                foreach (var (peran, _) in PetugasContoh.Semua) token[peran] = await TokenKlien.UntukAsync(host.Address, data, peran);
                token["klien"] = await TokenKlien.UntukAsync(host.Address, data, TokenKlien.AwalanSistem + "a");
                Assert.Equal(HttpStatusCode.OK, await CobaAsync(host, "/api/v1/tugas", token["LOKET"]));
            }
            await using (var host = await StandaloneHost.StartAsync(data, "http://0.0.0.0:0"))
            {
                Assert.False(host.Asal.HanyaMesinIni);
                var lokal = new Uri($"http://127.0.0.1:{host.Address.Port}");
                foreach (var (peran, _) in PetugasContoh.Semua)
                    await Assert.ThrowsAsync<HttpRequestException>(() => TokenKlien.UntukAsync(lokal, data, peran));
                await Assert.ThrowsAsync<HttpRequestException>(() => TokenKlien.UntukAsync(lokal, data, TokenKlien.AwalanSistem + "a"));
                // Tokens that were given before, for twelve hours, are of another issuer now.
                foreach (var lama in token.Values) Assert.Equal(HttpStatusCode.Unauthorized, await CobaAsync(host, "/api/v1/tugas", lama));
                // The operator is no example.
                Assert.Equal(HttpStatusCode.OK, await CobaAsync(host, "/api/v1/ops/intake/pesan", await TokenKlien.OpsAsync(lokal, data)));
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://127.0.0.1:5080;http://192.0.2.7:5080", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.0.2.7:5080", false)]
    public void Only_loopback_addresses_are_this_machine_alone(string urls, bool hanyaMesinIni) => Assert.Equal(hanyaMesinIni, Asal.Dari(urls).HanyaMesinIni);

    private static async Task<HttpStatusCode> CobaAsync(StandaloneHost host, string jalur, string token)
    {
        using var http = new HttpClient();
        using var permintaan = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{host.Address.Port}{jalur}"));
        permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var jawaban = await http.SendAsync(permintaan);
        return jawaban.StatusCode;
    }
}
