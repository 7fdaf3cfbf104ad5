namespace Dukcapil.Identity.Tests.Peranti;

/// <summary>One issuer for the tests of a class.</summary>
public sealed class PenerbitBersama : IAsyncLifetime
{
    internal Penerbit Penerbit { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Penerbit = await Penerbit.MulaiAsync();

    public ValueTask DisposeAsync() => Penerbit.DisposeAsync();
}
