using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace EmulationFunctions.Platform.Storage.Tables;

internal static class TableQuery
{
    /// <summary>Keys always come along, or what is read could not be changed.</summary>
    public static string Select(IEnumerable<string> names) => string.Join(',', names.Prepend("RowKey").Prepend("PartitionKey").Distinct());
}

/// <summary>
/// The rows of a query, page by page. A page may be empty and yet not be the last; a continuation token is opaque, and one that
/// was tampered with is answered 400 by the service.
/// </summary>
internal sealed class TableQuery<T>(TablePipeline pipeline, string path, string? filter, int? maxPerPage, string? select, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken) where T : TableEntity, new()
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        TableLimits.CheckPage(pageSizeHint ?? maxPerPage);
        return ReadPagesAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);
    }

    private async IAsyncEnumerable<Page<T>> ReadPagesAsync(string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        do
        {
            var page = await ReadPageAsync(token, size, cancellation);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }

    private async Task<Page<T>> ReadPageAsync(string? token, int? size, CancellationToken cancellation)
    {
        using var message = pipeline.CreateMessage(RequestMethod.Get, path);
        var uri = message.Request.Uri;

        if (filter is not null)
        {
            uri.AppendQuery("$filter", filter);
        }

        if (select is not null)
        {
            uri.AppendQuery("$select", select);
        }

        if (size is { } top)
        {
            uri.AppendQuery("$top", top.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (token?.Split(' ') is [var partition, .. var rest])
        {
            uri.AppendQuery("NextPartitionKey", partition);

            if (rest is [var row, ..])
            {
                uri.AppendQuery("NextRowKey", row);
            }
        }

        await pipeline.SendAsync(message, cancellation);
        var response = message.Response;
        return response.IsError ? throw TablePipeline.Failed(response) : Page<T>.FromValues(ReadRows(response), Continuation(response), response);
    }

    /// <summary>Neither part has a space: the service encodes them.</summary>
    private static string? Continuation(Response response)
    {
        if (!response.Headers.TryGetValue(NextPartition, out var partition))
        {
            return null;
        }

        return response.Headers.TryGetValue(NextRow, out var row) ? $"{partition} {row}" : partition;
    }

    private static List<T> ReadRows(Response response)
    {
        var rows = new List<T>();
        var names = new TableEntityNames();
        var json = new Utf8JsonReader(response.Content.ToMemory().Span);
        json.Read();

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = json.ValueTextEquals("value"u8);
            json.Read();

            if (!isRows)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                rows.Add(TableEntityJson.Read<T>(ref json, names));
            }
        }

        return rows;
    }
}
