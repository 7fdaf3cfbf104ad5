using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.TestServers;

namespace Dukcapil.EndToEnd.Tests.Gangguan;

/// <summary>A distributed installation with a database server and a broker of its own, which may be taken away.</summary>
public sealed class PemasanganSendiri : IAsyncLifetime
{
    private readonly PeladenBersama peladen = new();

    /// <summary>The installation.</summary>
    public TerdistribusiPemasangan Pemasangan { get; private set; } = null!;

    /// <summary>Its database server.</summary>
    public PostgresServer Postgres { get; private set; } = null!;

    /// <summary>Its broker.</summary>
    public RabbitServer Rabbit { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Pemasangan = new TerdistribusiPemasangan(peladen);
        await Pemasangan.InitializeAsync();
        (Postgres, Rabbit) = (await peladen.Postgres, await peladen.Rabbit);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Pemasangan is not null) await Pemasangan.DisposeAsync();
        await peladen.DisposeAsync();
    }
}
