using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Storage.Partitions;

/// <summary>
/// What a decision came to: the rows to write and to delete, one audit entry for all of them, and notices of mails that must
/// follow. Every row written carries the number of its change in <c>Seq</c>: it is the row's version, and finds its audit row.
/// </summary>
internal sealed class PartitionChange(PartitionView view)
{
    private readonly Dictionary<string, TableEntity?> _rows = new(StringComparer.Ordinal);

    public AuditEntry? Audit { get; set; }

    /// <summary>What this change's rows will carry as their version.</summary>
    public long Seq { get; } = view.Head.Seq + 1;

    /// <summary>Row keys with what they become; null is a deletion.</summary>
    public IReadOnlyDictionary<string, TableEntity?> Rows => _rows;

    /// <summary>Whether a mail must follow (<see cref="Notices"/>).</summary>
    public bool HasNotice { get; private set; }

    public bool IsEmpty => _rows.Count == 0 && Audit is null;

    /// <summary>Writes a row whole, whether or not it was there.</summary>
    public void Put(TableEntity row)
    {
        row.PartitionKey = view.Address.Partition;
        row["Seq"] = Seq;
        _rows[row.RowKey] = row;
    }

    /// <summary>Deletes a row that is there.</summary>
    public void Delete(string rowKey) => _rows[rowKey] = null;

    /// <summary>Leaves word in the same transaction that a mail must follow.</summary>
    /// <param name="kind">What the mail is about, such as <c>SheetReturned</c>.</param>
    /// <param name="unit">The unit whose contacts get it.</param>
    /// <param name="subject">What it is about, in ids.</param>
    /// <param name="text">What the sender wrote, such as a reason; may be null.</param>
    public void Notify(string kind, string unit, string subject, string? text)
    {
        HasNotice = true;
        Put(Notices.Row(view.Address.Partition, Seq, kind, unit, subject, text));
    }
}
