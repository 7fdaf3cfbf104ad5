using System.Globalization;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Bencana;

/// <summary>
/// Processes die without a word while applications are on their way. Afterwards every application is finished exactly once, and the books, the
/// history and all services say so.
/// </summary>
public abstract class TahanBencana(Pemasangan pemasangan, ITestOutputHelper keluaran)
{
    private static readonly TimeSpan BatasReda = TimeSpan.FromSeconds(60);

    /// <summary>Where the executor keeps what has ended.</summary>
    private protected virtual (string Tabel, string Kolom) Berakhir => ("finished_instance", "permohonan_id");

    private protected async Task SemuaSelesaiTepatSekaliAsync(int permohonan, IReadOnlyList<Func<Random, Task>> bencana)
    {
        // Another seed is another order of returns and deaths; the one of a failed run repeats it.
        var bibit = Environment.GetEnvironmentVariable("DUKCAPIL_BIBIT") is { Length: > 0 } diberi
            ? int.Parse(diberi, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        keluaran.WriteLine($"DUKCAPIL_BIBIT={bibit}");
        using var berjalan = new BencanaBerjalan(pemasangan, permohonan, bibit);
        await berjalan.JalankanAsync(bencana);

        await pemasangan.TungguPesanHabisAsync(BatasReda);
        foreach (var berkas in berjalan.Berkas) await berkas.RiwayatHarusYangDitempuhAsync();
        var id = berjalan.Berkas.Select(b => b.Id.ToString()).Order(StringComparer.Ordinal).ToList();
        await SatuBarisPerPermohonanAsync("intake", "permohonan", "id", id);
        await SatuBarisPerPermohonanAsync("intake", "buku_register", "permohonan_id", id);
        await SatuBarisPerPermohonanAsync("approval", "tanda_tangan", "permohonan_id", id);
        await SatuBarisPerPermohonanAsync("registry", "buku_agenda", "permohonan_id", id);
        await SatuBarisPerPermohonanAsync("registry", "penyerahan", "permohonan_id", id);
        await SatuBarisPerPermohonanAsync("workflow", Berakhir.Tabel, Berakhir.Kolom, id);
        await TanpaCelahAsync("intake", "buku_register", permohonan);
        await TanpaCelahAsync("registry", "buku_agenda", permohonan);
        await pemasangan.HarusSepakatAsync([.. berjalan.Berkas.Select(b => b.Id)]);
    }

    /// <summary>SIGKILL, and a new life at once, as an orchestrator gives it.</summary>
    private protected async Task BunuhAsync(ServiceProcess proses)
    {
        Catat($"kill -9 {proses.Name}");
        await proses.KillAsync();
        await proses.StartAsync();
    }

    private protected void Catat(string kejadian) => keluaran.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {kejadian}");

    private async Task SatuBarisPerPermohonanAsync(string layanan, string tabel, string kolom, IReadOnlyList<string> permohonan)
    {
        var baris = await pemasangan.BacaBarisAsync(layanan, $"SELECT lower(CAST({kolom} AS text)) FROM {tabel}");
        Assert.Equal(permohonan, baris.Select(b => b[0]).Order(StringComparer.Ordinal));
    }

    // Nobody withdrew, so every number belongs to an application: 1, 2, 3 … without a gap, and none void.
    private async Task TanpaCelahAsync(string layanan, string buku, int sampai)
    {
        var batal = layanan == "intake" ? "dibatalkan_pada" : "batal_pada";
        var nomor = await pemasangan.BacaBarisAsync(layanan, $"SELECT urut FROM {buku} WHERE {batal} IS NULL ORDER BY urut");
        Assert.Equal(Enumerable.Range(1, sampai).Select(n => n.ToString(CultureInfo.InvariantCulture)), nomor.Select(b => b[0]));
    }
}

/// <inheritdoc/>
public sealed class TahanBencanaStandalone(StandalonePemasangan pemasangan, ITestOutputHelper keluaran)
    : TahanBencana(pemasangan, keluaran), IClassFixture<StandalonePemasangan>
{
    private const int Permohonan = 20, Kematian = 6;

    [Fact]
    public Task Twenty_applications_survive_six_deaths_of_the_process() => SemuaSelesaiTepatSekaliAsync(
        Permohonan, [.. Enumerable.Repeat<Func<Random, Task>>(_ => BunuhAsync(pemasangan.Layanan[0]), Kematian)]);
}

/// <inheritdoc/>
public sealed class TahanBencanaTerdistribusi(TerdistribusiPemasangan pemasangan, ITestOutputHelper keluaran)
    : TahanBencana(pemasangan, keluaran), IClassFixture<TerdistribusiPemasangan>
{
    private const int Permohonan = 50, Kematian = 20;

    [Fact]
    public async Task Fifty_applications_survive_twenty_deaths_of_services_and_a_restart_of_the_broker()
    {
        var broker = await pemasangan.Rabbit;
        Assert.SkipUnless(broker.CanStop, $"{RabbitServer.Variable} names a broker that this test may not restart.");
        Func<Random, Task> kematian = acak => BunuhAsync(pemasangan.Layanan[acak.Next(pemasangan.Layanan.Count)]);
        List<Func<Random, Task>> bencana = [.. Enumerable.Repeat(kematian, Kematian)];
        bencana.Insert(Kematian / 2, async _ =>
        {
            Catat("broker restarts");
            await broker.RestartAsync();
        });
        await SemuaSelesaiTepatSekaliAsync(Permohonan, bencana);
    }
}

/// <summary>Elsa commits in several transactions; what a death tears there must be found and mended by what is around it.</summary>
public sealed class TahanBencanaElsa(ElsaPemasangan pemasangan, ITestOutputHelper keluaran)
    : TahanBencana(pemasangan.Harus(), keluaran), IClassFixture<ElsaPemasangan>
{
    private const int Permohonan = 16, Kematian = 8;

    private protected override (string Tabel, string Kolom) Berakhir => ("permohonan", "id");

    [Fact]
    public async Task Sixteen_applications_survive_eight_deaths_of_Elsa_Server_in_the_middle_of_their_steps()
    {
        await SemuaSelesaiTepatSekaliAsync(Permohonan, [.. Enumerable.Repeat<Func<Random, Task>>(_ => BunuhAsync(pemasangan.Elsa), Kematian)]);
        Assert.Empty(await pemasangan.BacaBarisAsync("workflow", "SELECT id, insiden FROM permohonan WHERE insiden IS NOT NULL OR berakhir_pada IS NULL"));
        Assert.Empty(await pemasangan.BacaBarisAsync("workflow", "SELECT id FROM perintah"));
    }
}
