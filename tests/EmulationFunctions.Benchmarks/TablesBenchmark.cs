using System.Globalization;
using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Sheets;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// What a save of 200 criteria with explanations allocates on its way to storage: its calls as a whole, of which the answering emulator is another process,
/// and what it does for them in memory, part by part.
/// </summary>
internal static class TablesBenchmark
{
    private const int Leaves = 200;
    private const int Letters = 200;
    private const int LeavesInRow = 100;
    private const int Count = 100;
    private const string Partition = "2026|nam|b|u";
    private const string Sentence = "Đơn vị đã hoàn thành \"đúng hạn\" theo kế hoạch đã được phê duyệt. ";

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        var tables = new StoredTables(azurite.ConnectionString);
        await tables.CreateTableIfNotExistsAsync("Measured", cancellationToken);
        var table = tables.GetTable("Measured");
        await table.AddEntityAsync(new TableEntity("small", "head") { ["Seq"] = 1L, ["Hash"] = "h" }, cancellationToken);
        var (before, after) = (Entries(0), Entries(7));
        var seq = 0L;
        List<TableTransactionAction> Actions()
        {
            var audit = AuditRow.Next(seq++, "previous", DateTimeOffset.UnixEpoch, new("tid:oid", "u"), Entry(before, after));
            return [.. Rows(after).Append(new(Partition, "head") { ["Seq"] = audit.Seq, ["Hash"] = audit.Hash }).Append(new(Partition, "sheet") { ["State"] = "Draft" })
                .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)).Append(new(TableTransactionActionType.Add, audit.ToEntity(Partition)))];
        }

        Console.WriteLine();
        Console.WriteLine($"What calls of storage allocate, and what is done for them; {Leaves} criteria with explanations of {Letters} letters, {Entry(before, after).After!.Length} letters in the audit row");
        await MeasureAsync("transaction of five small rows", () => table.SubmitTransactionAsync(Small(), cancellationToken));
        await MeasureAsync("the save: texts, audit row, transaction", () => table.SubmitTransactionAsync(Actions(), cancellationToken));
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {"s"} and RowKey lt {"t"}");
        await MeasureAsync("query of one small row", () => QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {"small"}")));
        await MeasureAsync("query of the sheet, two wide rows", () => QueryAsync(filter));

        var (entry, actions) = (Entry(before, after), Actions());
        var row = AuditRow.Next(1, "previous", DateTimeOffset.UnixEpoch, new("tid:oid", "u"), entry);
        Measure("part: texts of entries, before and after", () => Entry(before, after));
        Measure("part: hash of the audit row", () => row.ComputeHash());
        Measure("part: row of the audit row", () => row.ToEntity(Partition));
        Measure("part: wide rows", () => Rows(after));
        Measure("part: limits", () => TableLimits.CheckTransaction(actions));
        Measure("part: body", () => new TransactionBody(new("https://unit.table.core.windows.net/Measured"), actions).Dispose());

        async Task QueryAsync(string which)
        {
            await foreach (var found in table.QueryAsync(which, null, null, cancellationToken))
            {
                _ = found.RowKey;
            }
        }
    }

    private static AuditEntry Entry(List<ScoreEntry> before, List<ScoreEntry> after) => new("SaveScores", "2026 nam b u", null, EntryTexts.Write(before), EntryTexts.Write(after));

    private static List<ScoreEntry> Entries(int from) =>
        [.. Enumerable.Range(0, Leaves).Select(leaf => new ScoreEntry(Form.Leaf(leaf), new(100 + leaf), Explanation: string.Concat(Enumerable.Repeat(Sentence, Letters / Sentence.Length + 2)).Substring(from, Letters)))];

    private static List<TableEntity> Rows(List<ScoreEntry> entries) =>
        [.. entries.Chunk(LeavesInRow).Select((chunk, index) =>
        {
            var row = new TableEntity(Partition, string.Create(CultureInfo.InvariantCulture, $"scores|{index + 1:00}"));
            foreach (var entry in chunk)
            {
                var code = entry.Criterion.Replace('.', '_');
                row[$"score_{code}"] = "5,00";
                row[$"why_{code}"] = entry.Explanation;
            }

            return row;
        })];

    private static List<TableTransactionAction> Small() =>
        [.. Enumerable.Range(0, 5).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("fives", row.ToString(CultureInfo.InvariantCulture)) { ["N"] = row }, ETag.All))];

    private static void Measure(string what, Action act)
    {
        for (var warming = 0; warming < Count; warming++)
        {
            act();
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var measured = 0; measured < Count; measured++)
        {
            act();
        }

        Say(what, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static async Task MeasureAsync(string what, Func<Task> act)
    {
        for (var warming = 0; warming < Count; warming++)
        {
            await act();
        }

        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        for (var measured = 0; measured < Count; measured++)
        {
            await act();
        }

        Say(what, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    private static void Say(string what, long bytes) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-44} {bytes / 1024.0 / Count,8:0.0} KiB"));
}
