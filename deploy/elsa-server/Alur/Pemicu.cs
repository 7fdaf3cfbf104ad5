namespace Dukcapil.ElsaServer.Alur;

/// <summary>Wakes the workers of this process after a commit that left them something; other replicas find it at their next look.</summary>
internal sealed class Pemicu : IDisposable
{
    private const int Terbanyak = 64;
    private readonly SemaphoreSlim ada = new(0);

    public void Bangunkan()
    {
        if (ada.CurrentCount < Terbanyak) ada.Release();
    }

    /// <summary>Returns when woken, or when the time is up.</summary>
    public Task TungguAsync(TimeSpan paling, CancellationToken cancellationToken) => ada.WaitAsync(paling, cancellationToken);

    public void Dispose() => ada.Dispose();
}
