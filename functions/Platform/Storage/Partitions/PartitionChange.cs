using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// What a decision came to: the rows to write and to delete, one audit entry for all of them, and notices of mails that must
/// follow. Every row written carries the number of its change in <c>Seq</c>: it is the row's version, and finds its audit row.
/// </summary>
internal sealed class PartitionChange(PartitionView view)
{
    private readonly Dictionary<string, TableEntity?> _rows = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ETag> _asRead = new(StringComparer.Ordinal);

    private readonly List<string> _noticeKeys = [];

    public AuditEntry? Audit { get; set; }

    /// <summary>What this change's rows will carry as their version.</summary>
    public long Seq { get; } = view.Head.Seq + 1;

    /// <summary>Row keys with what they become; null is a deletion.</summary>
    public IReadOnlyDictionary<string, TableEntity?> Rows => _rows;

    /// <summary>
    /// Rows that change past the head, with what was read of them: the commit demands that they are still as they were read, as it demands the head of all others.
    /// </summary>
    public IReadOnlyDictionary<string, ETag> AsRead => _asRead;

    /// <summary>The row keys of the notices of mails that must follow (<see cref="Notices"/>).</summary>
    public IReadOnlyList<string> NoticeKeys => _noticeKeys;

    public bool IsEmpty => _rows.Count == 0 && Audit is null;

    /// <summary>Writes a row whole, whether or not it was there.</summary>
    public void Put(TableEntity row)
    {
        row.PartitionKey = view.Address.Partition;
        row["Seq"] = Seq;
        _rows[row.RowKey] = row;
    }

    /// <summary>Deletes a row that was read, so that it is known to be there when the change commits.</summary>
    public void Delete(string rowKey) =>
        _rows[rowKey] = view.HasSeen(rowKey) ? null : throw new InvalidOperationException($"The row '{rowKey}' was not read, so it may not be there.");

    /// <summary>Writes a row that changes past the head, in place of the one that was read.</summary>
    public void PutAsRead(TableEntity row, ETag read)
    {
        Put(row);
        _asRead[row.RowKey] = read;
    }

    /// <summary>Deletes a row that changes past the head, as it was read.</summary>
    public void DeleteAsRead(TableEntity row)
    {
        Delete(row.RowKey);
        _asRead[row.RowKey] = row.ETag;
    }

    /// <summary>Leaves word in the same transaction that a mail must follow.</summary>
    /// <param name="kind">What has happened.</param>
    /// <param name="unit">The unit whose contacts get it.</param>
    /// <param name="subject">What it is about, in ids: what the mail says of it is looked up when it is sent, and a later notice of the same subject takes its place.</param>
    /// <param name="text">What is written down nowhere else, such as a reason.</param>
    public void Notify(NoticeKind kind, string unit, string subject, string? text = null) => Notify(kind, [unit], subject, text);

    /// <summary>The same to several units at once, at the cost of one; to none it is nothing.</summary>
    public void Notify(NoticeKind kind, IReadOnlyList<string> units, string subject, string? text = null)
    {
        if (units.Count > 0)
        {
            var key = Notices.Key(Seq, _noticeKeys.Count);
            _noticeKeys.Add(key);
            Put(Notices.Row(view.Address.Partition, key, kind, units, subject, text));
        }
    }
}
