using System.Globalization;
using Azure.Data.Tables;

namespace EmulationFunctions.BareWorker;

/// <summary>
/// The storage calls of a save of scores and nothing else: a tiny partition and the sheet's partition are read side by side, and one transaction
/// writes the head, an audit row with the old and the new text, the sheet's row and the wide rows of its entries.
/// </summary>
internal sealed class BareSave(TableServiceClient tables, string unit, int leaves, int letters)
{
    private const int LeavesInRow = 100;

    /// <summary>UTF-16 units of a text property.</summary>
    private const int PieceLength = 30_000;

    private readonly TableClient _marks = tables.GetTableClient("BareMarks");
    private readonly TableClient _sheets = tables.GetTableClient("BareSheets");
    private readonly string _partition = $"2026|nam|b|{unit}";

    /// <summary>Before the first save.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _marks.CreateIfNotExistsAsync(cancellationToken);
        await _sheets.CreateIfNotExistsAsync(cancellationToken);
        await _marks.UpsertEntityAsync(new TableEntity("marks", "roster") { ["Mark"] = 1L }, TableUpdateMode.Replace, cancellationToken);
        await _sheets.UpsertEntityAsync(Head(0), TableUpdateMode.Replace, cancellationToken);
    }

    /// <param name="text">What is written in the audit row, as old and as new.</param>
    public async Task SaveAsync(string text, CancellationToken cancellationToken)
    {
        var marks = ReadAsync(_marks, "marks", "", "~", cancellationToken);
        var sheet = ReadAsync(_sheets, _partition, "evidence|", "sheet~", cancellationToken);
        await Task.WhenAll(marks, sheet);
        var head = (await sheet).Find(row => row.RowKey == "head")!;
        var seq = head.GetInt64("Seq")!.Value + 1;
        var audit = new TableEntity(_partition, string.Create(CultureInfo.InvariantCulture, $"audit|{seq:D10}"))
        {
            ["At"] = TimeProvider.System.GetUtcNow(),
            ["Actor"] = $"11111111-1111-4111-8111-111111111111:{unit}",
            ["Unit"] = unit,
            ["Action"] = "SaveScores",
            ["Subject"] = _partition,
            ["Id"] = Guid.NewGuid().ToString("N"),
            ["Previous"] = new string('0', 64),
            ["Hash"] = new string('1', 64),
        };
        foreach (var (piece, part) in text.Chunk(PieceLength).Index())
        {
            audit[$"Before{piece}"] = audit[$"After{piece}"] = new string(part);
        }

        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.UpdateReplace, Head(seq), head.ETag),
            new(TableTransactionActionType.Add, audit),
            new(TableTransactionActionType.UpsertReplace, new TableEntity(_partition, "sheet") { ["State"] = "draft", ["Scheme"] = "s", ["SchemeVersion"] = 1, ["Seq"] = seq }),
        ];
        actions.AddRange(Enumerable.Range(0, leaves).Chunk(LeavesInRow).Select((chunk, index) => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Wide(chunk, index, seq, text))));
        await _sheets.SubmitTransactionAsync(actions, cancellationToken);
    }

    private TableEntity Wide(int[] chunk, int index, long seq, string text)
    {
        var row = new TableEntity(_partition, string.Create(CultureInfo.InvariantCulture, $"scores|{index:D2}")) { ["Seq"] = seq };
        foreach (var leaf in chunk)
        {
            row[$"score_{leaf}"] = string.Create(CultureInfo.InvariantCulture, $"{seq % 1000 / 100.0} / 10");
            if (letters > 0)
            {
                row[$"why_{leaf}"] = text.Substring(leaf * letters % (text.Length - letters), letters);
            }
        }

        return row;
    }

    private TableEntity Head(long seq) => new(_partition, "head") { ["Seq"] = seq, ["Hash"] = new string('1', 64) };

    private static async Task<List<TableEntity>> ReadAsync(TableClient table, string partition, string from, string to, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"), null, null, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
