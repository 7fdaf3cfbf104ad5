using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresBersama))]

namespace Dukcapil.Intake.Tests.Pengajuan;

/// <summary>More callers at once than there are connections to the database: they wait for their turn, and nobody for one another.</summary>
/// <param name="layanan">The service.</param>
public sealed class BanyakSekaligus(LoketSempit layanan) : IClassFixture<LoketSempit>
{
    private const int Pemanggil = 64;

    [Fact]
    public async Task Everybody_who_files_at_once_is_answered_although_each_needs_a_connection()
    {
        var jawaban = await Task.WhenAll(Enumerable.Range(0, Pemanggil).Select(_ => layanan.Loket.KirimJsonAsync("/api/v1/permohonan", LayananLoket.Permohonan())));
        Assert.All(jawaban, j => j.Harus(201));
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
