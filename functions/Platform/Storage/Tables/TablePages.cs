using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// The rows of a query, page by page. A page may be empty and yet not be the last. A continuation names the query it belongs
/// to, because the emulator answers one it never gave with an empty page, and so a list would end early.
/// </summary>
/// <param name="rows">The official client's pages.</param>
/// <param name="size">Rows a page; null for as many as the service likes.</param>
/// <param name="query">What is asked for.</param>
internal sealed class TablePages(AsyncPageable<TableEntity> rows, int? size, string query) : AsyncPageable<TableEntity>
{
    /// <exception cref="RequestFailedException">400: the continuation is not of this query.</exception>
    public override IAsyncEnumerable<Page<TableEntity>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        TableLimits.CheckPage(pageSizeHint ?? size);
        if (continuationToken is null)
        {
            return NamedAsync(rows.AsPages(null, pageSizeHint));
        }

        return continuationToken.Split('.', 2) is [var name, var token] && name == Name() && token.IndexOf(' ', StringComparison.Ordinal) > 0 // the names of the next row
            ? NamedAsync(rows.AsPages(token, pageSizeHint))
            : throw new RequestFailedException(400, "That is no continuation of this query.");
    }

    private async IAsyncEnumerable<Page<TableEntity>> NamedAsync(IAsyncEnumerable<Page<TableEntity>> pages)
    {
        await foreach (var page in pages)
        {
            yield return page.ContinuationToken is { } token ? Page<TableEntity>.FromValues(page.Values, $"{Name()}.{token}", page.GetRawResponse()) : page;
        }
    }

    private string Name() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 4));
}
