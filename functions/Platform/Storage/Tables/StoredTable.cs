using Azure;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// One table: the official client, and what it leaves to us (docs/decisions/0016). What Azure would refuse is refused before it is
/// sent, and what exists is changed with an ETag only. A change that is sent again because its first answer was lost does not take
/// its own earlier success for somebody else's: on a conflict it reads back what is stored and compares. So what must be told
/// apart from an equal change by somebody else has to hold something unique.
/// </summary>
internal sealed class StoredTable(TableClient client)
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    /// <summary>Given to the client, which sends the <see cref="TransactionBody"/> in its place.</summary>
    private static readonly TableTransactionAction Instead = new(TableTransactionActionType.UpsertMerge, new TableEntity("-", "-"));

    public string Name => client.Name;

    /// <summary>Writes the values of an interpolated filter as OData literals, so that no value can change the filter's meaning.</summary>
    public static string CreateQueryFilter(FormattableString filter)
    {
        TableLimits.CheckFilter(filter);
        return TableClient.CreateQueryFilter(filter);
    }

    /// <returns>Null when there is no such row.</returns>
    /// <exception cref="RequestFailedException">Storage does not answer, or the table itself is absent.</exception>
    public async Task<TableEntity?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableLimits.CheckKey(partitionKey, nameof(partitionKey));
        TableLimits.CheckKey(rowKey, nameof(rowKey));

        var found = await client.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken);
        if (found.HasValue)
        {
            return found.Value;
        }

        DemandTable(found.GetRawResponse());
        return null;
    }

    /// <param name="filter">OData, best made by <see cref="CreateQueryFilter"/>; null for every row.</param>
    /// <param name="maxPerPage">At most 1000.</param>
    /// <param name="select">The properties wanted; keys and ETag always come along. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public AsyncPageable<TableEntity> QueryAsync(string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken) =>
        new TablePages(
            client.QueryAsync<TableEntity>(filter, maxPerPage, select is null ? null : Keys.Union(select), cancellationToken),
            maxPerPage,
            $"{Name} {filter}");

    /// <returns>The row's ETag.</returns>
    public Task<ETag> AddEntityAsync(TableEntity row, CancellationToken cancellationToken)
    {
        Writing.Demand();
        TableLimits.CheckEntity(row);
        return ChangeAsync(row, isWhole: true, () => client.AddEntityAsync(row, cancellationToken), cancellationToken);
    }

    /// <returns>The row's new ETag.</returns>
    public Task<ETag> UpdateEntityAsync(TableEntity row, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        Writing.Demand();
        TableLimits.CheckIfMatch(ifMatch);
        TableLimits.CheckEntity(row);
        return ChangeAsync(row, mode == TableUpdateMode.Replace, () => client.UpdateEntityAsync(row, ifMatch, mode, cancellationToken), cancellationToken);
    }

    public async Task UpsertEntityAsync(TableEntity row, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        Writing.Demand();
        TableLimits.CheckEntity(row);
        await client.UpsertEntityAsync(row, mode, cancellationToken);
    }

    /// <returns>Whether there was such a row; false too when it was deleted and the first answer was lost.</returns>
    public async Task<bool> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken)
    {
        Writing.Demand();
        TableLimits.CheckKey(partitionKey, nameof(partitionKey));
        TableLimits.CheckKey(rowKey, nameof(rowKey));
        TableLimits.CheckIfMatch(ifMatch);

        var response = await client.DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken);
        DemandTable(response);
        return !response.IsError;
    }

    /// <summary>Everything in <paramref name="actions"/> or nothing; all of one partition, at most a hundred.</summary>
    /// <exception cref="TableTransactionFailedException">Nothing was done, because of one of the actions.</exception>
    public async Task SubmitTransactionAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        Writing.Demand();
        var list = actions as IReadOnlyList<TableTransactionAction> ?? [.. actions];
        TableLimits.CheckTransaction(list);

        using var body = new TransactionBody(client.Uri, list);
        var call = new TableCall(body);
        try
        {
            // Only this: what is read back afterwards must not be sent with the body.
            using var watched = call.Watch();
            var response = await client.SubmitTransactionAsync([Instead], cancellationToken);
            if (response.Value.Count != list.Count)
            {
                throw new RequestFailedException(response.GetRawResponse().Status, $"The transaction of {list.Count} actions was answered by {response.Value.Count} parts.");
            }
        }
        catch (TableTransactionFailedException exception) when (exception.Status is 404 or 409 or 412 && call.WasSentAgain)
        {
            if (!await WasDoneAsync(list, cancellationToken))
            {
                throw;
            }
        }
    }

    private async Task<ETag> ChangeAsync(TableEntity row, bool isWhole, Func<Task<Response>> send, CancellationToken cancellationToken)
    {
        var call = new TableCall(body: null);
        try
        {
            using var watched = call.Watch();
            return (await send()).Headers.ETag ?? default;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412 && call.WasSentAgain)
        {
            if (await FindAsync(row.PartitionKey, row.RowKey, cancellationToken) is { } stored && row.IsStoredAs(stored, isWhole))
            {
                return stored.ETag;
            }

            throw;
        }
    }

    /// <summary>
    /// Whether an earlier attempt did it all. Rows that were added are the witnesses, since rows that were changed may have
    /// been changed again; only where nothing was added do the changes and deletions themselves testify.
    /// </summary>
    private async Task<bool> WasDoneAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var added = actions.Where(action => action.ActionType == TableTransactionActionType.Add).ToList();
        foreach (var action in added.Count > 0 ? added : actions)
        {
            var stored = await FindAsync(action.Entity.PartitionKey, action.Entity.RowKey, cancellationToken);
            var agrees = action.ActionType == TableTransactionActionType.Delete
                ? stored is null
                : stored is not null && ((TableEntity)action.Entity).IsStoredAs(stored, action.ActionType is not (TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge));
            if (!agrees)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Only a row may be absent: a table that is absent is a fault of the deployment.</summary>
    private static void DemandTable(Response response)
    {
        if (response.Status == 404 && new RequestFailedException(response) is { ErrorCode: "TableNotFound" } absent)
        {
            throw absent;
        }
    }
}
