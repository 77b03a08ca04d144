using System.Collections.Concurrent;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// What was made of a partition that is read with every request and seldom changes. As long as the marks stand still, it is given without a
/// further read; otherwise the partition's head says whether it is made again. So nothing is ever older than the request (docs/decisions/0023).
/// </summary>
/// <remarks>Of partitions of a <see cref="RememberedTable"/> alone.</remarks>
internal sealed class PartitionMemory(PartitionStore partitions, Marks marks, TimeProvider clock)
{
    /// <summary>More than a busy day asks for; then everything is forgotten and made again.</summary>
    private const int MostThings = 10_000;

    /// <summary>After this the head is asked though the marks stand still: a program of an earlier version, which sets none, may be running beside this one.</summary>
    public static readonly TimeSpan LongestTrust = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(PartitionAddress Address, string What), Known> _known = new();

    /// <param name="address">The partition that it is made of, and of nothing else but <paramref name="what"/>.</param>
    /// <param name="what">Which of the things made of that partition.</param>
    /// <param name="make">Reads the partition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> GetAsync<T>(PartitionAddress address, string what, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        if (!marks.Covers(address))
        {
            throw new InvalidOperationException($"Changes of the table {address.Table} set no marks, so nothing of it can be remembered.");
        }

        // The marks before the head, and the head before the rest: what is made may be newer than what it is kept under, never older.
        var mark = await marks.NowAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (_known.TryGetValue((address, what), out var known) && mark.IsStill(known.Mark) && (now - known.At).Duration() < LongestTrust)
        {
            return (T)known.Made!;
        }

        var found = PartitionHead.From(await partitions.FindAsync(address, PartitionHead.Key, cancellationToken));
        if (found.Pending is not null)
        {
            // Whoever puts in place what a dead process has left sets no marks; until then what is made may be half of it.
            return await make(cancellationToken);
        }

        var head = found.ETag?.ToString();
        var made = known is not null && known.Head == head ? known.Made : await make(cancellationToken);
        if (_known.Count >= MostThings)
        {
            _known.Clear();
        }

        _known[(address, what)] = new(mark, now, head, made);
        return (T)made!;
    }

    /// <param name="Mark">What was seen before the head was read.</param>
    /// <param name="At">When the head was last read.</param>
    /// <param name="Head">The ETag of the partition's head; null where there was none.</param>
    private sealed record Known(Mark Mark, DateTimeOffset At, string? Head, object? Made);
}
