using System.Collections.Concurrent;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// What was made of a partition that is read with every request and seldom changes. The partition's head is read each time, and
/// what was made is made again once the head has moved: so nothing is ever older than the request, and it costs one small read.
/// </summary>
internal sealed class PartitionMemory(PartitionStore partitions)
{
    /// <summary>More than a busy day asks for; then everything is forgotten and made again.</summary>
    private const int MostThings = 10_000;

    private readonly ConcurrentDictionary<(PartitionAddress Address, string What), (string? Head, object? Made)> _made = new();

    /// <param name="address">The partition that it is made of, and of nothing else but <paramref name="what"/>.</param>
    /// <param name="what">Which of the things made of that partition.</param>
    /// <param name="make">Reads the partition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> GetAsync<T>(PartitionAddress address, string what, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        // The head is read before the rest: what is made may be newer than the head it is kept under, never older.
        var head = await partitions.FindAsync(address, PartitionHead.Key, cancellationToken);
        var tag = head?.ETag.ToString();
        if (_made.TryGetValue((address, what), out var known) && known.Head == tag)
        {
            return (T)known.Made!;
        }

        var made = await make(cancellationToken);
        if (_made.Count >= MostThings)
        {
            _made.Clear();
        }

        _made[(address, what)] = (tag, made);
        return made;
    }
}
