using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Benchmarks.Engine;
using Dukcapil.Intake;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Messaging.InProcess;
using Dukcapil.TestServers;
using Dukcapil.TestServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Dukcapil.Benchmarks.Intake;

/// <summary>
/// Filing over HTTP: the whole request (token, strict JSON, validation, idempotency, one commit) beside a bare endpoint that inserts one row on the same
/// stack; and 1,000 applications in one bulk call.
/// </summary>
internal static class IntakeBenchmark
{
    private const int PerTingkat = 4_000, Massal = 1_000, UlangMassal = 5;
    private const string Isi = """{ "jenis": "KK_BARU_KELUARGA_BARU", "pemohon": { "nama": "AHMAD CONTOH", "telepon": "0800-000-001" } }""";

    public static async Task<int> RunAsync()
    {
        await using var server = await PostgresServer.CreateAsync();
        await PgBench.PrintAsync(server);
        var connection = await server.CreateDatabaseAsync("intake");
        using var kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var app = Bangun(connection, kunci);
        await app.StartAsync();
        await using var telanjang = await TelanjangAsync(connection);
        await using var database = new BenchDatabase(connection);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Kunci.Token(kunci, "loket-bench", TimeSpan.FromHours(2), "LOKET")) } };
        var (ajukan, satuBaris) = (new Uri(app.Urls.First() + "/api/v1/permohonan"), new Uri(telanjang.Urls.First()));
        await SerentakAsync(http, ajukan, 16, PerTingkat);
        await SerentakAsync(http, satuBaris, 16, PerTingkat);

        Console.WriteLine("                        callers    requests/s   p50 ms   p99 ms  ms CPU (client / server)  KB allocated  commits  WAL bytes    per request");
        foreach (var pemanggil in (int[])[1, 4, 16, 64])
        {
            foreach (var (nama, tujuan) in ((string, Uri)[])[("one row, bare", satuBaris), ("file an application", ajukan)])
            {
                var biaya = await Cost.BeginAsync(database);
                biaya.Continue();
                var waktu = await SerentakAsync(http, tujuan, pemanggil, PerTingkat);
                biaya.Pause();
                Console.WriteLine($"{nama,-22} {pemanggil,8} {await biaya.EndAsync(waktu)}");
            }
        }
        await MassalAsync(http, new Uri(ajukan + "/massal"));
        return 0;
    }

    private static async Task<List<double>> SerentakAsync(HttpClient http, Uri tujuan, int pemanggil, int banyak)
    {
        var (antre, waktu) = (0, Enumerable.Range(0, pemanggil).Select(_ => new List<double>()).ToArray());
        await Task.WhenAll(waktu.Select(milik => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref antre) <= banyak)
            {
                var mulai = Stopwatch.GetTimestamp();
                using var permintaan = new HttpRequestMessage(HttpMethod.Post, tujuan) { Content = new StringContent(Isi, Encoding.UTF8, "application/json") };
                permintaan.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                using var jawaban = await http.SendAsync(permintaan);
                if (jawaban.StatusCode is not (System.Net.HttpStatusCode.Created or System.Net.HttpStatusCode.NoContent))
                    throw new InvalidOperationException($"{(int)jawaban.StatusCode}: {await jawaban.Content.ReadAsStringAsync()}");
                milik.Add(Stopwatch.GetElapsedTime(mulai).TotalMilliseconds);
            }
        })));
        return [.. waktu.SelectMany(w => w)];
    }

    private static async Task MassalAsync(HttpClient http, Uri tujuan)
    {
        for (var i = 0; i < UlangMassal; i++)
        {
            var baris = string.Join('\n', Enumerable.Range(0, Massal).Select(n => $$"""{ "kunci": "{{Guid.NewGuid():N}}", "permohonan": {{Isi}} }"""));
            using var isi = new StringContent(baris, Encoding.UTF8);
            isi.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            GC.Collect();
            var (hidup, dialokasi, mulai) = (GC.GetTotalMemory(false), GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
            using var jawaban = await http.PostAsync(tujuan, isi);
            var hasil = (await jawaban.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var lama = Stopwatch.GetElapsedTime(mulai);
            var terima = hasil.Count(h => JsonElement.Parse(h).GetProperty("status").GetInt32() == 201);
            var alokasi = GC.GetTotalAllocatedBytes() - dialokasi;
            GC.Collect();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"bulk, {terima:N0} of {Massal:N0} filed: {lama.TotalMilliseconds,8:N0} ms, {alokasi / 1024.0 / Massal,6:N1} KB allocated a line, {(GC.GetTotalMemory(false) - hidup) / 1024.0 / 1024,6:N1} MB kept after"));
        }
    }

    private static WebApplication Bangun(string connection, ECDsa kunci)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["ConnectionStrings:Database"] = connection,
            ["Auth:Issuer"] = Kunci.Issuer,
            ["Auth:Audience"] = Kunci.Audience,
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Files:Path"] = Path.GetTempPath(),
            ["BatasLaju:PerDetik"] = "1000000",
            ["BatasLaju:Cadangan"] = "1000000",
            ["Kantor:Kode"] = "9901",
            ["Kantor:Nama"] = "DINAS CONTOH",
            ["Kantor:Wilayah"] = "99.01",
            ["Kantor:Zona"] = "Asia/Jakarta",
        });
        builder.Services.AddSingleton(new InProcessBus());
        builder.Services.AddSingleton<ITransport, Diterima>();
        var penerbit = new OpenIdConnectConfiguration { Issuer = Kunci.Issuer };
        penerbit.SigningKeys.Add(new ECDsaSecurityKey(kunci));
        builder.Services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(new StaticConfigurationManager<OpenIdConnectConfiguration>(penerbit));
        return IntakeService.Build(builder);
    }

    // The same server and driver, nothing else: what one row costs at least.
    private static async Task<WebApplication> TelanjangAsync(string connection)
    {
        var source = NpgsqlDataSource.Create(connection);
        await using (var buat = source.CreateCommand("CREATE TABLE public.satu_baris (id uuid PRIMARY KEY, isi text)")) await buat.ExecuteNonQueryAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            await using var sisip = source.CreateCommand("INSERT INTO public.satu_baris VALUES ($1, $2)");
            sisip.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
            sisip.Parameters.Add(new NpgsqlParameter<string> { TypedValue = await reader.ReadToEndAsync() });
            await sisip.ExecuteNonQueryAsync();
            return Results.NoContent();
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>A receiver that takes everything: what the broker costs is not filing.</summary>
    private sealed class Diterima : ITransport
    {
        public bool CountsAttemptsBeforehand => false;

        public Task CarryAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
