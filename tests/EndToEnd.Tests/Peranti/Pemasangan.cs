using System.Data.Common;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>A complete installation of the system in processes of its own, as an office has it: one origin, one issuer of tokens.</summary>
public abstract class Pemasangan : IAsyncLifetime
{
    private const long BesarBita = 1024 * 1024;

    /// <summary>
    /// Fifty applications at once are polled from one address here; an office has as many addresses. And who is called back is this machine.
    /// </summary>
    protected static readonly IReadOnlyDictionary<string, string?> SetelanUji = new Dictionary<string, string?>
    {
        ["DUKCAPIL_BatasLaju__TanpaToken__PerDetik"] = "5000",
        ["DUKCAPIL_BatasLaju__TanpaToken__Cadangan"] = "5000",
        ["DUKCAPIL_BatasLaju__PerDetik"] = "5000",
        ["DUKCAPIL_BatasLaju__Cadangan"] = "5000",
        ["DUKCAPIL_PanggilanBalik__Jaringan__0"] = "127.0.0.0/8",
        ["DUKCAPIL_PanggilanBalik__BolehHttp"] = "true",
    }.Concat(EsignUji.Setelan("DUKCAPIL_")).ToDictionary();

    private static readonly TimeSpan BatasPermintaan = TimeSpan.FromSeconds(30);
    private HttpClient? klien;

    /// <summary>The one origin.</summary>
    public Uri Alamat => Pintu.BaseAddress;

    /// <summary>Processes that hold state or carry messages: those that a test may kill.</summary>
    public abstract IReadOnlyList<ServiceProcess> Layanan { get; }

    /// <summary>Tokens that this installation accepts.</summary>
    internal KunciToken Token { get; private protected set; } = null!;

    /// <summary>The process that listens at <see cref="Alamat"/>.</summary>
    protected abstract ServiceProcess Pintu { get; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        try
        {
            await MulaiAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        klien?.Dispose();
        await HentikanAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Last lines of all processes, for the message of a failed test.</summary>
    public string KeluaranTerakhir() => string.Join(
        Environment.NewLine,
        Layanan.SelectMany(l => l.RecentOutput.TakeLast(15).Prepend($"--- {l.Name} (selengkapnya: {l.OutputFile})")));

    /// <summary>Sends one request without trying again.</summary>
    internal async Task<Jawaban> KirimAsync(
        HttpMethod metode, string jalur, string? token = null, HttpContent? isi = null, string? kunciIdempotensi = null, TimeSpan? batas = null, string? cocok = null)
    {
        klien ??= new HttpClient { BaseAddress = Alamat, Timeout = Timeout.InfiniteTimeSpan };
        using var permintaan = new HttpRequestMessage(metode, jalur) { Content = isi };
        // As a careful client with a large body: a refusal is read before the body is sent.
        permintaan.Headers.ExpectContinue = isi?.Headers.ContentLength > BesarBita;
        if (token is not null) permintaan.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (kunciIdempotensi is not null) permintaan.Headers.Add("Idempotency-Key", kunciIdempotensi);
        if (cocok is not null) permintaan.Headers.TryAddWithoutValidation("If-Match", cocok);
        using var habis = new CancellationTokenSource(batas ?? BatasPermintaan);
        using var jawaban = await klien.SendAsync(permintaan, habis.Token);
        return new Jawaban(
            (int)jawaban.StatusCode, jawaban.Content.Headers.ContentType?.MediaType, await jawaban.Content.ReadAsStringAsync(habis.Token),
            jawaban.Headers.Location?.OriginalString);
    }

    internal Task<Jawaban> BacaAsync(string jalur, string token) => KirimAsync(HttpMethod.Get, jalur, token);

    internal Task<Jawaban> KirimJsonAsync(string jalur, string token, object isi, string? kunciIdempotensi = null) =>
        KirimAsync(HttpMethod.Post, jalur, token, IsiJson(isi), kunciIdempotensi);

    internal static StringContent IsiJson(object isi) =>
        new(isi as string ?? JsonSerializer.Serialize(isi, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

    /// <summary>Waits until no message is on its way any more, and fails when one is parked.</summary>
    internal async Task TungguPesanHabisAsync(TimeSpan? paling = null)
    {
        var terakhir = "";
        await Tunggu.SampaiAsync(
            "semua pesan sampai dan tidak ada yang galat",
            async () =>
            {
                terakhir = "";
                foreach (var layanan in ServiceNames.All)
                {
                    var pesan = await PesanAsync(layanan);
                    if (pesan != (0, 0, 0)) terakhir += $"{layanan}: outbox {pesan.Outbox}, tertahan {pesan.Tertahan}, galat {pesan.Galat}. ";
                }
                return terakhir.Length == 0;
            },
            paling,
            () => Task.FromResult(terakhir + Environment.NewLine + KeluaranTerakhir()));
    }

    /// <summary>Messages of one service that are not where they should be in the end.</summary>
    internal async Task<(long Outbox, long Tertahan, long Galat)> PesanAsync(string layanan)
    {
        var json = (await BacaAsync($"/api/v1/ops/{layanan}/pesan", TokenUntuk("OPS"))).Harus(200).Json;
        return (json.GetProperty("outbox").GetInt64(), json.GetProperty("tertahan").GetInt64(), json.GetProperty("galat").GetInt64());
    }

    /// <summary>A client that acts as the officer of each role; <c>LOKET/2</c> is a second officer of that role, <c>klien:x</c> a client system.</summary>
    internal KantorKlien Klien() => new(Alamat, peran => Task.FromResult(TokenUntuk(peran)));

    /// <summary>Token of a client system that nobody has seen before.</summary>
    internal string TokenSistemBaru() => TokenUntuk("klien:sistem-" + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>Token of whoever <see cref="Klien"/> means by that name.</summary>
    internal string TokenUntuk(string peran) => peran.StartsWith(TokenKlien.AwalanSistem, StringComparison.Ordinal)
        ? Token.Sistem(peran[TokenKlien.AwalanSistem.Length..])
        : Token.Petugas("petugas-" + peran.Replace('/', '-').ToLowerInvariant(), peran.Split('/')[0]);

    /// <summary>Rows of a service's own database, for what no API shows.</summary>
    /// <param name="layanan">Service.</param>
    /// <param name="sql">One SELECT, without schema.</param>
    internal async Task<IReadOnlyList<string[]>> BacaBarisAsync(string layanan, string sql)
    {
        await using var koneksi = BukaBasisData(layanan);
        await koneksi.OpenAsync();
        await using var perintah = koneksi.CreateCommand();
        perintah.CommandText = sql;
        await using var pembaca = await perintah.ExecuteReaderAsync();
        var baris = new List<string[]>();
        while (await pembaca.ReadAsync())
            baris.Add([.. Enumerable.Range(0, pembaca.FieldCount).Select(i => Convert.ToString(pembaca.GetValue(i), CultureInfo.InvariantCulture)!)]);
        return baris;
    }

    /// <summary>A condition on a column with an id, which SQLite keeps as upper-case text.</summary>
    internal static string SamaDengan(string kolom, Guid id) => $"lower(CAST({kolom} AS text)) = '{id}'";

    /// <summary>Options of <c>-- audit verify</c> for this installation.</summary>
    internal virtual string[] PilihanAudit() => throw new NotSupportedException();

    /// <summary>Starts everything; the origin answers when it returns.</summary>
    private protected abstract Task MulaiAsync();

    /// <summary>An unopened connection to a service's database.</summary>
    private protected abstract DbConnection BukaBasisData(string layanan);

    /// <summary>Ends everything and deletes its data.</summary>
    private protected abstract ValueTask HentikanAsync();
}
