using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Province.Schemes;

/// <summary>What a list shows of a scheme.</summary>
/// <param name="Version">The latest.</param>
internal sealed record SchemeSummary(string Id, int Version, string Title, int Criteria, bool IsDraft);

/// <summary>
/// Schemes: a partition each, with a row <c>scheme</c> that names the latest version, and the rows of every version
/// (<see cref="SchemeRows"/>). The partition <c>~ids</c> only tells which schemes there may be; a row there is made before the scheme is.
/// </summary>
internal sealed class SchemeTable(PartitionStore partitions, PartitionMemory memory, Touched touched, StoredTables tables, TimeProvider clock)
{
    public const string Table = "Schemes";
    public const int LastVersion = 9999;

    /// <summary>What the audit calls a change by itself, and one from a workbook.</summary>
    public const string PutAction = "PutScheme";
    public const string ImportAction = "ImportScheme";

    private const string Ids = "~ids";
    private const string Own = "scheme";

    private readonly StoredTable _table = tables.GetTable(Table);

    /// <summary>What is known of the latest version, or null when there is no such scheme.</summary>
    public async Task<SchemeSummary?> LatestAsync(string id, CancellationToken cancellationToken) =>
        await partitions.FindAsync(At(id), Own, cancellationToken) is { } row ? Summary(id, row) : null;

    public async Task<Scheme?> FindAsync(string id, int version, CancellationToken cancellationToken) =>
        (await FindTreeAsync(id, version, cancellationToken))?.Scheme;

    /// <summary>A version laid out as a tree, with what is void in it; costs one small read when this process knows it already.</summary>
    public async Task<SchemeTree?> FindTreeAsync(string id, int version, CancellationToken cancellationToken) =>
        (await FindKnownAsync(id, version, cancellationToken))?.Tree;

    /// <summary>A version as it was at a moment that is over: what was declared void later is not.</summary>
    public async Task<SchemeTree?> FindTreeAsync(string id, int version, DateTimeOffset then, CancellationToken cancellationToken) =>
        await FindKnownAsync(id, version, cancellationToken) is not { } known ? null
        : known.Stored.Voided.All(voided => voided.At <= then) ? known.Tree
        : known.Stored.ToTree(then);

    /// <summary>A version in which just these criteria are void.</summary>
    /// <param name="voided">Their codes; with a group, all below it.</param>
    public async Task<SchemeTree?> FindTreeAsync(string id, int version, IReadOnlySet<string> voided, CancellationToken cancellationToken) =>
        await FindKnownAsync(id, version, cancellationToken) is not { } known ? null
        : voided.SetEquals(known.Stored.Voided.Select(one => one.Criterion)) ? known.Tree
        : SchemeTree.Of(known.Stored.Scheme, voided);

    public async Task<StoredScheme?> FindStoredAsync(string id, int version, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(At(id), SchemeRows.RangeOf(version), cancellationToken);
        return SchemeRows.Read(id, version, view.Rows);
    }

    /// <param name="version">Null for the latest.</param>
    /// <exception cref="Refusal">404: no such scheme or version.</exception>
    public async Task<StoredScheme> DemandAsync(string id, int? version, CancellationToken cancellationToken)
    {
        version ??= (await LatestAsync(id, cancellationToken))?.Version;
        return version is { } number and >= 1 and <= LastVersion && await FindStoredAsync(id, number, cancellationToken) is { } found ? found : throw NoSuchScheme();
    }

    public static Refusal NoSuchScheme() => Refusal.NotFound(new("Không có bảng điểm hoặc phiên bản này.", "There is no such scheme or version."));

    /// <summary>A page of schemes in the order of their ids, with where the next page begins.</summary>
    public async Task<(IReadOnlyList<SchemeSummary> Schemes, string? Next)> ListAsync(string? continuation, int pageSize, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {Ids}");
        await foreach (var page in _table.QueryAsync(filter, pageSize, null, cancellationToken).AsPages(continuation, pageSize))
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
    /// <param name="function">On whose behalf, for the audit.</param>
    public async Task<StoredScheme> PutAsync(
        string function, string id, SchemeContent content, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        content = content.Plain();
        await AnnounceAsync(id, cancellationToken);
        return await partitions.ChangeAsync(At(id), OwnRange, actor, async (view, change) =>
        {
            var (latest, rows) = await LatestAsync(id, view, cancellationToken);
            if (latest?.Scheme.Content.ToJson() == content.ToJson())
            {
                return latest;
            }

            if (latest is not null)
            {
                ifMatch.Demand(latest.Tag);
            }

            if (latest is { IsInUse: false })
            {
                rows.ForEach(row => change.Delete(row.RowKey));
            }

            var version = latest is null ? 1 : latest.IsInUse ? latest.Scheme.Version + 1 : latest.Scheme.Version;
            var before = latest?.Scheme.Content.ToJson();
            return Write(change, new(id, version, content), new(function, $"{id} {version}", Before: before, After: content.ToJson()));
        }, cancellationToken);
    }

    /// <summary>
    /// Makes a new scheme, or the next version of its own, that says what another version says. A scheme that is there already and
    /// says just that stays as it is.
    /// </summary>
    /// <param name="content">What <paramref name="from"/> says, perhaps under another title.</param>
    /// <param name="ifMatch">Of the latest version, when the scheme gets a next version.</param>
    public async Task<StoredScheme> CopyAsync(
        Scheme from, string id, SchemeContent content, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        content = content.Plain();
        await AnnounceAsync(id, cancellationToken);
        return await partitions.ChangeAsync(At(id), OwnRange, actor, async (view, change) =>
        {
            var (latest, _) = await LatestAsync(id, view, cancellationToken);
            if (latest is not null && id != from.Id)
            {
                return latest.Scheme.Content.ToJson() == content.ToJson()
                    ? latest
                    : throw Refusal.Rule("scheme-exists", new($"Đã có bảng điểm {id} với nội dung khác.", $"There is a scheme {id} already, and it says something else."));
            }

            if (latest is not null)
            {
                ifMatch.Demand(latest.Tag);
            }

            var version = (latest?.Scheme.Version ?? 0) + 1;
            return Write(change, new(id, version, content), new("CopyScheme", $"{id} {version}", $"{from.Id} {from.Version}", After: content.ToJson()));
        }, cancellationToken);
    }

    /// <summary>Declares a criterion of a version in use void, for ever. What is void already stays as it is.</summary>
    /// <param name="id">Of which scheme.</param>
    /// <param name="version">Of which version.</param>
    /// <param name="criterion">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="told">The blocs that are scored by it, with the units that get a mail.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when there is no such version or criterion.</returns>
    public Task<StoredScheme?> VoidAsync(
        string id, int version, string criterion, string reason, IReadOnlyList<ScoredBloc> told, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(At(id), SchemeRows.RangeOf(version), actor, (view, change) =>
        {
            if (SchemeRows.Read(id, version, view.Rows) is not { } stored || stored.ToTree().Find(criterion) is not { } node)
            {
                return Task.FromResult<StoredScheme?>(null);
            }

            if (node.IsVoid)
            {
                return Task.FromResult<StoredScheme?>(stored);
            }

            VoidRules.Demand(stored, node);
            var voided = new VoidedCriterion(criterion, reason, clock.GetUtcNow());
            change.Put(SchemeRows.Row(id, version, voided));
            change.Audit = new("VoidCriterion", $"{id} {version} {criterion}", reason);
            foreach (var bloc in told)
            {
                change.Notify(NoticeKind.CriterionVoided, bloc.Units, $"{bloc.Year.ToString(CultureInfo.InvariantCulture)} {Period.WholeYear} {bloc.Bloc} {criterion}", reason);
            }

            return Task.FromResult<StoredScheme?>(stored with { Voided = [.. stored.Voided, voided] });
        }, cancellationToken);

    /// <summary>
    /// Marks a version as in use, for ever, and gives it laid out as a tree; null when there is none. To be called before the
    /// first row that rests on the version is written; costs one small read when this process knows it already.
    /// </summary>
    public async Task<SchemeTree?> FreezeAsync(string id, int version, CancellationToken cancellationToken)
    {
        var known = await FindKnownAsync(id, version, cancellationToken);
        if (known is null || known.Stored.IsInUse)
        {
            return known?.Tree;
        }

        var stored = await partitions.ChangeAsync(At(id), SchemeRows.RangeOf(version), Actor.System, (view, change) =>
        {
            if (SchemeRows.Read(id, version, view.Rows) is not { IsInUse: false } found)
            {
                return Task.FromResult(SchemeRows.Read(id, version, view.Rows));
            }

            if (found.Scheme.Content.IsDraft)
            {
                return Task.FromResult<StoredScheme?>(null);
            }

            change.Put(SchemeRows.Row(id, version, found.Scheme.Content, isInUse: true));
            change.Audit = new("FreezeScheme", $"{id} {version}");
            return Task.FromResult<StoredScheme?>(found with { IsInUse = true, Tag = change.Seq });
        }, cancellationToken);
        return stored?.ToTree();
    }

    private Task<Known?> FindKnownAsync(string id, int version, CancellationToken cancellationToken) => memory.GetAsync(
        At(id),
        SchemeRows.Key(version),
        async token => await FindStoredAsync(id, version, token) is { } stored ? new Known(stored, stored.ToTree()) : null,
        cancellationToken);

    /// <summary>Before the scheme is made, so that a list finds it whatever happens in between.</summary>
    private async Task AnnounceAsync(string id, CancellationToken cancellationToken)
    {
        // Not audited; marked for the daily backup.
        await touched.MarkAsync(new(Table, Ids), cancellationToken);
        await _table.UpsertEntityAsync(new TableEntity(Ids, id), TableUpdateMode.Replace, cancellationToken);
    }

    private static async Task<(StoredScheme? Latest, List<TableEntity> Rows)> LatestAsync(string id, PartitionView view, CancellationToken cancellationToken)
    {
        if (view.Row(Own) is not { } own)
        {
            return (null, []);
        }

        var version = own.GetInt32("Version")!.Value;
        var rows = await view.QueryAsync(SchemeRows.RangeOf(version), cancellationToken);
        return (SchemeRows.Read(id, version, rows)!, rows);
    }

    private static StoredScheme Write(PartitionChange change, Scheme scheme, AuditEntry audit)
    {
        if (scheme.Version > LastVersion)
        {
            throw Refusal.Rule("too-many-versions", new(
                $"Bảng điểm đã có {LastVersion} phiên bản. Hãy tạo bảng điểm mới.", $"The scheme has {LastVersion} versions. Make a new scheme."));
        }

        foreach (var row in SchemeRows.Write(scheme, isInUse: false))
        {
            change.Put(row);
        }

        change.Put(new(scheme.Id, Own) { ["Version"] = scheme.Version, ["Title"] = scheme.Content.Title, ["Criteria"] = scheme.Content.Criteria.Count, ["IsDraft"] = scheme.Content.IsDraft ? true : null });
        change.Audit = audit;
        return new(scheme, false, change.Seq, []);
    }

    private static PartitionAddress At(string id) => new(Table, id);

    private static KeyRange OwnRange => new(Own, Own + " ");

    private static SchemeSummary Summary(string id, TableEntity row) =>
        new(id, row.GetInt32("Version")!.Value, row.GetString("Title")!, row.GetInt32("Criteria")!.Value, row.GetBoolean("IsDraft") is true);

    private sealed record Known(StoredScheme Stored, SchemeTree Tree);
}
