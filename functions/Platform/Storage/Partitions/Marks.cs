using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>A table of which <see cref="PartitionMemory"/> keeps what was made of its partitions.</summary>
internal sealed record RememberedTable(string Name);

/// <summary>What one look at the marks says.</summary>
/// <param name="Generation">Drawn anew with every change of a remembered table; empty before the first.</param>
/// <param name="IsMoving">Whether such a change is under way, or its process has died in it.</param>
internal readonly record struct Mark(string Generation, bool IsMoving)
{
    /// <summary>Whether nothing that is remembered has changed between the two looks.</summary>
    public bool IsStill(Mark earlier) => !IsMoving && !earlier.IsMoving && Generation == earlier.Generation;
}

/// <summary>
/// Says with one small read whether anything that is remembered has changed (docs/decisions/0023). A change of a remembered
/// table is announced before it is made, and afterwards a new generation takes the announcement's place. Where a process dies between the two,
/// the announcement stays until <see cref="SweepAsync"/>: until then nothing is trusted, and nothing is wrong.
/// </summary>
internal sealed class Marks(StoredTables tables, IEnumerable<RememberedTable> remembered, TimeProvider clock)
{
    public const string Table = "Marks";

    private const string Partition = "marks";
    private const string AnnouncedPrefix = "announced|";
    private const string Generation = "generation";

    private readonly StoredTable _table = tables.GetTable(Table);

    private readonly HashSet<string> _remembered = [.. remembered.Select(table => table.Name)];

    private readonly AsyncLocal<Look?> _look = new();

    public bool Covers(PartitionAddress address) => _remembered.Contains(address.Table);

    /// <summary>
    /// Looks once for all that follows in this request, which does not wait for it here. What the request changes itself makes it look again.
    /// </summary>
    public void LookAhead(CancellationToken cancellationToken) => _look.Value = new(ReadAsync(cancellationToken));

    /// <summary>What this request has seen, or what is there now.</summary>
    public Task<Mark> NowAsync(CancellationToken cancellationToken) =>
        _look.Value is { Seen: { } seen } ? seen.WaitAsync(cancellationToken) : ReadAsync(cancellationToken);

    /// <summary>Before a change of a remembered table.</summary>
    /// <returns>What to end with <see cref="EndAsync"/>.</returns>
    public async Task<string> AnnounceAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        await _table.AddEntityAsync(
            new(Partition, AnnouncedPrefix + id) { ["Table"] = address.Table, ["Partition"] = address.Partition, ["At"] = clock.GetUtcNow() }, cancellationToken);
        return id;
    }

    /// <summary>After the change, whatever came of it; not while it may still land.</summary>
    public async Task EndAsync(string announced, CancellationToken cancellationToken)
    {
        _look.Value?.Seen = null;
        TableTransactionAction generation = new(TableTransactionActionType.UpsertReplace, NewGeneration());
        try
        {
            await _table.SubmitTransactionAsync(
                [new(TableTransactionActionType.Delete, new TableEntity(Partition, AnnouncedPrefix + announced), ETag.All), generation], cancellationToken);
        }
        catch (TableTransactionFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            // Swept by somebody who took this process for dead, before this change was made.
            await RenewAsync(cancellationToken);
        }
    }

    /// <summary>After tables were written past all this.</summary>
    public Task RenewAsync(CancellationToken cancellationToken) => _table.UpsertEntityAsync(NewGeneration(), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Takes back what processes that died have announced.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        foreach (var row in await RowsAsync(cancellationToken))
        {
            if (row.RowKey.StartsWith(AnnouncedPrefix, StringComparison.Ordinal) && row.GetDateTimeOffset("At") <= clock.GetUtcNow() - StagedChanges.AbandonedAfter)
            {
                await EndAsync(row.RowKey[AnnouncedPrefix.Length..], cancellationToken);
                done.Add($"the announced change of {row.GetString("Table")}/{row.GetString("Partition")} is taken back");
            }
        }

        return done;
    }

    private TableEntity NewGeneration() => new(Partition, Generation) { ["Generation"] = Guid.NewGuid().ToString("N"), ["At"] = clock.GetUtcNow() };

    private async Task<Mark> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        return new(rows.Find(row => row.RowKey == Generation)?.GetString("Generation") ?? "", rows.Exists(row => row.RowKey != Generation));
    }

    /// <summary>Seldom more than one; should there be pages of them, something is announced in the first one already.</summary>
    private Task<List<TableEntity>> RowsAsync(CancellationToken cancellationToken) =>
        PartitionStore.QueryAsync(_table, Partition, new(AnnouncedPrefix, Generation + " "), cancellationToken);

    /// <summary>Shared by everything that a request does.</summary>
    private sealed class Look(Task<Mark> seen)
    {
        public Task<Mark>? Seen { get; set; } = seen;
    }
}
