using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>A place in a partition's chain: the number and the hash of an audit row; 0 and nothing before the first.</summary>
internal readonly record struct ChainPoint(long Seq, string Hash)
{
    public static ChainPoint Beginning { get; } = new(0, AuditRow.Beginning);
}

internal enum ChainFaultKind
{
    /// <summary>A row does not say what its hash says.</summary>
    Changed,

    /// <summary>A row is missing.</summary>
    Removed,

    /// <summary>A row that does not belong there.</summary>
    Inserted,

    /// <summary>Rows that agree with one another, but not with what was sealed or with the rows around them.</summary>
    Rewritten,

    /// <summary>The rows are whole, but the partition's head does not point at the last one.</summary>
    Head,
}

/// <summary>Where a chain first does not hold.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="RowKey">The first row it was done to.</param>
/// <param name="From">Its number.</param>
/// <param name="To">The last row it may have been done to.</param>
/// <param name="Sealed">The day whose seal proves it; null when the rows give it away by themselves.</param>
internal sealed record ChainFault(ChainFaultKind Kind, string RowKey, long From, long To, DateOnly? Sealed)
{
    public static ChainFault At(ChainFaultKind kind, long from, long to, DateOnly? day = null) => new(kind, AuditRow.Key(from), from, to, day);
}

/// <summary>
/// Walks along the audit rows of a partition and stops at the first that does not fit: its own hash, the row before it, what was
/// sealed of it, and the partition's head. Pure: it is given the rows in the order of their keys.
/// </summary>
/// <param name="start">The last row that is taken for true.</param>
/// <param name="head">The head, read before the rows.</param>
/// <param name="witnesses">What was sealed, in the order of the rows.</param>
internal sealed class ChainWalk(ChainPoint start, ChainPoint head, IReadOnlyList<Witness> witnesses)
{
    private long _proven = start.Seq;
    private int _witness = witnesses.TakeWhile(witness => witness.Seq <= start.Seq).Count();

    /// <summary>The last row that fits.</summary>
    public ChainPoint Last { get; private set; } = start;

    /// <summary>Null when the row fits.</summary>
    public ChainFault? Take(TableEntity row)
    {
        var next = Last.Seq + 1;
        if (!long.TryParse(row.RowKey.AsSpan(AuditRow.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) || row.RowKey != AuditRow.Key(seq))
        {
            return new(ChainFaultKind.Inserted, row.RowKey, next, next, null);
        }

        if (seq < next)
        {
            return new(ChainFaultKind.Inserted, row.RowKey, seq, seq, null);
        }

        if (seq > next)
        {
            return ChainFault.At(ChainFaultKind.Removed, next, seq - 1, SealedFrom(next));
        }

        if (Read(row) is not { } audit)
        {
            return ChainFault.At(ChainFaultKind.Changed, seq, seq, SealedFrom(seq));
        }

        if (audit.Previous != Last.Hash)
        {
            // Both rows agree with themselves, so one was put in the place of another: this one, or the one before it that nobody vouches for.
            var first = _proven == Last.Seq ? seq : Last.Seq;
            return ChainFault.At(ChainFaultKind.Rewritten, first, seq, SealedFrom(first));
        }

        for (; _witness < witnesses.Count && witnesses[_witness].Seq == seq; _witness++)
        {
            if (witnesses[_witness].Hash != audit.Hash)
            {
                return ChainFault.At(ChainFaultKind.Rewritten, _proven + 1, seq, witnesses[_witness].Day);
            }

            _proven = seq;
        }

        Last = new(seq, audit.Hash);
        return seq == head.Seq && audit.Hash != head.Hash ? ChainFault.At(ChainFaultKind.Head, seq, seq) : null;
    }

    /// <summary>What can only be said after the last row.</summary>
    /// <param name="headAfter">The head, read after the rows: it moves together with them, so no row may be beyond it.</param>
    public ChainFault? End(ChainPoint headAfter)
    {
        if (_witness < witnesses.Count)
        {
            return ChainFault.At(ChainFaultKind.Removed, Last.Seq + 1, witnesses[^1].Seq, witnesses[^1].Day);
        }

        if (head.Seq > Last.Seq)
        {
            return ChainFault.At(ChainFaultKind.Removed, Last.Seq + 1, head.Seq);
        }

        return headAfter.Seq < Last.Seq || (head.Seq == Last.Seq && head.Hash != Last.Hash)
            ? ChainFault.At(ChainFaultKind.Head, Math.Min(headAfter.Seq + 1, Last.Seq), Last.Seq)
            : null;
    }

    /// <summary>Null when the row is not, to the letter, what its hash was made of.</summary>
    private static AuditRow? Read(TableEntity row)
    {
        try
        {
            var audit = AuditRow.From(row);
            return audit.ComputeHash() == audit.Hash && audit.ToEntity(row.PartitionKey).IsStoredAs(row, isWhole: true) ? audit : null;
        }
        catch (InvalidOperationException)
        {
            // A property of another type.
            return null;
        }
    }

    /// <summary>The first seal that covers the row.</summary>
    private DateOnly? SealedFrom(long seq) => witnesses.FirstOrDefault(witness => witness.Seq >= seq)?.Day;
}
