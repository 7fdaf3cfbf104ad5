namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>
/// Lets work that comes at the same time share one transaction. Whoever comes first starts at once; what comes while transactions run waits and
/// goes together. So a single caller waits for nobody, and a thousand cost few commits.
/// </summary>
/// <typeparam name="T">A piece of work.</typeparam>
/// <typeparam name="TResult">What becomes of it.</typeparam>
/// <param name="largest">Pieces in one transaction at most.</param>
/// <param name="transactions">Transactions at the same time at most: while one waits for the disk, the next is being prepared.</param>
/// <param name="keyOf">Pieces with one key neither share a transaction nor run in two at the same time.</param>
/// <param name="run">Runs one transaction; answers in the order given.</param>
internal sealed class GroupCommit<T, TResult>(int largest, int transactions, Func<T, Guid> keyOf, Func<IReadOnlyList<T>, Task<IReadOnlyList<TResult>>> run)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(T Item, TaskCompletionSource<TResult> Done)> waiting = new();
    private readonly HashSet<Guid> busy = [];
    private int running;

    /// <summary>Returns when the piece's transaction has ended.</summary>
    public Task<TResult> RunAsync(T item)
    {
        var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.AddLast((item, done));
            if (running == transactions) return done.Task;
            running++;
        }
        _ = Task.Run(WorkAsync);
        return done.Task;
    }

    private async Task WorkAsync()
    {
        while (Take() is { } group)
        {
            try
            {
                var results = await run([.. group.Select(g => g.Item)]);
                for (var i = 0; i < group.Count; i++) group[i].Done.SetResult(results[i]);
            }
            catch (Exception e)
            {
                // Each caller gets it; nothing is left waiting.
                foreach (var (_, done) in group) done.TrySetException(e);
            }
            lock (gate) busy.ExceptWith(group.Select(g => keyOf(g.Item)));
        }
    }

    private List<(T Item, TaskCompletionSource<TResult> Done)>? Take()
    {
        lock (gate)
        {
            var group = new List<(T Item, TaskCompletionSource<TResult> Done)>();
            for (var node = waiting.First; node is not null && group.Count < largest;)
            {
                var next = node.Next;
                if (busy.Add(keyOf(node.Value.Item)))
                {
                    group.Add(node.Value);
                    waiting.Remove(node);
                }
                node = next;
            }
            // What is left waits for a piece of its own key, and goes with whoever runs that.
            if (group.Count > 0) return group;
            running--;
            return null;
        }
    }
}
