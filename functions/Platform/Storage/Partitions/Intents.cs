using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// Word left before a piece of work that one transaction cannot hold, and taken away after it. What a timer finds here was left
/// by a process that died, or that is still at it: hence the age.
/// </summary>
internal sealed class Intents(StoredTables tables, TimeProvider clock)
{
    public const string Table = "Intents";

    private readonly StoredTable _table = tables.GetTable(Table);

    /// <param name="kind">What kind of work, such as <c>staged</c>: the timer's job picks by it.</param>
    /// <param name="address">Where it happens.</param>
    /// <param name="id">Which piece of work; writing the same one twice is one intent.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task AddAsync(string kind, PartitionAddress address, string id, CancellationToken cancellationToken) =>
        await _table.UpsertEntityAsync(
            new TableEntity(kind, Key(address, id)) { ["Table"] = address.Table, ["Partition"] = address.Partition, ["Id"] = id, ["At"] = clock.GetUtcNow() },
            TableUpdateMode.Replace,
            cancellationToken);

    public async Task RemoveAsync(string kind, PartitionAddress address, string id, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(kind, Key(address, id), ETag.All, cancellationToken);

    /// <summary>Takes away what was listed, unless the same work was begun again meanwhile.</summary>
    public async Task RemoveAsync(string kind, Intent intent, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(kind, Key(intent.Address, intent.Id), intent.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status412PreconditionFailed)
        {
        }
    }

    /// <summary>Everything of a kind that was begun at least <paramref name="age"/> ago, oldest first.</summary>
    public async Task<List<Intent>> ListAsync(string kind, TimeSpan age, CancellationToken cancellationToken)
    {
        var latest = clock.GetUtcNow() - age;
        var found = new List<Intent>();
        await foreach (var row in _table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {kind}"), null, null, cancellationToken))
        {
            var intent = new Intent(
                new(row.GetString("Table") ?? "", row.GetString("Partition") ?? ""),
                row.GetString("Id") ?? "",
                row.GetDateTimeOffset("At") ?? default,
                row.ETag);
            if (intent.At <= latest)
            {
                found.Add(intent);
            }
        }

        return [.. found.OrderBy(intent => intent.At)];
    }

    /// <summary>The rows of everything that is unfinished, of every kind.</summary>
    public async Task<List<TableEntity>> RowsAsync(CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync(null, null, null, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static string Key(PartitionAddress address, string id) => $"{address.Table}|{address.Partition}|{id}";
}

/// <param name="ETag">Of the row as it was listed.</param>
internal sealed record Intent(PartitionAddress Address, string Id, DateTimeOffset At, ETag ETag);
