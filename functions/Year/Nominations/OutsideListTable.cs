using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Nominations;

/// <summary>The lists of bodies outside of the blocs: rows of one partition a year.</summary>
internal sealed class OutsideListTable(PartitionStore partitions)
{
    /// <summary>By id.</summary>
    public async Task<IReadOnlyList<OutsideList>> ListAsync(int year, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(At(year), NominationRows.Lists, cancellationToken)).Rows.Select(NominationRows.ReadList)];

    /// <summary>Writes a list whole. The same again changes nothing.</summary>
    /// <exception cref="Refusal">412 or 428: another version was read, or none.</exception>
    public Task<OutsideList> PutAsync(int year, OutsideList list, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(At(year), NominationRows.Lists, actor, (view, change) =>
        {
            var before = view.Row(NominationRows.List(list.Id)) is { } row ? NominationRows.ReadList(row) : null;
            if (before is not null && RowText.Of(before with { Version = 0 }) == RowText.Of(list))
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (before is null && view.Rows.Count >= OutsideList.Most)
            {
                throw Refusal.Rule("too-many-lists", new($"Đã có {OutsideList.Most} danh sách của năm.", $"The year has {OutsideList.Most} lists already."));
            }

            change.Put(NominationRows.Row(view.Address.Partition, list));
            change.Audit = new(
                "PutOutsideList", $"{year} {list.Id}", Before: before is null ? null : RowText.PiecesOf(before with { Version = 0 }), After: RowText.PiecesOf(list));
            return Task.FromResult(list with { Version = change.Seq });
        }, cancellationToken);

    private static PartitionAddress At(int year) => new(NominationTable.Table, year.ToString("D4", CultureInfo.InvariantCulture));
}
