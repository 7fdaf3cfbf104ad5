using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.EndToEnd.Tests.Privasi;

namespace Dukcapil.EndToEnd.Tests.Pengawasan;

/// <summary>Tests that share one distributed installation that tells all it knows: traces, metrics, logs at level Debug.</summary>
[CollectionDefinition(Nama)]
public sealed class KumpulanTerawasi : ICollectionFixture<PemasanganTerawasi>
{
    /// <summary>Name of the collection.</summary>
    public const string Nama = "Terawasi";
}

/// <summary>That installation, and what catches it all.</summary>
/// <param name="peladen">PostgreSQL and RabbitMQ.</param>
public sealed class PemasanganTerawasi(PeladenBersama peladen) : IAsyncLifetime
{
    /// <summary>The collector.</summary>
    public Jaring Jaring { get; } = new();

    /// <summary>Settings that are changed while it runs; not there at first.</summary>
    internal string BerkasSetelan { get; } = Path.Combine(Path.GetTempPath(), $"dukcapil-setelan-{Guid.NewGuid():N}.json");

    /// <summary>The installation.</summary>
    public TerdistribusiPemasangan Pemasangan { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var setelan = new Dictionary<string, string?>(await Jaring.MulaiAsync()) { ["Metrik__Prometheus"] = "true", ["Metrik__SetiapDetik"] = "0.5", ["Setelan__Berkas"] = BerkasSetelan };
        Pemasangan = new TerdistribusiPemasangan(peladen) { Tambahan = setelan };
        await Pemasangan.InitializeAsync();
        await Jaring.SadapAsync(Pemasangan.Jaringan);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Pemasangan is not null) await Pemasangan.DisposeAsync();
        await Jaring.DisposeAsync();
        File.Delete(BerkasSetelan);
    }
}
