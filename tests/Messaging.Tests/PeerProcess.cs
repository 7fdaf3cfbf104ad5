using System.Net.Http.Json;
using Dukcapil.Contracts;
using Dukcapil.TestServers;

namespace Dukcapil.Messaging.Tests;

/// <summary>A peer service as a process, and the questions the tests ask it.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly HttpClient client;

    private PeerProcess(ServiceProcess process)
    {
        Process = process;
        client = new HttpClient { BaseAddress = process.BaseAddress, Timeout = TimeSpan.FromSeconds(30) };
    }

    public ServiceProcess Process { get; }

    /// <summary>One service over RabbitMQ and PostgreSQL.</summary>
    public static PeerProcess Distributed(string service, string database, Uri broker, string folder) => new(new ServiceProcess(
        ServiceAssembly.Find("Messaging.Peer"),
        new Dictionary<string, string?>(Common(folder))
        {
            ["PEER_SERVICES"] = service,
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Database"] = database,
            ["ConnectionStrings__Broker"] = broker.ToString(),
        }));

    /// <summary>Sender and receiver in one process on SQLite.</summary>
    public static PeerProcess InOneProcess(string folder) => new(new ServiceProcess(
        ServiceAssembly.Find("Messaging.Peer"),
        new Dictionary<string, string?>(Common(folder))
        {
            // The receiver listens; the sender's endpoints are the same, so one address serves both with a database each.
            ["PEER_SERVICES"] = $"{ServiceNames.Intake},{ServiceNames.Registry}",
            ["PEER_DATA"] = folder,
            ["Database__Provider"] = "Sqlite",
        }));

    public async Task SendAsync(Guid id, string command, int from = 0, int count = 1) =>
        (await client.PostAsync($"/kirim/{id}?perintah={command}&mulai={from}&jumlah={count}", null)).EnsureSuccessStatusCode();

    public Task<List<int>> AppliedAsync(Guid id) => client.GetFromJsonAsync<List<int>>($"/terapan/{id}")!;

    public Task<int> OutboxAsync() => client.GetFromJsonAsync<int>("/outbox");

    public Task<int> HeldAsync() => client.GetFromJsonAsync<int>("/tertahan");

    public Task<int> ErrorsAsync() => client.GetFromJsonAsync<int>("/galat");

    public async Task ReplayAsync() => (await client.PostAsync("/kirim-ulang", null)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Process.DisposeAsync();
    }

    private static Dictionary<string, string?> Common(string folder) => new()
    {
        ["PEER_MENDED"] = Path.Combine(folder, "mended"),
        // Nobody issues tokens here, and no test needs one; so all requests are of one caller without a token.
        ["Auth__Issuer"] = "http://127.0.0.1:9/",
        ["Auth__Audience"] = "test",
        ["BatasLaju__TanpaToken__PerDetik"] = "100000",
        ["BatasLaju__TanpaToken__Cadangan"] = "100000",
        ["Protection__Active"] = "k1",
        ["Protection__Keys__k1"] = Convert.ToBase64String(new byte[32]),
        ["Logging__LogLevel__Default"] = "Warning",
    };
}
