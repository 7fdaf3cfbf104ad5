namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>Messages that were parked: their own fault, or a consumer that crashed on them again and again.</summary>
public interface IErrorQueue
{
    /// <summary>How many are parked.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);

    /// <summary>Sends all of them on their way again, with their own ids and numbers. Returns how many.</summary>
    Task<int> ReplayAsync(CancellationToken cancellationToken);
}
