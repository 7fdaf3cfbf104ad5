using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresBersama))]

namespace Dukcapil.Intake.Tests.Pengajuan;

/// <summary>More callers at once than there are connections to the database: they wait for their turn, and nobody for one another.</summary>
/// <param name="layanan">The service.</param>
public sealed class BanyakSekaligus(LoketSempit layanan) : IClassFixture<LoketSempit>
{
    private const int Pemanggil = 64;

    [Fact]
    public async Task Everybody_who_registers_at_once_gets_a_number_although_each_needs_a_connection()
    {
        var jawaban = await Task.WhenAll(Enumerable.Range(0, Pemanggil).Select(_ => layanan.DaftarkanAsync()));
        Assert.Equal(Pemanggil, jawaban.Select(j => j.GetProperty("nomorRegister").GetString()).Distinct().Count());
    }
}

/// <summary>The service on PostgreSQL, with few connections.</summary>
/// <param name="postgres">The server.</param>
public sealed class LoketSempit(PostgresBersama postgres) : LayananLoket
{
    private const int Koneksi = 8;

    /// <inheritdoc/>
    protected override async Task<Basis> BasisAsync()
    {
        var basis = await postgres.BuatAsync("intake");
        return basis with { ConnectionString = new NpgsqlConnectionStringBuilder(basis.ConnectionString) { MaxPoolSize = Koneksi }.ConnectionString };
    }
}
