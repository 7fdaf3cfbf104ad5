using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Dukcapil.Contracts;
using Dukcapil.EndToEnd.Tests.Pengawasan;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;

namespace Dukcapil.EndToEnd.Tests.Privasi;

/// <summary>Everything an installation leaves behind, in one place to search: telemetry, logs, messages, tables, file names.</summary>
public sealed partial class Jaring : IAsyncDisposable
{
    private readonly WebApplication kolektor;
    private readonly string alamat = $"http://127.0.0.1:{FreePort.Next()}";
    private readonly ConcurrentQueue<byte[]> telemetri = new();
    private readonly ConcurrentQueue<SpanOtlp> spans = new();
    private IConnection? broker;
    private IChannel? kanal;
    private string antrean = "";

    /// <summary>Builds the collector without starting it.</summary>
    public Jaring()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        kolektor = builder.Build();
        kolektor.Urls.Add(alamat);
        // OTLP over HTTP: protobuf keeps strings as they are.
        kolektor.MapPost("/{**jalur}", async (HttpRequest permintaan) =>
        {
            using var isi = new MemoryStream();
            await permintaan.Body.CopyToAsync(isi);
            telemetri.Enqueue(isi.ToArray());
            if (permintaan.Path.StartsWithSegments("/v1/traces"))
                foreach (var span in SpanOtlp.Baca(isi.ToArray())) spans.Enqueue(span);
            return Results.Ok();
        });
    }

    /// <summary>Settings that make a service tell all it knows to this collector and to its log.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> MulaiAsync()
    {
        await kolektor.StartAsync();
        return new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = alamat,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
            ["Logging__LogLevel__Default"] = "Debug",
            // Narrower than the categories that the services keep quiet.
            ["Logging__LogLevel__Microsoft.EntityFrameworkCore.Database"] = "Debug",
            ["Logging__LogLevel__Microsoft.EntityFrameworkCore.Update"] = "Debug",
            ["Logging__LogLevel__Microsoft.EntityFrameworkCore.Query"] = "Debug",
            ["Logging__LogLevel__Microsoft.AspNetCore.Hosting"] = "Debug",
            ["Logging__LogLevel__Microsoft.AspNetCore.Routing"] = "Debug",
            ["Logging__LogLevel__Microsoft.AspNetCore.Http"] = "Debug",
            ["Logging__LogLevel__MassTransit.Messages"] = "Debug",
            ["Logging__LogLevel__Npgsql"] = "Debug",
        };
    }

    /// <summary>All spans so far.</summary>
    internal IReadOnlyList<SpanOtlp> Spans => [.. spans];

    /// <summary>Copies of every message from now on.</summary>
    public async Task SadapAsync(Uri jaringan)
    {
        broker = await new ConnectionFactory { Uri = jaringan }.CreateConnectionAsync();
        kanal = await broker.CreateChannelAsync();
        antrean = (await kanal.QueueDeclareAsync("uji-sadapan", durable: true, exclusive: false, autoDelete: false)).QueueName;
        foreach (var layanan in ServiceNames.All)
        {
            // As the service declares it; whoever comes first.
            await kanal.ExchangeDeclareAsync("dukcapil." + layanan, ExchangeType.Fanout, durable: true, autoDelete: false);
            await kanal.QueueBindAsync(antrean, "dukcapil." + layanan, "");
        }
    }

    /// <summary>What has arrived, in words.</summary>
    public string Keadaan => $"{telemetri.Count} kiriman telemetri di {alamat}, {telemetri.Sum(b => b.Length)} bita, dengan permohonan.id {Dengan("permohonan.id")}, dengan lama permintaan {Dengan("http.server.request.duration")}, dengan url {Dengan("url.path")}";

    private int Dengan(string teks) => telemetri.Count(b => Encoding.Latin1.GetString(b).Contains(teks, StringComparison.Ordinal));

    /// <summary>Whether traces and metrics have arrived.</summary>
    public bool AdaTelemetri => Dengan("permohonan.id") > 0 && Dengan("http.server.request.duration") > 0;

    /// <summary>Places where a marked number stands in clear.</summary>
    public async Task<IReadOnlyList<string>> CariAsync(TerdistribusiPemasangan pemasangan)
    {
        var temuan = new List<string>();
        foreach (var bita in telemetri) Periksa("telemetri", Encoding.Latin1.GetString(bita));
        foreach (var layanan in pemasangan.Layanan) Periksa("log " + layanan.Name, await BacaAsync(layanan.OutputFile));
        await PesanAsync(Periksa);
        foreach (var q in await (await pemasangan.Rabbit).ListQueuesAsync(pemasangan.Jaringan)) Periksa("nama antrean", q.Name);
        await TabelAsync(pemasangan.BasisData, Periksa);
        foreach (var berkas in Directory.EnumerateFiles(pemasangan.Folder, "*", SearchOption.AllDirectories)) Periksa("nama berkas", berkas);
        return [.. temuan.Distinct()];

        void Periksa(string tempat, string teks)
        {
            foreach (Match m in Bertanda().Matches(teks))
                temuan.Add($"{tempat}: …{teks[Math.Max(0, m.Index - 60)..Math.Min(teks.Length, m.Index + 20)]}");
        }
    }

    /// <summary>Whether a marked number stands in a text.</summary>
    public static bool Ada(string teks) => Bertanda().IsMatch(teks);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (kanal is not null) await kanal.DisposeAsync();
        if (broker is not null) await broker.DisposeAsync();
        await kolektor.DisposeAsync();
    }

    // Headers and body: what is personal in a body is sealed.
    private async Task PesanAsync(Action<string, string> periksa)
    {
        var banyak = 0;
        for (; await kanal!.BasicGetAsync(antrean, autoAck: true) is { } pesan; banyak++)
        {
            var kepala = pesan.BasicProperties.Headers?.Select(h => $"{h.Key}={(h.Value is byte[] b ? Encoding.UTF8.GetString(b) : h.Value)}") ?? [];
            periksa("kepala pesan", $"{string.Join(' ', kepala)} {pesan.BasicProperties.MessageId} {pesan.BasicProperties.CorrelationId} {pesan.RoutingKey} {pesan.Exchange}");
            periksa("isi pesan", Encoding.UTF8.GetString(pesan.Body.Span));
        }
        PesanTerbaca += banyak;
    }

    /// <summary>Messages seen so far: a net that caught nothing proves nothing.</summary>
    public int PesanTerbaca { get; private set; }

    // Every table of every service, domain tables too: there the numbers are sealed.
    private static async Task TabelAsync(string basisData, Action<string, string> periksa)
    {
        await using var sumber = NpgsqlDataSource.Create(basisData);
        var tabel = new List<string>();
        await using (var daftar = sumber.CreateCommand("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
        await using (var pembaca = await daftar.ExecuteReaderAsync())
            while (await pembaca.ReadAsync()) tabel.Add(pembaca.GetString(0));
        foreach (var t in tabel)
        {
            await using var semua = sumber.CreateCommand($"SELECT t::text FROM {t} t");
            await using var pembaca = await semua.ExecuteReaderAsync();
            while (await pembaca.ReadAsync()) periksa("tabel " + t, pembaca.GetString(0));
        }
    }

    private static async Task<string> BacaAsync(string berkas)
    {
        await using var aliran = new FileStream(berkas, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var pembaca = new StreamReader(aliran);
        return await pembaca.ReadToEndAsync();
    }

    // Those that IsianUji types in: applicant, wife, Nomor KK; and the passphrase that the eSign service of the tests accepts.
    [GeneratedRegex(@"9901010107900001|9901014308920001|990101231126\d{4}|Frasa-Sandi-Uji-7391")]
    private static partial Regex Bertanda();
}
