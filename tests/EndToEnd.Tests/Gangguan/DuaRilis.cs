using Dukcapil.Contracts;
using Dukcapil.EndToEnd.Tests.Bencana;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Gangguan;

/// <summary>A rolling update: the release before and this one work side by side on one database and one broker.</summary>
/// <param name="peladen">PostgreSQL and RabbitMQ.</param>
/// <param name="keluaran">Output of the test.</param>
public sealed class DuaRilis(PeladenBersama peladen, ITestOutputHelper keluaran)
{
    private const string Variabel = "DUKCAPIL_TEST_RILIS";
    private const int Permohonan = 30;

    [Fact]
    public async Task Applications_go_on_while_every_service_is_replaced_by_this_release()
    {
        var rilis = Environment.GetEnvironmentVariable(Variabel);
        Assert.SkipWhen(string.IsNullOrEmpty(rilis), $"{Variabel} names no folder with the release before; ./test --rilis COMMIT builds one.");
        var pemasangan = new TerdistribusiPemasangan(peladen) { Rilis = rilis };
        await using var _ = pemasangan;
        await pemasangan.InitializeAsync();
        using var berjalan = new BencanaBerjalan(pemasangan, Permohonan, Random.Shared.Next());
        await berjalan.JalankanAsync([.. ServiceNames.WithApi.Select(nama => (Func<Random, Task>)(_ =>
        {
            keluaran.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {nama}");
            return pemasangan.PerbaruiAsync(nama);
        }))]);
        await pemasangan.TungguPesanHabisAsync(TimeSpan.FromSeconds(60));
        foreach (var berkas in berjalan.Berkas) await berkas.RiwayatHarusYangDitempuhAsync();
        await pemasangan.HarusSepakatAsync([.. berjalan.Berkas.Select(b => b.Id)]);
    }
}
