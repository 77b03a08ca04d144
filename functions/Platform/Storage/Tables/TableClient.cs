using System.Buffers;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// One table. A change that is sent again because its first answer was lost does not take its own earlier success for somebody
/// else's: on a conflict it reads back what is stored and compares. So what must be told apart from an equal change by somebody
/// else has to hold something unique.
/// </summary>
internal sealed class TableClient(TablePipeline pipeline, string name)
{
    public string Name { get; } = name;

    public static string CreateQueryFilter(FormattableString filter) => TableFilter.Create(filter);

    public async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, CancellationToken cancellationToken) where T : TableEntity, new() =>
        await GetEntityAsync<T>(partitionKey, rowKey, select: null, cancellationToken);

    public async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken) where T : TableEntity, new()
    {
        var found = await GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken);
        return found.HasValue ? Response.FromValue(found.Value!, found.GetRawResponse()) : throw TablePipeline.Failed(found.GetRawResponse());
    }

    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, CancellationToken cancellationToken) where T : TableEntity, new() =>
        await GetEntityIfExistsAsync<T>(partitionKey, rowKey, select: null, cancellationToken);

    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken) where T : TableEntity, new()
    {
        using var message = pipeline.CreateMessage(RequestMethod.Get, Path(partitionKey, rowKey));

        if (select is not null)
        {
            message.Request.Uri.AppendQuery("$select", TableQuery.Select(select));
        }

        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;

        // Only the row may be absent: a table that is absent is a fault of the deployment.
        if (response.Status == 404 && TablePipeline.ReadError(response.Content.ToMemory()).Code != "TableNotFound")
        {
            return new Absent<T>(response);
        }

        return response.IsError ? throw TablePipeline.Failed(response) : Response.FromValue(Read<T>(response), response);
    }

    public async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken) where T : TableEntity
    {
        TableLimits.CheckEntity(entity);

        using var message = pipeline.CreateMessage(RequestMethod.Post, $"/{Name}", Write(entity));
        return await ChangeAsync(message, entity, whole: true, cancellationToken);
    }

    public async Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken) where T : TableEntity
    {
        TableLimits.CheckIfMatch(ifMatch);

        using var message = CreateUpdate(entity, mode);
        message.Request.Headers.SetValue("If-Match", ifMatch.ToString("H"));
        return await ChangeAsync(message, entity, mode == TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode, CancellationToken cancellationToken) where T : TableEntity
    {
        using var message = CreateUpdate(entity, mode);
        await pipeline.SendAsync(message, cancellationToken);
        return message.Response.IsError ? throw TablePipeline.Failed(message.Response) : message.Response;
    }

    /// <returns>An answer with status 404, and no exception, when there is no such row.</returns>
    public async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken)
    {
        TableLimits.CheckIfMatch(ifMatch);

        using var message = pipeline.CreateMessage(RequestMethod.Delete, Path(partitionKey, rowKey));
        message.Request.Headers.SetValue("If-Match", ifMatch.ToString("H"));
        await pipeline.SendAsync(message, cancellationToken);

        return message.Response is { IsError: true, Status: not 404 } ? throw TablePipeline.Failed(message.Response) : message.Response;
    }

    /// <param name="filter">OData, best made by <see cref="CreateQueryFilter"/>; null for every row.</param>
    /// <param name="maxPerPage">At most 1000.</param>
    /// <param name="select">The properties wanted; keys and ETag always come along.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public AsyncPageable<T> QueryAsync<T>(string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken) where T : TableEntity, new() =>
        new TableQuery<T>(pipeline, $"/{Name}()", filter, maxPerPage, select is null ? null : TableQuery.Select(select), cancellationToken);

    /// <summary>Everything in <paramref name="actions"/> or nothing; all of one partition, at most a hundred.</summary>
    /// <returns>One answer an action, with its new ETag.</returns>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var list = actions as IReadOnlyList<TableTransactionAction> ?? [.. actions];
        TableLimits.CheckTransaction(list);

        var batch = TableBatch.Write(pipeline.Endpoint, Name, list);
        TableLimits.CheckBatch(batch.Body.Length);

        using var message = pipeline.CreateMessage(RequestMethod.Post, "/$batch", batch.Body, batch.ContentType);
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;

        if (response.IsError)
        {
            throw TablePipeline.Failed(response);
        }

        var parts = TableBatch.Read(response);

        if (parts is [{ IsError: true } failed])
        {
            return failed.Status is 404 or 409 or 412 && TablePipeline.WasRetried(message) && await WasDoneAsync(list, cancellationToken) is { } done
                ? Response.FromValue(done, response)
                : throw TableBatch.Failed(failed);
        }

        return parts.Count == list.Count
            ? Response.FromValue<IReadOnlyList<Response>>(parts, response)
            : throw new RequestFailedException(response.Status, $"The transaction of {list.Count} actions was answered by {parts.Count} parts.");
    }

    private static T Read<T>(Response response) where T : TableEntity, new()
    {
        var json = new Utf8JsonReader(response.Content.ToMemory().Span);
        json.Read();
        return TableEntityJson.Read<T>(ref json, new TableEntityNames());
    }

    private static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = TableEntityJson.CreateWriter(buffer);
        TableEntityJson.Write(json, entity);
        return buffer.WrittenMemory;
    }

    private string Path(string partitionKey, string rowKey)
    {
        TableLimits.CheckKey(partitionKey, nameof(partitionKey));
        TableLimits.CheckKey(rowKey, nameof(rowKey));
        return TableBatch.Path(Name, partitionKey, rowKey);
    }

    private HttpMessage CreateUpdate(TableEntity entity, TableUpdateMode mode)
    {
        TableLimits.CheckEntity(entity);
        return pipeline.CreateMessage(mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch, Path(entity.PartitionKey, entity.RowKey), Write(entity));
    }

    private async Task<Response> ChangeAsync(HttpMessage message, TableEntity sent, bool whole, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;

        if (!response.IsError)
        {
            return response;
        }

        if (response.Status is 409 or 412 && TablePipeline.WasRetried(message))
        {
            var stored = await GetEntityIfExistsAsync<TableEntity>(sent.PartitionKey, sent.RowKey, cancellationToken);

            if (stored.HasValue && sent.IsStoredAs(stored.Value!, whole))
            {
                return new TablePartResponse(204, stored.Value!.ETag);
            }
        }

        throw TablePipeline.Failed(response);
    }

    /// <summary>
    /// Whether an earlier attempt did it all. Rows that were added are the witnesses, since rows that were changed may have
    /// been changed again; only where nothing was added do the changes and deletions themselves testify.
    /// </summary>
    private async Task<IReadOnlyList<Response>?> WasDoneAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var hasAdded = actions.Any(action => action.ActionType == TableTransactionActionType.Add);
        var answers = new List<Response>(actions.Count);

        foreach (var action in actions)
        {
            var stored = await GetEntityIfExistsAsync<TableEntity>(action.Entity.PartitionKey, action.Entity.RowKey, cancellationToken);
            var whole = action.ActionType is TableTransactionActionType.Add or TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace;

            var agrees = action.ActionType == TableTransactionActionType.Delete
                ? !stored.HasValue
                : stored.HasValue && action.Entity.IsStoredAs(stored.Value!, whole);

            if (!agrees && (!hasAdded || action.ActionType == TableTransactionActionType.Add))
            {
                return null;
            }

            // A row that somebody has changed since gets no ETag here: its reader would take the other's change for read.
            answers.Add(new TablePartResponse(204, agrees && stored.HasValue ? stored.Value!.ETag : default));
        }

        return answers;
    }

    private sealed class Absent<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such row.");

        public override Response GetRawResponse() => response;
    }
}
