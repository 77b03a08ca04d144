using System.Collections.Frozen;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// What a bloc puts down in a period beside its sheets: one partition, shared with its standings. So a publication settles all of
/// it in the very change that begins it, and nothing that the standings rest on can change between.
/// </summary>
internal sealed class BlocTable(PartitionStore partitions)
{
    public const string Table = "Standings";

    public async Task<BlocRecord> ReadAsync(BlocInPeriod id, CancellationToken cancellationToken) => BlocRows.Read(await LookAsync(id, cancellationToken));

    /// <summary>The rows of the record as of one moment.</summary>
    public Task<PartitionView> LookAsync(BlocInPeriod id, CancellationToken cancellationToken) => partitions.ReadAsync(id.Address, BlocKeys.Record, cancellationToken);

    /// <summary>Changes the record, all or nothing; see <see cref="PartitionStore.ChangeAsync"/>. The view holds the whole record.</summary>
    /// <exception cref="Refusal">409: the standings rest on it.</exception>
    public Task<T> ChangeAsync<T>(
        BlocInPeriod id, Actor actor, Func<BlocRecord, PartitionView, PartitionChange, Task<T>> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.Address, BlocKeys.Record, actor, async (view, change) =>
        {
            var record = BlocRows.Read(view);
            var result = await decide(record, view, change);
            return change.IsEmpty || !record.IsSettled ? result : throw IsSettled();
        }, cancellationToken);

    /// <summary>Which units were assigned to score this one.</summary>
    public async Task<IReadOnlySet<string>> PeersOfAsync(SheetId id, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(id.InPeriod.Address, KeyRange.Prefix($"{BlocKeys.CrossPrefix}{id.Unit}|"), cancellationToken);
        return view.Rows.Select(row => BlocRows.Pair(row).Scorer).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The targets and results of the whole bloc; asked for only where the scheme has quantitative criteria.</summary>
    public async Task<IReadOnlyList<Figure>> FiguresAsync(BlocInPeriod id, SchemeTree tree, CancellationToken cancellationToken)
    {
        if (!tree.Leaves.Any(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative))
        {
            return [];
        }

        var view = await partitions.ReadAsync(id.Address, KeyRange.Prefix(BlocKeys.FigurePrefix), cancellationToken);
        return [.. view.Rows.Select(BlocRows.FigureOf)];
    }

    /// <summary>What was declared of a unit, by the condition's code; asked for only where the scheme has conditions.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> DeclaredAsync(SheetId id, SchemeTree tree, CancellationToken cancellationToken)
    {
        if (tree.Content.Conditions is not { Count: > 0 })
        {
            return FrozenDictionary<string, bool>.Empty;
        }

        var view = await partitions.ReadAsync(id.InPeriod.Address, BlocKeys.ConditionsOf(id.Unit), cancellationToken);
        return view.Rows.Select(BlocRows.Declared).ToDictionary(one => one.Condition, one => one.IsSo, StringComparer.Ordinal);
    }

    /// <summary>Refuses once what changes in a sheet could not be appraised any more.</summary>
    /// <exception cref="Refusal">409: the standings are published, or the last appraisal round is closed.</exception>
    public async Task DemandAppraisableAsync(BlocInPeriod id, SchemeTree tree, CancellationToken cancellationToken)
    {
        var (settled, appraised) = (IsSettledAsync(id, cancellationToken), IsAppraisedAsync(id, tree, cancellationToken));
        if (await settled)
        {
            throw IsSettled();
        }

        if (await appraised)
        {
            throw IsAppraised();
        }
    }

    /// <summary>Whether the last appraisal round is closed. They are closed in order, so one row says it.</summary>
    public async Task<bool> IsAppraisedAsync(BlocInPeriod id, SchemeTree tree, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.Address, BlocKeys.Closed(tree.Content.Appraising.Rounds), cancellationToken) is not null;

    /// <summary>Whether a publication of standings has begun or is done.</summary>
    public async Task<bool> IsSettledAsync(BlocInPeriod id, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.Address, BlocKeys.Summary, cancellationToken) is not null;

    public static Refusal IsAppraised() => Refusal.Rule("round-not-open", new(
        "Vòng thẩm định cuối cùng của khối đã kết thúc nên điểm không thay đổi được nữa.", "The last appraisal round of the bloc is closed, so points do not change any more."));

    public static Refusal IsSettled() => Refusal.Rule("standings-published", new(
        "Kết quả xếp hạng của khối đã hoặc đang được công bố; không thể thay đổi nữa.",
        "The standings of the bloc are published, or just being published; nothing they rest on can change any more."));
}
