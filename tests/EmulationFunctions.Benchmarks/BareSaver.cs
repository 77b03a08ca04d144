using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// The storage calls of a save without the program: the account's units, the heads of the roster and of the cycle side by side, the scheme's,
/// the sheet's rows in one query, and the transaction with its head, its audit row, the sheet's row and the rows of its scores.
/// </summary>
internal sealed class BareSaver(StoredTables tables, string unit, int leaves)
{
    private readonly StoredTable _officers = tables.GetTable("Officers");
    private readonly StoredTable _cycles = tables.GetTable("Cycles");
    private readonly StoredTable _roster = tables.GetTable("Roster");
    private readonly StoredTable _schemes = tables.GetTable("Schemes");
    private readonly StoredTable _sheets = tables.GetTable("Sheets");
    private readonly string _partition = $"bare|{unit}";
    private readonly string _officer = $"officer|{Target.Tenant}:{LocalMachine.ObjectId(unit)}|";
    private readonly string _year = Province.Today.Year.ToString(CultureInfo.InvariantCulture);
    private int _saves;

    public async Task PrepareAsync(CancellationToken cancellationToken) => await _sheets.AddEntityAsync(Head(0), cancellationToken);

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(_officers, "officers", _officer, _officer + "~", cancellationToken);
        await Task.WhenAll(
            _cycles.FindAsync(_year, "head", cancellationToken),
            _roster.FindAsync("roster", "head", cancellationToken));
        await _schemes.FindAsync("s", "head", cancellationToken);
        var read = await ReadAsync(_sheets, _partition, "evidence|", "sheet~", cancellationToken);
        var head = read.Find(row => row.RowKey == "head")!;
        var text = Form.Save(leaves, new(++_saves % 1000));
        List<TableEntity> rows = [new(_partition, "sheet") { ["State"] = "draft", ["Scheme"] = "s", ["SchemeVersion"] = 1, ["Seq"] = (long)_saves }];
        foreach (var row in SheetRows.Write(_partition, Enumerable.Range(0, leaves).Select(leaf => new ScoreEntry(Form.Leaf(leaf), new Points(_saves % 1000)))))
        {
            row["Seq"] = (long)_saves;
            rows.Add(row);
        }

        List<TableTransactionAction> commit =
        [
            new(TableTransactionActionType.UpdateReplace, Head(_saves), head.ETag),
            new(TableTransactionActionType.Add, new TableEntity(_partition, $"audit|{_saves:D10}")
            {
                ["At"] = TimeProvider.System.GetUtcNow(),
                ["Actor"] = $"{Target.Tenant}:{LocalMachine.ObjectId(unit)}",
                ["Unit"] = unit,
                ["Action"] = "SaveScores",
                ["Subject"] = _partition,
                ["Before"] = text,
                ["After"] = text,
                ["Id"] = Guid.NewGuid().ToString("N"),
                ["Previous"] = new string('0', 64),
                ["Hash"] = new string('1', 64),
            }),
        ];
        await _sheets.SubmitTransactionAsync([.. commit, .. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancellationToken);
    }

    private TableEntity Head(long seq) => new(_partition, "head") { ["Seq"] = seq, ["Hash"] = new string('1', 64) };

    private static async Task<List<TableEntity>> ReadAsync(StoredTable table, string partition, string from, string to, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var row in table.QueryAsync(filter, null, null, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
