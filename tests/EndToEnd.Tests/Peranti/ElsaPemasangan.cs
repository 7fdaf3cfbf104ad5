using System.Security.Cryptography;
using Dukcapil.Contracts;
using Dukcapil.TestServers;
using Npgsql;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>
/// The distributed installation with Elsa Server (<c>deploy/elsa-server</c>) in the place of the Workflow service, with a database of its own as
/// <c>basis-data.sql</c> makes it. Its packages are not on every feed: without them nothing is started and its tests are skipped.
/// Its officers may log in, for those who open Studio in front of it.
/// </summary>
public sealed class ElsaPemasangan : TerdistribusiPemasangan
{
    // Set by ./test --elsa FOLDER, which builds the host.
    private static readonly string? ProgramElsa = Environment.GetEnvironmentVariable("DUKCAPIL_TEST_ELSA");

    /// <param name="peladen">Database server and broker.</param>
    public ElsaPemasangan(PeladenBersama peladen)
        : base(peladen) => Tambahan = new Dictionary<string, string?>
        {
            ["Identity__PetugasContoh"] = "true",
            ["Identity__SandiContoh"] = SandiContoh,
            ["Identity__Klien__studio__Nama"] = "Perancang alur",
            ["Identity__Klien__studio__AlamatKembali"] = new Uri(Asal, "/studio/masuk").AbsoluteUri,
        };

    /// <summary>Password of the example officers.</summary>
    internal string SandiContoh { get; } = RandomNumberGenerator.GetHexString(16);

    /// <summary>The process of Elsa Server.</summary>
    public ServiceProcess Elsa => Layanan.Single(l => l.Name.Contains("Elsa", StringComparison.Ordinal));

    /// <summary>Elsa Server's own database, as its owner sees it.</summary>
    internal string BasisDataElsa { get; private set; } = "";

    /// <summary>This installation; ends the calling test as skipped where there is none.</summary>
    public ElsaPemasangan Harus()
    {
        Assert.SkipWhen(ProgramElsa is null, "Elsa Server is not built: ./test --elsa FOLDER, a folder with the packages of Elsa 3.7.");
        return this;
    }

    /// <summary>Keeps Elsa Server's database as it is at this moment; it is stopped meanwhile.</summary>
    internal async Task SimpanBasisDataAsync()
    {
        var nama = await HentikanElsaAsync();
        await JalankanAsync($"CREATE DATABASE {nama}_lama TEMPLATE {nama}");
        await Elsa.StartAsync();
    }

    /// <summary>Sets that database alone back to the moment that was kept, as a restore of it without the others does.</summary>
    internal async Task KembalikanBasisDataAsync()
    {
        var nama = await HentikanElsaAsync();
        await JalankanAsync($"DROP DATABASE {nama} WITH (FORCE)");
        await JalankanAsync($"ALTER DATABASE {nama}_lama RENAME TO {nama}");
        await Elsa.StartAsync();
    }

    /// <summary>Waits until Elsa Server tells an incident of this application.</summary>
    internal Task TungguInsidenAsync(Guid permohonan, string kode) => Tunggu.SampaiAsync(
        $"insiden {kode} permohonan {permohonan}",
        async () => (await BacaInsidenAsync()).Json.EnumerateArray().Any(i => i.GetProperty("permohonanId").GetGuid() == permohonan && i.GetProperty("kode").GetString() == kode),
        keadaan: () => Task.FromResult(KeluaranTerakhir()));

    /// <summary>All incidents that it tells.</summary>
    internal async Task<Jawaban> BacaInsidenAsync() => (await BacaAsync("/api/v1/ops/workflow/insiden", TokenUntuk("OPS"))).Harus(200);

    private protected override string ProgramDari(string nama) => nama == ServiceNames.Workflow ? ProgramElsa! : base.ProgramDari(nama);

    private protected override IEnumerable<string> SkemaLain(string nama) => nama == ServiceNames.Workflow ? ["elsa"] : [];

    private protected override async Task<string> BasisDataAsync(string nama) =>
        nama == ServiceNames.Workflow ? BasisDataElsa = await (await Postgres).CreateDatabaseAsync("e2e_elsa") : await base.BasisDataAsync(nama);

    private protected override Task MulaiAsync() => ProgramElsa is null ? Task.CompletedTask : base.MulaiAsync();

    // Nobody may be connected to a database that is copied or renamed.
    private async Task<string> HentikanElsaAsync()
    {
        await Elsa.StopAsync();
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(BasisDataElsa).Database!;
    }

    private async Task JalankanAsync(string sql)
    {
        await using var koneksi = new NpgsqlConnection((await Postgres).AdminConnectionString);
        await koneksi.OpenAsync();
        await using var perintah = new NpgsqlCommand(sql, koneksi);
        await perintah.ExecuteNonQueryAsync();
    }
}
