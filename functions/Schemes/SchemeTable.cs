using System.Collections.Concurrent;
using EmulationFunctions.Hosting;
using EmulationFunctions.Storage.Partitions;
using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Schemes;

/// <summary>What a list shows of a scheme.</summary>
/// <param name="Version">The latest.</param>
internal sealed record SchemeSummary(string Id, int Version, string Title, int Criteria);

/// <summary>
/// Schemes: a partition each, with a row <c>scheme</c> that names the latest version, and the rows of every version
/// (<see cref="SchemeRows"/>). The partition <c>~ids</c> only tells which schemes there may be; a row there is made before the scheme is.
/// </summary>
internal sealed class SchemeTable(PartitionStore partitions, TableServiceClient tables)
{
    public const string Table = "Schemes";
    public const int LastVersion = 9999;

    private const string Ids = "~ids";
    private const string Own = "scheme";

    /// <summary>More than any province has; then the memory is emptied and filled again.</summary>
    private const int MostRemembered = 1000;

    private readonly TableClient _table = tables.GetTableClient(Table);

    /// <summary>Versions in use, which never change.</summary>
    private readonly ConcurrentDictionary<(string Id, int Version), SchemeTree> _inUse = new();

    /// <summary>What is known of the latest version, or null when there is no such scheme.</summary>
    public async Task<SchemeSummary?> LatestAsync(string id, CancellationToken cancellationToken) =>
        await partitions.FindAsync(At(id), Own, cancellationToken) is { } row ? Summary(id, row) : null;

    public async Task<Scheme?> FindAsync(string id, int version, CancellationToken cancellationToken) =>
        (await FindTreeAsync(id, version, cancellationToken))?.Scheme;

    /// <summary>A version laid out as a tree; without a call to storage when it is known to be in use.</summary>
    public async Task<SchemeTree?> FindTreeAsync(string id, int version, CancellationToken cancellationToken) =>
        _inUse.TryGetValue((id, version), out var known) ? known
        : await FindStoredAsync(id, version, cancellationToken) is { } stored ? Tree(stored)
        : null;

    public async Task<StoredScheme?> FindStoredAsync(string id, int version, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(At(id), SchemeRows.RangeOf(version), cancellationToken);
        return SchemeRows.Read(id, version, view.Rows);
    }

    /// <summary>A page of schemes in the order of their ids, with where the next page begins.</summary>
    public async Task<(IReadOnlyList<SchemeSummary> Schemes, string? Next)> ListAsync(string? continuation, int pageSize, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Ids}");
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, pageSize, null, cancellationToken).AsPages(continuation, pageSize))
        {
            var found = new List<SchemeSummary>();
            foreach (var ids in page.Values.Select(row => row.RowKey).Chunk(20))
            {
                found.AddRange((await Task.WhenAll(ids.Select(id => LatestAsync(id, cancellationToken)))).OfType<SchemeSummary>());
            }

            if (found.Count > 0 || page.ContinuationToken is null)
            {
                return (found, page.ContinuationToken);
            }
        }

        return ([], null);
    }

    /// <summary>
    /// Makes version 1; changes the latest version where nobody is scored by it yet; otherwise makes the next one. The same
    /// content again changes nothing.
    /// </summary>
    public async Task<StoredScheme> PutAsync(string id, SchemeContent content, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        content = content.Plain();
        await _table.UpsertEntityAsync(new TableEntity(Ids, id), TableUpdateMode.Replace, cancellationToken);
        return await partitions.ChangeAsync(At(id), OwnRange, actor, async (view, change) =>
        {
            var version = 1;
            SchemeContent? before = null;
            if (view.Row(Own) is { } own)
            {
                version = own.GetInt32("Version")!.Value;
                var rows = await view.QueryAsync(SchemeRows.RangeOf(version), cancellationToken);
                var latest = SchemeRows.Read(id, version, rows)!;
                before = latest.Scheme.Content;
                if (before.ToJson() == content.ToJson())
                {
                    return latest;
                }

                ifMatch.Demand(latest.Tag);
                if (latest.IsInUse)
                {
                    version++;
                }
                else
                {
                    rows.ForEach(row => change.Delete(row.RowKey));
                }
            }

            if (version > LastVersion)
            {
                throw Refusal.Rule("too-many-versions", new(
                    $"Bảng điểm đã có {LastVersion} phiên bản. Hãy tạo bảng điểm mới.", $"The scheme has {LastVersion} versions. Make a new scheme."));
            }

            var scheme = new Scheme(id, version, content);
            foreach (var row in SchemeRows.Write(scheme, isInUse: false))
            {
                change.Put(row);
            }

            change.Put(new(id, Own) { ["Version"] = version, ["Title"] = content.Title, ["Criteria"] = content.Criteria.Count });
            change.Audit = new("PutScheme", $"{id} {version}", Before: before?.ToJson(), After: content.ToJson());
            return new(scheme, false, change.Seq);
        }, cancellationToken);
    }

    /// <summary>
    /// Marks a version as in use, for ever, and gives it laid out as a tree; null when there is none. To be called before the
    /// first row that rests on the version is written; costs nothing when this process knows it already.
    /// </summary>
    public async Task<SchemeTree?> FreezeAsync(string id, int version, CancellationToken cancellationToken)
    {
        if (_inUse.TryGetValue((id, version), out var known))
        {
            return known;
        }

        var stored = await partitions.ChangeAsync(At(id), SchemeRows.RangeOf(version), Actor.System, (view, change) =>
        {
            if (SchemeRows.Read(id, version, view.Rows) is not { IsInUse: false } found)
            {
                return Task.FromResult(SchemeRows.Read(id, version, view.Rows));
            }

            change.Put(SchemeRows.Row(id, version, found.Scheme.Content, isInUse: true));
            change.Audit = new("FreezeScheme", $"{id} {version}");
            return Task.FromResult<StoredScheme?>(found with { IsInUse = true, Tag = change.Seq });
        }, cancellationToken);
        return stored is null ? null : Tree(stored);
    }

    private static PartitionAddress At(string id) => new(Table, id);

    private static KeyRange OwnRange => new(Own, Own + " ");

    private static SchemeSummary Summary(string id, TableEntity row) =>
        new(id, row.GetInt32("Version")!.Value, row.GetString("Title")!, row.GetInt32("Criteria")!.Value);

    private SchemeTree Tree(StoredScheme stored)
    {
        var tree = SchemeTree.Of(stored.Scheme);
        if (stored.IsInUse)
        {
            if (_inUse.Count >= MostRemembered)
            {
                _inUse.Clear();
            }

            _inUse[(stored.Scheme.Id, stored.Scheme.Version)] = tree;
        }

        return tree;
    }
}
