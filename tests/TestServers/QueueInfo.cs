using System.Text.Json.Serialization;

namespace Dukcapil.TestServers;

/// <summary>A queue as the broker sees it at this moment.</summary>
/// <param name="Name">Queue name.</param>
/// <param name="Type"><c>classic</c>, <c>quorum</c> or <c>stream</c>; brokers before version 4 may add a module prefix.</param>
/// <param name="Ready">Messages waiting for a consumer.</param>
/// <param name="Unacknowledged">Messages given to a consumer and not yet acknowledged; of a quorum queue as it was up to 5 s ago.</param>
/// <param name="Consumers">Number of consumers.</param>
public sealed record QueueInfo(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("messages_ready")] long Ready,
    [property: JsonPropertyName("messages_unacknowledged")] long Unacknowledged,
    [property: JsonPropertyName("consumers")] int Consumers)
{
    /// <summary>All messages in the queue.</summary>
    [JsonIgnore]
    public long Messages => Ready + Unacknowledged;
}
