using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Benchmarks;

/// <summary>Writes submitted sheets straight into the table, as the program would have left them: thousands in the time of a few saves.</summary>
internal sealed class SheetSeed(StoredTable sheets, Scheme scheme)
{
    private readonly SchemeTree _tree = SchemeTree.Of(scheme);

    /// <summary>A sheet in memory; the same for the same unit, and no two units alike.</summary>
    public StoredSheet Make(int unit)
    {
        var content = SheetContent.Of([.. _tree.Leaves.Select((leaf, index) => Form.Entry(leaf.Criterion, unit * 37 + index * 11))]);
        return new(new(SheetState.Submitted, scheme.Id, scheme.Version, SheetHash.Of(scheme, content, ""), TimeProvider.System.GetUtcNow(), HashForm: SheetHash.Form) { Version = 1 }, content);
    }

    /// <returns>The hash of what was submitted.</returns>
    public async Task<string> WriteAsync(SheetId id, int unit, CancellationToken cancellationToken)
    {
        var (partition, sheet) = (id.Address.Partition, Make(unit));
        var audit = AuditRow.Next(0, AuditRow.Beginning, TimeProvider.System.GetUtcNow(), Actor.System, new("SubmitSheet", id.ToString()));
        var rows = SheetRows.Write(partition, sheet.Content.Entries)
            .Append(sheet.Head!.ToEntity(partition))
            .ToList();
        rows.ForEach(row => row["Seq"] = audit.Seq);
        rows.Add(audit.ToEntity(partition));
        var actions = rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))
            .Append(new PartitionHead(audit.Seq, audit.Hash, null, null).ToAction(partition));
        foreach (var batch in TransactionSize.Chunk(actions.Select(action => new[] { action })))
        {
            await sheets.SubmitTransactionAsync(batch, cancellationToken);
        }

        return sheet.Head!.Hash!;
    }
}
