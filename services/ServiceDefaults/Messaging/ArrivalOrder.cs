namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Messages of one sender about one application that this process has in hand at the same time: each waits for those before it. The broker gives them in
/// order, but to several threads at once; without this a later one may overtake, and would have to be held and sent through the queue again.
/// </summary>
internal sealed class ArrivalOrder
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Sender, Guid Stream), List<Place>> inHand = [];

    /// <summary>Takes a place; it is left by disposing it.</summary>
    public Place Enter(IncomingMessage incoming)
    {
        var place = new Place(this, (incoming.Sender, incoming.Message.PermohonanId), incoming.Sequence);
        lock (gate)
        {
            if (!inHand.TryGetValue(place.Stream, out var places)) inHand.Add(place.Stream, places = []);
            places.Add(place);
        }
        return place;
    }

    private Place? Before(Place place)
    {
        lock (gate) return inHand[place.Stream].Where(p => p.Sequence < place.Sequence).MaxBy(p => p.Sequence);
    }

    private void Leave(Place place)
    {
        lock (gate)
        {
            var places = inHand[place.Stream];
            places.Remove(place);
            if (places.Count == 0) inHand.Remove(place.Stream);
        }
        place.Left.SetResult();
    }

    /// <summary>The place of one message.</summary>
    public sealed class Place(ArrivalOrder order, (string Sender, Guid Stream) stream, long sequence) : IDisposable
    {
        public (string Sender, Guid Stream) Stream => stream;

        public long Sequence => sequence;

        public TaskCompletionSource Left { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Waits until none before it is in hand; whether it had to.</summary>
        public async Task<bool> MyTurnAsync(CancellationToken cancellationToken)
        {
            var waited = false;
            for (; order.Before(this) is { } before; waited = true) await before.Left.Task.WaitAsync(cancellationToken);
            return waited;
        }

        public void Dispose() => order.Leave(this);
    }
}
