using System.Diagnostics;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>What became of following a partition's chain.</summary>
/// <param name="Last">The last row that fits.</param>
/// <param name="Sealed">The last thing that was sealed of it; null when nothing ever was.</param>
/// <param name="Fault">Where it first does not hold; null when it holds.</param>
/// <param name="IsWhole">False when the time was over before its end.</param>
internal sealed record ChainCheck(ChainPoint Last, Witness? Sealed, ChainFault? Fault, bool IsWhole);

/// <summary>Follows partitions' chains through their rows, seals and heads. Changes that come meanwhile do not disturb it.</summary>
internal sealed class ChainVerifier(StoredTables tables, SealStore seals)
{
    private const int PageSize = 500;

    /// <summary>The whole chain, or from a row on that an earlier call has reached.</summary>
    /// <param name="address">The partition.</param>
    /// <param name="start">The last row that is taken for true.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when there is nothing of that name.</returns>
    /// <exception cref="Refusal">400: the partition has no such row to go on from, so that nothing found from there would be true.</exception>
    public async Task<ChainCheck?> CheckAsync(PartitionAddress address, ChainPoint start, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (start.Seq > 0 && !await HasAsync(address, start, cancellationToken))
        {
            throw Page.BadContinuation();
        }

        var check = await CheckAsync(address, start, await seals.WitnessesAsync(address, cancellationToken), limit, cancellationToken);
        return check is { Last.Seq: 0, Sealed: null, Fault: null } ? null : check;
    }

    /// <summary>What came since the last seal: what a daily check can afford.</summary>
    public async Task<ChainCheck> CheckSinceSealAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        var witnesses = await seals.WitnessesAsync(address, cancellationToken);
        var start = witnesses is [.., var last] ? new(last.Seq, last.Hash) : ChainPoint.Beginning;
        return await CheckAsync(address, start, witnesses, Timeout.InfiniteTimeSpan, cancellationToken);
    }

    public async Task<ChainPoint> HeadAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        var found = await tables.GetTable(address.Table).FindAsync(address.Partition, PartitionHead.Key, cancellationToken);
        try
        {
            var head = PartitionHead.From(found);
            return new(head.Seq, head.Hash);
        }
        catch (InvalidOperationException)
        {
            // Its properties are of other types: no head at all.
            return ChainPoint.Beginning;
        }
    }

    private async Task<bool> HasAsync(PartitionAddress address, ChainPoint point, CancellationToken cancellationToken) =>
        await tables.GetTable(address.Table).FindAsync(address.Partition, AuditRow.Key(point.Seq), cancellationToken) is { } row
        && row.TryGetValue("Hash", out var hash) && hash is string text && text == point.Hash;

    private async Task<ChainCheck> CheckAsync(
        PartitionAddress address, ChainPoint start, IReadOnlyList<Witness> witnesses, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var last = witnesses.Count > 0 ? witnesses[^1] : null;
        var walk = new ChainWalk(start, await HeadAsync(address, cancellationToken), witnesses);
        var (from, to) = (start.Seq == 0 ? AuditRow.All.From : AuditRow.Key(start.Seq) + " ", AuditRow.All.To);
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {address.Partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var page in tables.GetTable(address.Table).QueryAsync(filter, PageSize, null, cancellationToken).AsPages())
        {
            foreach (var row in page.Values)
            {
                if (walk.Take(row) is { } fault)
                {
                    return new(walk.Last, last, fault, true);
                }
            }

            if (page.ContinuationToken is not null && limit != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(started) > limit)
            {
                return new(walk.Last, last, null, false);
            }
        }

        return new(walk.Last, last, walk.End(await HeadAsync(address, cancellationToken)), true);
    }
}
